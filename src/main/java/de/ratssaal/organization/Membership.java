package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A person in an organization for a time. It begins and ends; who changes their role ends one and begins another. */
@Entity
@Table(name = "organization_membership")
class Membership extends AbstractAggregateRoot<Membership> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MembershipId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization_id", nullable = false, updatable = false))
    private OrganizationId organization;

    /** Of the organization; the database needs it to allow one political group at a time. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "body_id", nullable = false, updatable = false))
    private BodyId body;

    /** Of the organization, for the same reason. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Classification classification;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id", nullable = false, updatable = false))
    private PersonId person;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private MembershipRole role;

    @Column(nullable = false, updatable = false)
    private boolean votes;

    @Column(nullable = false, updatable = false)
    private int weight;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "stands_in_for", updatable = false))
    private @Nullable PersonId standsInFor;

    private @Nullable Integer seat;

    @Column(nullable = false, updatable = false)
    private LocalDate firstDay;

    private @Nullable LocalDate lastDay;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    private Membership(
            MembershipId id,
            Organization organization,
            PersonId person,
            MembershipRole role,
            boolean votes,
            int weight,
            @Nullable PersonId standsInFor,
            int seat,
            LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        this.id = id;
        this.organization = organization.id();
        this.body = organization.body();
        this.classification = organization.classification();
        this.person = person;
        this.role = role;
        this.votes = votes;
        this.weight = weight;
        this.standsInFor = standsInFor;
        this.seat = seat == 0 ? null : seat;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        registerEvent(new MembershipBegan(
                id, organization.id(), person, role, votes, standsInFor, firstDay, lastDay, weight));
    }

    static Membership of(Organization organization, NewMembership details) {
        return new Membership(
                MembershipId.next(),
                organization,
                details.person(),
                details.role(),
                details.votes(),
                details.weight(),
                null,
                details.seat(),
                details.firstDay(),
                details.lastDay());
    }

    static Membership ofSubstitute(
            Organization organization,
            PersonId person,
            PersonId standsInFor,
            LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        return new Membership(
                MembershipId.next(),
                organization,
                person,
                MembershipRole.SUBSTITUTE,
                false,
                1,
                standsInFor,
                0,
                firstDay,
                lastDay);
    }

    /** @param day the last one that counts; not after an end that is already known */
    void end(LocalDate day) {
        if (day.isBefore(firstDay)) {
            throw new Refusal("organization.ends-before-start");
        }
        if (lastDay != null && day.isAfter(lastDay)) {
            throw new Refusal("organization.membership.already-ends", lastDay);
        }
        if (!day.equals(lastDay)) {
            lastDay = day;
            registerEvent(new MembershipEnded(id, organization, person, role, day));
        }
    }

    /** @param place counted from 1; 0 for none */
    void sitOn(int place) {
        seat = place == 0 ? null : place;
    }

    MembershipId id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }
}
