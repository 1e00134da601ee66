package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** On the start page of a member: a vote that waits for them. It comes before all else. */
@Component
class OpenVoteCard implements StartCard {

    private final Meetings meetings;
    private final Polls polls;
    private final Access access;

    OpenVoteCard(Meetings meetings, Polls polls, Access access) {
        this.meetings = meetings;
        this.polls = polls;
        this.access = access;
    }

    @Override
    public Area area() {
        return Area.NEXT;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Card> card() {
        var rows = access.signedIn().map(SignedIn::person).map(this::waitingFor).orElse(List.of());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(TaskRow.card(text("chamber.start.vote"), rows).emphasized());
    }

    private List<TaskRow> waitingFor(PersonId member) {
        return meetings.upcoming(member).stream()
                .filter(it -> it.state() == MeetingState.OPEN)
                .flatMap(it -> rows(it, member))
                .toList();
    }

    private Stream<TaskRow> rows(MeetingSummary meeting, PersonId member) {
        return polls.of(meeting.id()).stream()
                .filter(it -> it.state() == PollState.OPEN)
                .filter(it -> waitsFor(member, it))
                .map(it -> new TaskRow(
                                MeetingLinks.room(meeting.id()),
                                Symbol.VOTE,
                                it.question().question(),
                                meeting.organizationName())
                        .badge(Tone.LIVE, text("chamber.start.vote-badge")));
    }

    private boolean waitsFor(PersonId member, PollSummary poll) {
        var voted = polls.voted(poll.id());
        return polls.roll(poll.id()).stream()
                .anyMatch(it -> it.caster().equals(member) && !voted.contains(it.person()));
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
