package de.ratssaal.publication;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Resolutions from non-public session are published once the reason for secrecy has gone, by the organization's decision
 * (R11): the wording and the result, not the papers and not who voted how.
 */
@Service
@Transactional
public class ReleasedResolutions {

    private static final Role[] RELEASING = {Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR};

    private final Meetings meetings;
    private final ResolutionBook resolutions;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ReleasedResolutions(
            Meetings meetings,
            ResolutionBook resolutions,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** What whoever asks may release on an item; empty while the meeting is not closed. */
    @Transactional(readOnly = true)
    public List<Resolution> releasable(MeetingId id, AgendaItemId item) {
        var meeting = meetings.meeting(id);
        if (!mayRelease(meeting) || isPublic(id, item)) {
            return List.of();
        }
        var released = of(id);
        return resolutions.of(id).stream()
                .filter(it -> it.item().equals(item) && !released.contains(it.id()))
                .toList();
    }

    /** Resolutions of the meeting that were released. */
    @Transactional(readOnly = true)
    Set<UUID> of(MeetingId id) {
        return database
                .sql("select resolution_id from publication_released_resolution where meeting_id = ?")
                .param(id.value())
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Releases a resolution to the public. It cannot be taken back. Asked again, it changes nothing.
     *
     * @param reason the organization's decision, and why the reason for secrecy has gone
     * @throws Refusal if the meeting is not closed, or meets in private as a whole
     */
    public void release(MeetingId id, UUID resolution, String reason) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), RELEASING);
        if (reason.isBlank()) {
            throw new Refusal("publication.release.reason-missing");
        }
        if (!mayRelease(meeting)) {
            throw new Refusal("publication.release.not-closed");
        }
        var found = resolutions.of(id).stream()
                .filter(it -> it.id().equals(resolution))
                .filter(it -> !isPublic(id, it.item()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("non-public resolution " + resolution));
        var now = clock.instant();
        var entered = database.sql("""
                        insert into publication_released_resolution
                            (resolution_id, meeting_id, reason, released_by, released_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(found.id(), id.value(), reason.strip(), access.actor(), now.atOffset(ZoneOffset.UTC))
                .update();
        if (entered == 1) {
            events.publishEvent(new ResolutionReleased(id, found.id(), reason.strip(), now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    private boolean mayRelease(MeetingSummary meeting) {
        return meeting.state() == MeetingState.CLOSED
                && access.has(meeting.organization(), RELEASING)
                && meetings.isInPublic(meeting);
    }

    private boolean isPublic(MeetingId meeting, AgendaItemId item) {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .anyMatch(AgendaItemSummary::isPublic);
    }
}
