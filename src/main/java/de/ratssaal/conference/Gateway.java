package de.ratssaal.conference;

import de.ratssaal.conference.Broadcastable.Forwarding;
import de.ratssaal.conference.Broadcastable.RtpTarget;
import java.util.Map;
import java.util.Optional;

/**
 * A server for sound and picture beside the application: each page sends to it once, and it sends to all others. {@link
 * EmbeddedProvider} uses it where there is one.
 *
 * <p>What it is told changes nothing the second time, and takes two seconds at most: where it does not answer it throws.
 */
public interface Gateway {

    /** The most that a page may say, in characters: the answer for a room with many people. */
    int LARGEST = 131_072;

    /** Names the one that is used from here; none if there is none. It may be away at the moment. */
    Optional<String> name();

    /** Whether it answers. */
    boolean isThere();

    /** Whether a room there is worth waiting for: it answers, or is away for a moment. */
    boolean reaches(GatewayRoom room);

    /** How many at once can send a picture in a room. */
    int mostPictures();

    /** Whoever is in it is put out, and it is gone. */
    void close(GatewayRoom room);

    void putOut(GatewayRoom room, LineId line);

    /** Who of those in the room may be heard; of all others nothing is sent on. */
    void moderate(GatewayRoom room, Map<LineId, Boolean> heard);

    /** As {@link #moderate}; whoever is there without being named is put out. */
    void keep(GatewayRoom room, Map<LineId, Boolean> heard);

    /** Brings a page into the room, and again whenever the gateway was away, until the seat is closed. */
    Seat seat(GatewayRoom room, LineId line, Page page);

    /** Sends what comes from a line to elsewhere. */
    Optional<Forwarding> forward(GatewayRoom room, LineSource line, RtpTarget to);

    /** What one page has of the gateway. */
    interface Seat extends AutoCloseable {

        /** What the page says, as JSON. */
        void hear(String said);

        /** The gateway gives it nothing more and takes nothing more. */
        @Override
        void close();
    }

    /** A page, and what is true of it now. Asked from threads of the gateway. */
    interface Page {

        void tell(Map<String, Object> what);

        /** Whether its line leads into the room, and the room is open. */
        boolean isIn();

        boolean mayBeHeard();
    }

    /** The line of somebody who comes and goes. */
    @FunctionalInterface
    interface LineSource {

        Optional<LineId> line();
    }
}
