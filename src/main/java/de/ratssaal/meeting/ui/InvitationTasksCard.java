package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * On the start page: which invitations the secretariat is to send, and until when; which did not arrive; which a member
 * has not read yet.
 */
@Component
class InvitationTasksCard implements StartCard {

    private static final Duration AHEAD = Duration.ofDays(120);
    private static final int SOON_DAYS = 7;

    private final Meetings meetings;
    private final Invitations invitations;
    private final Access access;
    private final Clock clock;

    InvitationTasksCard(Meetings meetings, Invitations invitations, Access access, Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Card> card() {
        var now = clock.instant();
        var rows = new ArrayList<TaskRow>();
        for (var meeting : meetings.prepared(now, now.plus(AHEAD))) {
            if (meeting.state() == MeetingState.PLANNED) {
                rows.add(toSend(meeting));
            } else if (meeting.state() == MeetingState.CONVENED) {
                undelivered(meeting).ifPresent(rows::add);
            }
        }
        unread().map(this::toRead).forEach(rows::add);
        return rows.isEmpty() ? Optional.empty() : Optional.of(TaskRow.card(text("meeting.start.invitations"), rows));
    }

    private TaskRow toSend(MeetingSummary meeting) {
        var latest = invitations.check(meeting.id(), false).latestDay();
        var row = new TaskRow(
                MeetingLinks.invitation(meeting.id()),
                Symbol.SEND,
                text("meeting.start.invite"),
                text("meeting.start.invite-until", meeting.organizationName(), meeting.day(), latest));
        var left = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), meeting.zone()), latest);
        if (left < 0) {
            return row.badge(Tone.DANGER, text("meeting.start.invite-late"));
        }
        return left <= SOON_DAYS ? row.badge(Tone.WARNING, text("meeting.start.invite-soon", left)) : row;
    }

    private Optional<TaskRow> undelivered(MeetingSummary meeting) {
        var failed = invitations.of(meeting.id()).stream()
                .filter(it -> it.deliveredAt() == null && it.failure() != null)
                .count();
        return failed == 0
                ? Optional.empty()
                : Optional.of(new TaskRow(
                                MeetingLinks.invitation(meeting.id()),
                                Symbol.INVITATION,
                                text("meeting.start.undelivered", failed),
                                text("meeting.start.invited-to", meeting.organizationName(), meeting.day()))
                        .badge(Tone.DANGER, text("meeting.start.undelivered-badge")));
    }

    private Stream<MeetingSummary> unread() {
        var unread = invitations.unread();
        return unread.isEmpty()
                ? Stream.empty()
                : access.signedIn().map(SignedIn::person).map(meetings::upcoming).orElse(List.of()).stream()
                        .filter(it -> unread.contains(it.id()));
    }

    private TaskRow toRead(MeetingSummary meeting) {
        return new TaskRow(
                        MeetingLinks.meeting(meeting.id()),
                        Symbol.INVITATION,
                        text("meeting.start.unread"),
                        text("meeting.start.invited-to", meeting.organizationName(), meeting.day()))
                .badge(Tone.INFO, text("meeting.start.unread-badge"));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
