package de.ratssaal.publication;

import de.ratssaal.circular.CircularEnded;
import org.springframework.stereotype.Component;

/** Publishes what was resolved in writing as soon as it is counted. */
@Component
class FollowCirculars {

    private final Publishing publishing;
    private final InTurn inTurn;

    FollowCirculars(Publishing publishing, InTurn inTurn) {
        this.publishing = publishing;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(CircularEnded event) {
        inTurn.publish(event.circular(), publishing::publish);
    }
}
