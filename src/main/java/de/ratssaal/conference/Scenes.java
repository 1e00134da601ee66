package de.ratssaal.conference;

import de.ratssaal.floor.Speeches;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together who is in a room and who may be heard there. */
@Component
class Scenes {

    private final Meetings meetings;
    private final Councils councils;
    private final Speeches speeches;
    private final RoomStore store;
    private final Providers providers;
    private final Access access;

    Scenes(
            Meetings meetings,
            Councils councils,
            Speeches speeches,
            RoomStore store,
            Providers providers,
            Access access) {
        this.meetings = meetings;
        this.councils = councils;
        this.speeches = speeches;
        this.store = store;
        this.providers = providers;
        this.access = access;
    }

    Optional<Scene> of(MeetingId id) {
        return access.asSystem("conference", () -> store.open(id).map(room -> scene(meetings.meeting(id), room)));
    }

    private Scene scene(MeetingSummary meeting, Room room) {
        var rule = rule(meeting, room);
        var people = store.lines(room.id()).stream()
                .map(it -> new Taking(
                        it.id(),
                        it.person(),
                        it.name(),
                        it.sound(),
                        it.picture(),
                        rule.mayBeHeard(it.person()),
                        it.person().equals(rule.floor()),
                        it.mutes(),
                        it.participant()))
                .toList();
        var large = people.stream()
                .reduce((one, other) -> rule.isBefore(other.person(), one.person()) ? other : one)
                .map(Taking::line);
        return new Scene(room, providers.of(room).mostPictures(room), rule.onlySpeaker(), large.orElse(null), people);
    }

    HearingRule rule(MeetingSummary meeting, Room room) {
        return access.asSystem(
                "conference",
                () -> meeting.state() == MeetingState.INTERRUPTED
                        ? HearingRule.inBreak(meeting.conductedBy())
                        : new HearingRule(
                                onlySpeakerHeard(meeting),
                                speeches.holder(meeting.id()).orElse(null),
                                meeting.conductedBy(),
                                store.word(room.id())));
    }

    boolean onlySpeakerHeard(MeetingSummary meeting) {
        return store.onlySpeakerHeard(meeting.id())
                .orElseGet(() -> councils.rules(meeting.organization(), meeting.day())
                        .remote()
                        .onlySpeakerHeard());
    }

    /** The provider is told who may be heard from now on. */
    void tellHearing(MeetingId id) {
        access.asSystem(
                "conference",
                () -> store.open(id).ifPresent(room -> {
                    var heard = rule(meetings.meeting(id), room)
                            .heardOf(store.lines(room.id()).stream().map(RoomStore.Line::person));
                    providers.tell(room, it -> it.hearing(room, heard));
                }));
    }
}
