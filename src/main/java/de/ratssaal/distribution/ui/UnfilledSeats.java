package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.distribution.Representation;
import de.ratssaal.distribution.Supplements;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the secretariat's start page: where a substitute is missing, and where something is still to be told. */
@Component
class UnfilledSeats implements StartCard {

    private static final Duration AHEAD = Duration.ofDays(120);

    private final Meetings meetings;
    private final Representation representation;
    private final Supplements supplements;
    private final Councils councils;
    private final Clock clock;

    UnfilledSeats(
            Meetings meetings, Representation representation, Supplements supplements, Councils councils, Clock clock) {
        this.meetings = meetings;
        this.representation = representation;
        this.supplements = supplements;
        this.councils = councils;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public Optional<Card> card() {
        var now = clock.instant();
        var rows = new ArrayList<TaskRow>();
        for (var meeting : meetings.prepared(now, now.plus(AHEAD))) {
            if (meeting.state() == MeetingState.CONVENED) {
                var missing = names(meeting);
                if (!missing.isEmpty()) {
                    rows.add(row(meeting, Symbol.PERSON, text("distribution.start.missing", String.join(", ", missing)))
                            .badge(Tone.DANGER, text("distribution.start.missing-badge")));
                }
                var pending = supplements.pending(meeting.id()).changes().size();
                if (pending > 0) {
                    rows.add(row(meeting, Symbol.SEND, text("distribution.start.supplement", pending))
                            .badge(Tone.WARNING, text("distribution.start.supplement-badge")));
                }
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(TaskRow.card(text("distribution.start.title"), rows));
    }

    /** Members for whom there is no substitute, for who convenes the meeting. */
    List<String> names(MeetingSummary meeting) {
        return meetings.mayConduct(meeting.id())
                ? representation.unfilled(meeting.id()).stream()
                        .map(councils::nameOf)
                        .sorted()
                        .toList()
                : List.of();
    }

    private static TaskRow row(MeetingSummary meeting, Symbol symbol, String title) {
        return new TaskRow(
                MeetingLinks.invitation(meeting.id()),
                symbol,
                title,
                text("meeting.start.invited-to", meeting.organizationName(), meeting.day()));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
