package de.ratssaal.conference.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.ratssaal.conference.LineId;
import de.ratssaal.conference.Scene;
import de.ratssaal.conference.Signal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What browsers are told on their lines. */
sealed interface Told {

    /** Constant of {@link Type}. */
    Type type();

    enum Type {
        ENTERED,
        SCENE,
        SIGNAL,
        GATEWAY,
        BEAT,
        ENDED
    }

    /** @param line the browser's own; shown when it comes back */
    record Entered(Type type, UUID line, long beatMillis, long lostMillis) implements Told {}

    /**
     * @param mutes how often the chair muted them: grows with each time
     * @param participant how the provider calls them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            UUID line,
            String person,
            String name,
            boolean sound,
            boolean picture,
            boolean heard,
            boolean hasFloor,
            int mutes,
            @Nullable String participant) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            Type type,
            int mostPictures,
            boolean onlySpeakerHeard,
            @Nullable UUID large,
            List<Person> people) implements Told {}

    record Said(Type type, UUID from, String body) implements Told {}

    /** @param body from the gateway, for this page alone */
    record FromGateway(Type type, Map<String, Object> body) implements Told {}

    record Beat(Type type) implements Told {}

    /**
     * The line ends; {@code why} says what becomes of it.
     *
     * @param closed whether its room is closed, for everybody
     */
    record Ended(Type type, Why why, boolean closed) implements Told {}

    enum Why {
        /** The room is closed, or its owner was put out: the page asks anew whether it may come in. */
        ROOM,
        /** The same person came in from elsewhere. */
        ELSEWHERE,
        SIGNED_OUT,
        REFUSED,
        /** Too much or unreadable. */
        UNFIT
    }

    static Shown of(Scene scene) {
        var large = scene.large();
        return new Shown(
                Type.SCENE,
                scene.mostPictures(),
                scene.onlySpeakerHeard(),
                large == null ? null : large.value(),
                scene.people().stream()
                        .map(it -> new Person(
                                it.line().value(),
                                it.person().toString(),
                                it.name(),
                                it.sound(),
                                it.picture(),
                                it.heard(),
                                it.hasFloor(),
                                it.mutes(),
                                it.participant()))
                        .toList());
    }

    static Said of(Signal signal) {
        return new Said(Type.SIGNAL, signal.from().value(), signal.body());
    }

    static FromGateway fromGateway(Map<String, Object> body) {
        return new FromGateway(Type.GATEWAY, body);
    }

    static Entered entered(LineId line, long beatMillis, long lostMillis) {
        return new Entered(Type.ENTERED, line.value(), beatMillis, lostMillis);
    }

    static Ended ended(Why why) {
        return new Ended(Type.ENDED, why, false);
    }

    static Ended closed() {
        return new Ended(Type.ENDED, Why.ROOM, true);
    }
}
