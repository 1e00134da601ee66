package de.ratssaal.stream;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the stream to the shared picture of a meeting. It is public: all of it is for everybody. */
@Component
class StreamOnBoard implements BoardPart<PublicStream> {

    private final StreamStore store;
    private final Councils councils;

    StreamOnBoard(StreamStore store, Councils councils) {
        this.store = store;
        this.councils = councils;
    }

    @Override
    public Class<PublicStream> type() {
        return PublicStream.class;
    }

    @Override
    public PublicStream read(MeetingSummary meeting) {
        var choice = store.choice(meeting.id());
        var rule = councils.rules(meeting.organization(), meeting.day()).stream();
        var run = choice.isOn() ? store.open(meeting.id()) : Optional.<StreamStore.Run>empty();
        return new PublicStream(
                choice.isOn() && meeting.closedAt() == null ? state(run) : PublicStream.State.OFF,
                run.map(it -> PublicStream.Shown.valueOf(it.shown())).orElse(PublicStream.Shown.NOBODY),
                choice.address(),
                rule.streamed() && meeting.mode() != MeetingMode.IN_PERSON,
                rule.consent(),
                run.map(StreamStore.Run::recorded).orElse(rule.recorded()),
                store.isRecorded(meeting.id()));
    }

    private PublicStream.State state(Optional<StreamStore.Run> run) {
        return run.map(it -> store.hasSegments(it.id()) ? PublicStream.State.ON : PublicStream.State.BEGINNING)
                .orElse(PublicStream.State.PAUSED);
    }

    @Override
    public PublicStream without(PublicStream whole, Predicate<AgendaItemId> mayKnow) {
        return whole;
    }
}
