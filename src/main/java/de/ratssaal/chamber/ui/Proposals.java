package de.ratssaal.chamber.ui;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ProposalForVote;
import de.ratssaal.voting.PollQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is put to the vote on an item when nobody words it otherwise: its paper's proposal, else its title. */
@Component
class Proposals {

    private final PaperShelf papers;

    Proposals(PaperShelf papers) {
        this.papers = papers;
    }

    /** For an item without a paper. */
    PollQuestion of(AgendaItemSummary item) {
        return new PollQuestion(item.title(), "", null, false);
    }

    /**
     * For an item with a paper.
     *
     * @param seen the proposal as it was on the screen of whoever opens the vote
     * @throws Refusal if somebody changed it meanwhile
     */
    PollQuestion of(AgendaItemSummary item, ProposalForVote seen, String question) {
        if (!papers.proposalFor(item.id()).filter(seen::equals).isPresent()) {
            throw new Refusal("paper.change.overtaken");
        }
        return new PollQuestion(question, seen.wording(), seen.proposalJson(), seen.withChanges());
    }

    /** Whether the paper was released anew since its wording was changed for the item. */
    boolean isOutdated(AgendaItemSummary item, @Nullable ProposalForVote proposal) {
        return proposal != null && proposal.withChanges() && papers.changeIsOutdated(item.id());
    }
}
