package de.ratssaal.packet;

/** The way of a packet. */
public enum PacketState {
    /** It is ordered. */
    WAITING,
    /** Files are made into PDFs. */
    CONVERTING,
    BINDING,
    BOUND,
    /** It could not be bound, in several attempts. */
    FAILED;

    public boolean isOpen() {
        return this == WAITING || this == CONVERTING || this == BINDING;
    }
}
