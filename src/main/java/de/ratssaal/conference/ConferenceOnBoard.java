package de.ratssaal.conference;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the conference to the shared picture of a meeting. */
@Component
class ConferenceOnBoard implements BoardPart<Conference> {

    private final RoomStore store;
    private final Scenes scenes;
    private final Disagreements disagreements;

    ConferenceOnBoard(RoomStore store, Scenes scenes, Disagreements disagreements) {
        this.store = store;
        this.scenes = scenes;
        this.disagreements = disagreements;
    }

    @Override
    public Class<Conference> type() {
        return Conference.class;
    }

    @Override
    public Conference read(MeetingSummary meeting) {
        return Rooms.hasVideo(meeting)
                ? scenes.of(meeting.id()).map(it -> read(meeting, it)).orElse(Conference.NONE)
                : Conference.NONE;
    }

    private Conference read(MeetingSummary meeting, Scene scene) {
        var room = scene.room().id();
        return new Conference(
                room,
                scene.room().provider(),
                scene.room().isPublic(),
                scene.onlySpeakerHeard(),
                store.onlySpeakerHeard(meeting.id()).isPresent(),
                // microphones go on and off too often for the whole meeting to be drawn anew
                scene.people().stream()
                        .map(it -> new Taking(
                                it.line(),
                                it.person(),
                                it.name(),
                                false,
                                it.picture(),
                                it.heard(),
                                it.hasFloor(),
                                it.mutes(),
                                null))
                        .toList(),
                store.word(room),
                store.lost(meeting.id()),
                store.waiting(room),
                store.admitted(room),
                store.guestsAlone(room),
                disagreements.in(scene.room()));
    }

    @Override
    public Conference without(Conference whole, Predicate<AgendaItemId> mayKnow) {
        return whole.isPublic() ? whole : whole.fromOutside();
    }
}
