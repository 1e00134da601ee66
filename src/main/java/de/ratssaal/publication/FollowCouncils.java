package de.ratssaal.publication;

import de.ratssaal.organization.BodyChanged;
import de.ratssaal.organization.BodyFounded;
import de.ratssaal.organization.MembershipBegan;
import de.ratssaal.organization.MembershipEnded;
import de.ratssaal.organization.OrganizationChanged;
import de.ratssaal.organization.OrganizationCreated;
import de.ratssaal.organization.OrganizationDissolved;
import de.ratssaal.organization.PersonChanged;
import de.ratssaal.organization.RulesAdopted;
import org.springframework.stereotype.Component;

/** Publishes bodies, organizations and who their members are. */
@Component
class FollowCouncils {

    private final Publishing publishing;
    private final InTurn inTurn;

    FollowCouncils(Publishing publishing, InTurn inTurn) {
        this.publishing = publishing;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(BodyFounded event) {
        inTurn.publish(event.body(), publishing::publish);
    }

    @AfterCommit
    void on(BodyChanged event) {
        inTurn.publish(event.body(), publishing::publish);
    }

    @AfterCommit
    void on(OrganizationCreated event) {
        inTurn.publish(event.organization(), publishing::publish);
    }

    @AfterCommit
    void on(OrganizationChanged event) {
        inTurn.publish(event.organization(), publishing::publish);
    }

    @AfterCommit
    void on(OrganizationDissolved event) {
        inTurn.publish(event.organization(), publishing::publish);
    }

    @AfterCommit
    void on(RulesAdopted event) {
        inTurn.publish(event, it -> publishing.publishWithMeetings(it.organization()));
    }

    @AfterCommit
    void on(MembershipBegan event) {
        inTurn.publish(new Publishing.Seat(event.organization(), event.person()), publishing::publish);
    }

    @AfterCommit
    void on(MembershipEnded event) {
        inTurn.publish(new Publishing.Seat(event.organization(), event.person()), publishing::publish);
    }

    @AfterCommit
    void on(PersonChanged event) {
        inTurn.publish(event.person(), publishing::publish);
    }
}
