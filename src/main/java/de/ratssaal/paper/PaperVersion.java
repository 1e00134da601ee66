package de.ratssaal.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A paper as it was released. Never changed. */
@Entity
@Table(name = "paper_version")
class PaperVersion {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private String originator;

    @Column(nullable = false, updatable = false)
    private String proposal;

    @Column(nullable = false, updatable = false)
    private String wording;

    @Column(nullable = false, updatable = false)
    private String reasons;

    @Column(nullable = false, updatable = false)
    private String details;

    @Column(nullable = false, updatable = false)
    private String openText;

    @Column(nullable = false, updatable = false)
    private String fingerprint;

    @Column(nullable = false, updatable = false)
    private Instant releasedAt;

    @Column(nullable = false, updatable = false)
    private String releasedBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PaperVersion() {}

    PaperVersion(int number, PaperContent content, String releasedBy, Instant releasedAt) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.title = content.title();
        this.originator = content.originator();
        this.proposal = content.proposal().serialise();
        this.wording = content.proposal().wording();
        this.reasons = content.reasons();
        this.details = content.details().serialise();
        this.openText = content.details().openText();
        this.fingerprint = content.proposal().fingerprint();
        this.releasedBy = releasedBy;
        this.releasedAt = releasedAt;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String originator() {
        return originator;
    }

    Instant releasedAt() {
        return releasedAt;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** Of all that was signed below it, see {@link PaperContent#fingerprint()}. */
    String signedFingerprint(PaperType type, boolean isPublic) {
        var last = summary();
        return new PaperContent(type, title, originator, isPublic, last.proposal(), last.reasons(), last.details())
                .fingerprint();
    }

    /** Whether the paper was released with this very content. */
    boolean says(PaperContent content) {
        return title.equals(content.title())
                && originator.equals(content.originator())
                && reasons.equals(content.reasons())
                && PaperDetails.parse(details).equals(content.details())
                && fingerprint.equals(content.proposal().fingerprint());
    }

    ReleasedVersion summary() {
        return new ReleasedVersion(
                number,
                title,
                originator,
                ResolutionProposal.parse(proposal),
                reasons,
                PaperDetails.parse(details),
                fingerprint,
                releasedAt,
                releasedBy);
    }
}
