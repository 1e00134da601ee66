package de.ratssaal.publication;

import de.ratssaal.minutes.MinutesReleased;
import org.springframework.stereotype.Component;

/** Publishes minutes with their meeting as soon as they are released. */
@Component
class FollowMinutes {

    private final Publishing publishing;
    private final InTurn inTurn;

    FollowMinutes(Publishing publishing, InTurn inTurn) {
        this.publishing = publishing;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(MinutesReleased event) {
        inTurn.publish(event.meeting(), publishing::publish);
    }
}
