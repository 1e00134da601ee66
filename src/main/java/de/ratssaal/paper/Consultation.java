package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One station of a paper's way: an organization deliberates it, in which role, and on which item. Changed by its paper. */
@Entity
@Table(name = "paper_consultation")
class Consultation {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ConsultationId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization_id", nullable = false, updatable = false))
    private OrganizationId organization;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ConsultationRole role;

    @Column(nullable = false)
    private int position;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "meeting_id"))
    private @Nullable MeetingId meeting;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "item_id"))
    private @Nullable AgendaItemId item;

    /** Where it is meant to be deliberated, before it stands on an agenda there. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "meant_for_id"))
    private @Nullable MeetingId meantFor;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Consultation() {}

    Consultation(OrganizationId organization, ConsultationRole role, int position) {
        this.id = ConsultationId.next();
        this.organization = organization;
        this.role = role;
        this.position = position;
    }

    ConsultationId id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }

    ConsultationRole role() {
        return role;
    }

    int position() {
        return position;
    }

    @Nullable
    MeetingId meeting() {
        return meeting;
    }

    @Nullable
    AgendaItemId item() {
        return item;
    }

    @Nullable
    MeetingId meantFor() {
        return meantFor;
    }

    void meanFor(@Nullable MeetingId where) {
        meantFor = where;
    }

    boolean isScheduled() {
        return item != null;
    }

    void schedule(MeetingId on, AgendaItemId as) {
        meeting = on;
        item = as;
    }

    void unschedule() {
        meeting = null;
        item = null;
    }

    void standAt(int place) {
        position = place;
    }

    ConsultationSummary summary() {
        return new ConsultationSummary(id, organization, role, meeting, item, meantFor);
    }
}
