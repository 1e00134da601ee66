package de.ratssaal.amendment;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalGuard;
import org.springframework.stereotype.Component;

/** A proposal is put to the vote once its amendments are decided on and what was adopted stands in it. */
@Component
class ReadyForVote implements ProposalGuard {

    private final AmendmentMerging merging;
    private final PaperWordings wordings;

    ReadyForVote(AmendmentMerging merging, PaperWordings wordings) {
        this.merging = merging;
        this.wordings = wordings;
    }

    @Override
    public void requireReadyForVote(AgendaItemId item) {
        wordings.on(item).ifPresent(on -> {
            // those who only advise need not say something on every amendment
            var undecided = on.role() == ConsultationRole.DECISION
                    ? merging.undecided(item, on.paper()).size()
                    : 0;
            if (undecided > 0) {
                throw new Refusal("amendment.vote.undecided", undecided);
            }
            if (!merging.isMerged(item, on)) {
                throw new Refusal("amendment.vote.not-merged");
            }
        });
    }
}
