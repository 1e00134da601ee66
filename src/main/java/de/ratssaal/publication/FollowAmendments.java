package de.ratssaal.publication;

import de.ratssaal.amendment.AmendmentCarriedOver;
import de.ratssaal.amendment.AmendmentDecided;
import de.ratssaal.amendment.AmendmentRevised;
import de.ratssaal.amendment.AmendmentSubmitted;
import de.ratssaal.amendment.AmendmentTakenOver;
import de.ratssaal.amendment.AmendmentWithdrawn;
import de.ratssaal.amendment.AmendmentsArranged;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.ProposalChangeRevoked;
import de.ratssaal.paper.ProposalChanged;
import org.springframework.stereotype.Component;

/** Publishes a paper anew when an amendment to it is handed in, or something becomes of one. */
@Component
class FollowAmendments {

    private final Publishing publishing;
    private final InTurn inTurn;

    FollowAmendments(Publishing publishing, InTurn inTurn) {
        this.publishing = publishing;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(AmendmentSubmitted event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(AmendmentRevised event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(AmendmentCarriedOver event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(AmendmentWithdrawn event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(AmendmentTakenOver event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(AmendmentsArranged event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(AmendmentDecided event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(ProposalChanged event) {
        publish(event.paper());
    }

    @AfterCommit
    void on(ProposalChangeRevoked event) {
        publish(event.paper());
    }

    private void publish(PaperId paper) {
        inTurn.publish(paper, publishing::publish);
    }
}
