package de.ratssaal.packet;

/** For whom a packet is bound. */
public enum PacketAudience {
    /** Everybody. */
    PUBLIC,
    /** Those who may see the meeting of an organization that meets in private, but not its non-public part. */
    MEMBER,
    /** Those who may attend the non-public part. */
    NON_PUBLIC
}
