package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.util.Optional;

/** A provider from which sound and picture can be had to show them to the public. */
public interface Broadcastable {

    /** Name of the {@link ConferenceProvider}. */
    String provider();

    /** Whether anything can be had from this room, on this server. */
    boolean canForward(Room room);

    /**
     * Begins to send what one person in the room sends: sound as Opus, picture as VP8, each as RTP (RFC 3550) to a port of its own.
     *
     * @return none if they send nothing, or are not there
     */
    Optional<Forwarding> forward(Room room, PersonId person, RtpTarget to);

    /**
     * Where to send it.
     *
     * @param host address of the server that shows it to the public
     * @param soundPort UDP
     * @param picturePort UDP
     * @param source SSRC under which both are sent; whatever comes under another one is thrown away there
     */
    record RtpTarget(String host, int soundPort, int picturePort, int source) {}

    /** It goes on until it is closed, or its room is. Closing it twice changes nothing. */
    interface Forwarding extends AutoCloseable {

        /** Asks for a whole picture: without one, nobody can begin to look. */
        void wholePicture();

        @Override
        void close();
    }
}
