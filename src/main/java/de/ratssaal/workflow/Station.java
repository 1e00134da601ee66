package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one office is to do with a paper in one step of one round. Without an office it is the secretariat's. */
@Entity
@Table(name = "workflow_station")
class Station {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private StationId id;

    @Column(nullable = false, updatable = false)
    private int round;

    /** Counted from 1. */
    @Column(nullable = false, updatable = false)
    private int step;

    /** Among those of the step, counted from 1. */
    @Column(nullable = false, updatable = false)
    private int place;

    @Column(nullable = false, updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private StepKind kind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "office_id", updatable = false))
    private @Nullable OrganizationId office;

    @Column(nullable = false, updatable = false)
    private boolean inOrder;

    @Column(nullable = false, updatable = false)
    private boolean automatic;

    @Column(nullable = false, updatable = false)
    private int workingDays;

    @Column(nullable = false, updatable = false)
    private boolean mayBePassedOver;

    @Embedded
    private Reminders reminders;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private StationState state = StationState.PLANNED;

    @Column(nullable = false)
    private int timesAsked;

    private @Nullable Instant askedAt;

    private @Nullable LocalDate due;

    private @Nullable Instant doneAt;

    private @Nullable String fingerprint;

    /** Whether it was done in an earlier round and still holds. */
    @Column(nullable = false)
    private boolean kept;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Station() {}

    Station(int round, int number, int place, Step step, @Nullable OrganizationId office) {
        this.id = StationId.next();
        this.round = round;
        this.step = number;
        this.place = place;
        this.name = step.name();
        this.kind = step.kind();
        this.office = office;
        this.inOrder = step.inOrder();
        this.automatic = step.actor() == Actor.AUTOMATIC;
        this.workingDays = step.workingDays();
        this.mayBePassedOver = step.mayBePassedOver();
        this.reminders = step.workingDays() == 0 ? Reminders.NONE : step.reminders();
    }

    /** Another office beside this one, which is asked in addition. */
    Station beside(int atPlace, OrganizationId other) {
        return new Station(
                round,
                step,
                atPlace,
                new Step(
                        name,
                        kind,
                        Actor.CHOSEN_OFFICES,
                        List.of(),
                        false,
                        Condition.ALWAYS,
                        workingDays,
                        mayBePassedOver,
                        reminders),
                other);
    }

    void ask(Instant at, OfficeDay today) {
        state = StationState.ASKED;
        timesAsked++;
        askedAt = at;
        due = workingDays == 0 ? null : today.workingDays().after(today.date(), workingDays);
        doneAt = null;
        fingerprint = null;
        kept = false;
    }

    /** Its turn has not come after all: something before it is open again. */
    void putOff() {
        state = StationState.PLANNED;
        due = null;
        doneAt = null;
        fingerprint = null;
        kept = false;
    }

    void finish(StationState how, String text, Instant at) {
        state = how;
        doneAt = at;
        fingerprint = text;
    }

    /** Takes over what the same office did in the round before. */
    void keep(Station before) {
        state = StationState.DONE;
        timesAsked = before.timesAsked;
        askedAt = before.askedAt;
        due = before.due;
        doneAt = before.doneAt;
        fingerprint = before.fingerprint;
        kept = true;
    }

    void close(Instant at) {
        if (isOpen()) {
            state = StationState.CLOSED;
            doneAt = at;
        }
    }

    boolean isOpen() {
        return state == StationState.PLANNED || state == StationState.ASKED;
    }

    boolean holdsFor(String text) {
        return state == StationState.DONE && text.equals(fingerprint);
    }

    StationId id() {
        return id;
    }

    int round() {
        return round;
    }

    int step() {
        return step;
    }

    int place() {
        return place;
    }

    String name() {
        return name;
    }

    StepKind kind() {
        return kind;
    }

    @Nullable
    OrganizationId office() {
        return office;
    }

    boolean inOrder() {
        return inOrder;
    }

    boolean isAutomatic() {
        return automatic;
    }

    boolean mayBePassedOver() {
        return mayBePassedOver;
    }

    /** How often it was to be reminded after its last day. */
    int timesReminded(OfficeDay today) {
        return state == StationState.ASKED && due != null ? reminders.after(due, today) : 0;
    }

    /** Whether it has kept others waiting so long that they are told. */
    boolean isEscalated(OfficeDay today) {
        return state == StationState.ASKED && due != null && reminders.areEscalated(due, today);
    }

    StationState state() {
        return state;
    }

    int timesAsked() {
        return timesAsked;
    }

    @Nullable
    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    LocalDate due() {
        return due;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }

    @Nullable
    String fingerprint() {
        return fingerprint;
    }

    boolean isKept() {
        return kept;
    }
}
