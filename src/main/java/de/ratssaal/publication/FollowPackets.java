package de.ratssaal.publication;

import de.ratssaal.packet.PacketAudience;
import de.ratssaal.packet.PacketBound;
import org.springframework.stereotype.Component;

/** Shows the packet for everybody with its meeting as soon as it is bound. */
@Component
class FollowPackets {

    private final Publishing publishing;
    private final InTurn inTurn;

    FollowPackets(Publishing publishing, InTurn inTurn) {
        this.publishing = publishing;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(PacketBound event) {
        if (event.audience() == PacketAudience.PUBLIC) {
            inTurn.publish(event.meeting(), publishing::publish);
        }
    }
}
