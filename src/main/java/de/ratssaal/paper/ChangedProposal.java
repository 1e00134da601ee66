package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wording that is put to the vote on an item in place of the paper's. */
@Entity
@Table(name = "paper_changed_proposal")
class ChangedProposal {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "item_id"))
    private AgendaItemId item;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "paper_id", nullable = false, updatable = false))
    private PaperId paper;

    @Column(nullable = false)
    private String proposal;

    @Column(nullable = false)
    private int basedOn;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ChangedProposal() {}

    @SuppressWarnings("NullAway.Init") // the proposal is taken over below
    ChangedProposal(AgendaItemId item, PaperId paper, ResolutionProposal proposal, int basedOn, String by, Instant at) {
        this.item = item;
        this.paper = paper;
        change(proposal, basedOn, by, at);
    }

    void change(ResolutionProposal to, int version, String by, Instant at) {
        proposal = to.serialise();
        basedOn = version;
        changedBy = by;
        changedAt = at;
    }

    AgendaItemId item() {
        return item;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    PaperId paper() {
        return paper;
    }

    ResolutionProposal proposal() {
        return ResolutionProposal.parse(proposal);
    }

    /** Version of the paper that was changed. */
    int basedOn() {
        return basedOn;
    }
}
