package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voting.PollSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member votes. The browser keeps the vote until the server has answered, so no lost connection loses it. After an
 * announced end nothing new is chosen; what was chosen before is still sent.
 */
@Tag("rs-vote-pad")
class VotePad extends Component {

    private static final double NO_END = -1;

    private final transient Clock clock;
    private @Nullable Instant end;

    VotePad(PollSummary poll, PersonId voter, Clock clock) {
        this.clock = clock;
        getElement().setAttribute("address", "/api/polls/%s/vote".formatted(poll.id()));
        getElement().setAttribute("voter", voter.toString());
        getElement().setAttribute("question", poll.question().question());
        getElement().setAttribute("texts", VoteTexts.of(this));
        if (poll.correctable()) {
            getElement().setAttribute("correctable", "");
        }
        end = poll.endsAt();
        getElement().addEventListener("clock-woke", woke -> tellTime());
    }

    /** Where the vote of another member is cast in their name. */
    VotePad(PollSummary poll, PersonId caster, MemberSummary voter, Clock clock) {
        this(poll, caster, clock);
        getElement().setAttribute("address", "/api/polls/%s/votes/%s".formatted(poll.id(), voter.person()));
        getElement()
                .setAttribute(
                        "question",
                        getTranslation(
                                "chamber.vote.question-for",
                                voter.name(),
                                poll.question().question()));
    }

    void endsAt(@Nullable Instant announced) {
        end = announced;
        tellTime();
    }

    private void tellTime() {
        getElement()
                .setProperty(
                        "left",
                        end == null
                                ? NO_END
                                : Math.max(
                                        0,
                                        Duration.between(clock.instant(), end).toMillis()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        tellTime();
    }
}
