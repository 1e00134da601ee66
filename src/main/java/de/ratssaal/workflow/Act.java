package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was done with a paper on its way. Never changed. */
@Entity
@Table(name = "workflow_act")
class Act {

    @Id
    private UUID id;

    /** Order in the process, from 1. */
    @Column(nullable = false, updatable = false)
    private int position;

    @Column(nullable = false, updatable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ActKind kind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "station_id", updatable = false))
    private @Nullable StationId station;

    /** The how manieth time the station was asked. */
    @Column(updatable = false)
    private @Nullable Integer asking;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "office_id", updatable = false))
    private @Nullable OrganizationId office;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id", updatable = false))
    private @Nullable PersonId person;

    @Column(nullable = false, updatable = false)
    private String name;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "on_behalf_of", updatable = false))
    private @Nullable PersonId onBehalfOf;

    @Column(updatable = false)
    private @Nullable String onBehalfOfName;

    @Column(nullable = false, updatable = false)
    private String comment;

    @Column(nullable = false, updatable = false)
    private String fingerprint;

    @Column(nullable = false, updatable = false)
    private Instant at;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Act() {}

    Act(
            int position,
            int round,
            ActKind kind,
            @Nullable Station station,
            @Nullable OrganizationId office,
            By by,
            String comment,
            String fingerprint,
            Instant at) {
        this.id = UUID.randomUUID();
        this.position = position;
        this.round = round;
        this.kind = kind;
        this.station = station == null ? null : station.id();
        this.asking = station == null ? null : station.timesAsked();
        this.office = office;
        this.person = by.person();
        this.name = by.name();
        this.onBehalfOf = by.onBehalfOf();
        this.onBehalfOfName = by.onBehalfOfName();
        this.comment = comment;
        this.fingerprint = fingerprint;
        this.at = at;
    }

    ActSummary summary() {
        return new ActSummary(position, round, kind, office, person, name, onBehalfOfName, comment, fingerprint, at);
    }

    @Nullable
    StationId station() {
        return station;
    }
}
