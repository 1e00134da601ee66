package de.ratssaal.notification;

import java.util.Optional;

/** Takes letters and hands them on for delivery. */
public interface PostOffice {

    /** Hands a letter on. It does not throw for what a far side does; it takes minutes at most. */
    Handover hand(Letter letter);

    /** As {@link #hand(Letter)}. */
    Handover hand(Notice notice);

    /** Key of a sentence that says where letters go, if that is not into the members' mailboxes. */
    Optional<String> remark();
}
