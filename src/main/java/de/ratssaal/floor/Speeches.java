package de.ratssaal.floor;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Genders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who spoke in a meeting, when and for how long. */
@Service
@Transactional(readOnly = true)
public class Speeches {

    private final Meetings meetings;
    private final FloorRows rows;
    private final SpeakersLists lists;
    private final Genders genders;
    private final Access access;
    private final Clock clock;

    Speeches(Meetings meetings, FloorRows rows, SpeakersLists lists, Genders genders, Access access, Clock clock) {
        this.meetings = meetings;
        this.rows = rows;
        this.lists = lists;
        this.genders = genders;
        this.access = access;
        this.clock = clock;
    }

    /**
     * In the order in which they were begun, on items that whoever asks may know of, and not behind closed doors unless they were
     * inside. Guests who did not agree to be named are
     * named to those alone who may know of all items.
     */
    public List<Speech> of(MeetingId id) {
        var meeting = meetings.meeting(id);
        var members = lists.members(meeting);
        var known = meetings.agenda(id).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        var inTheRoom = meetings.maySeeNonPublic(id);
        var withheld = inTheRoom ? Set.<RequestId>of() : rows.behindDoors(id);
        return rows.begun(id).stream()
                .filter(it -> known.contains(it.item()) && !withheld.contains(it.id()))
                .map(it -> {
                    var speaker = lists.speaker(it, members);
                    return new Speech(
                            it.id(),
                            it.item(),
                            it.kind(),
                            inTheRoom ? speaker : speaker.asToldOutside(),
                            Objects.requireNonNull(it.calledAt()),
                            it.endedAt(),
                            it.runningSince() == null
                                    ? it.spoken()
                                    : it.spoken().plus(Duration.between(it.runningSince(), clock.instant())));
                })
                .toList();
    }

    /** Which member has the floor now. For the application itself. */
    public Optional<PersonId> holder(MeetingId id) {
        access.requireSystem();
        return rows.speaking(id).map(FloorRows.Row::person);
    }

    /** Whether whoever asks may see the figures: those who conduct always, members once the meeting is over. */
    public boolean maySeeFigures(MeetingId id) {
        var meeting = meetings.meeting(id);
        return meetings.mayConduct(id) || meeting.state() == MeetingState.CLOSED && meetings.maySeeNonPublic(id);
    }

    /**
     * How much was said by whom.
     *
     * @throws AccessDeniedException if whoever asks may not see it
     */
    public SpeakingFigures figures(MeetingId id) {
        if (!maySeeFigures(id)) {
            throw new AccessDeniedException("not for them: figures of meeting " + id);
        }
        var speeches = of(id);
        var persons = speeches.stream()
                .map(it -> it.speaker().person())
                .filter(Objects::nonNull)
                .<PersonId>map(it -> it)
                .distinct()
                .toList();
        return SpeakingFigures.of(speeches, access.asSystem("floor", () -> genders.of(persons)));
    }
}
