package de.ratssaal.urn.ui;

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
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.Urns;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the start page: secret votes for which the member's device registers, or that wait for their ballot. */
@Component
class SecretVoteCard implements StartCard {

    private final Meetings meetings;
    private final Urns urns;
    private final Access access;

    SecretVoteCard(Meetings meetings, Urns urns, Access access) {
        this.meetings = meetings;
        this.urns = urns;
        this.access = access;
    }

    @Override
    public Area area() {
        return Area.NEXT;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Optional<Card> card() {
        var rows = access.signedIn().map(SignedIn::person).map(this::waitingFor).orElse(List.of());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        TaskRow.card(UrnParts.text("urn.start.title"), rows).emphasized());
    }

    private List<TaskRow> waitingFor(PersonId member) {
        return meetings.upcoming(member).stream()
                .filter(it -> it.state() == MeetingState.OPEN)
                .flatMap(meeting -> urns.of(meeting.id()).stream()
                        .flatMap(urn -> whatFor(urn, member).map(key -> row(meeting, urn, key)).stream()))
                .toList();
    }

    private Optional<String> whatFor(UrnSummary urn, PersonId member) {
        return switch (urn.state()) {
            case REGISTERING ->
                Optional.of("urn.start.register").filter(it -> urns.mayStillRegister(urn.poll(), member));
            case OPEN ->
                Optional.of("urn.start.vote")
                        .filter(it -> urn.voters().contains(member)
                                && !urns.stateForVoter(urn.poll()).voted());
            case DECRYPTING, CONFIRMING, CONFIRMED, SETTLED, REFUSED, CANCELLED -> Optional.empty();
        };
    }

    private TaskRow row(MeetingSummary meeting, UrnSummary urn, String key) {
        return new TaskRow(
                        MeetingLinks.room(meeting.id()),
                        Symbol.VOTE,
                        urn.matter().title(),
                        UrnParts.text(key))
                .badge(Tone.LIVE, UrnParts.text("urn.state." + urn.state()));
    }
}
