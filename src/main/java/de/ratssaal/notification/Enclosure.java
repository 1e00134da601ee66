package de.ratssaal.notification;

import de.ratssaal.packet.PacketContent;
import org.jspecify.annotations.Nullable;

/**
 * Whether the public part of the packet comes with a mail. What is not public never does: a mail is read by others too.
 *
 * @param content the packet, if it is enclosed
 */
public record Enclosure(State state, @Nullable PacketContent content) {

    /** Nothing was asked for. */
    public static final Enclosure NONE = new Enclosure(State.NOT_WANTED, null);

    public Enclosure {
        if ((content != null) != (state == State.ENCLOSED)) {
            throw new IllegalArgumentException("%s with content: %s".formatted(state, content != null));
        }
    }

    /** What became of it. */
    public enum State {
        NOT_WANTED,
        ENCLOSED,
        /** It is larger than mails may be. */
        TOO_LARGE,
        /** It could not be bound in time. */
        NOT_READY,
        /** The organization meets in private: nothing of it is for everybody. */
        NOTHING_PUBLIC
    }
}
