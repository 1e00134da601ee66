package de.ratssaal.amendment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An amendment as it was handed in or became later. Never changed. */
@Entity
@Table(name = "amendment_wording")
class AmendmentWording {

    /** Why there is another wording. */
    enum Cause {
        SUBMITTED,
        /** The paper was released anew, and the amendment fits its new version. */
        CARRIED_OVER,
        /** The paper was released anew, and somebody has to look at the amendment. */
        TO_CHECK,
        /** Its mover wrote it anew after that. */
        REVISED
    }

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Cause cause;

    @Column(nullable = false, updatable = false)
    private int baseVersion;

    @Column(nullable = false, updatable = false)
    private String baseFingerprint;

    @Column(nullable = false, updatable = false)
    private String operations;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private String reasons;

    @Column(nullable = false, updatable = false)
    private Instant writtenAt;

    @Column(nullable = false, updatable = false)
    private String writtenBy;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AmendmentWording() {}

    AmendmentWording(
            int number,
            Cause cause,
            int baseVersion,
            String baseFingerprint,
            String operations,
            String title,
            String reasons,
            String writtenBy,
            Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.cause = cause;
        this.baseVersion = baseVersion;
        this.baseFingerprint = baseFingerprint;
        this.operations = operations;
        this.title = title;
        this.reasons = reasons;
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    KeptWording summary() {
        return new KeptWording(
                number, cause.name(), baseVersion, baseFingerprint, Operations.parse(operations), writtenBy, writtenAt);
    }
}
