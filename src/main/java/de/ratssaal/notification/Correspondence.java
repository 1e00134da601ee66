package de.ratssaal.notification;

import java.util.Optional;

/** Notices of one topic: to whom they go, and what they say. How they get there is the same for all of them. */
interface Correspondence {

    /** Its name in the queue and in the log. */
    String topic();

    /** Puts what is due into the queue. What is there already may be put again: it changes nothing. */
    void queueDue();

    /** Writes a few notices. What is the same for all of them is read once, now. */
    Writer writer();

    /** Says what a notice is about. */
    interface Writer {

        /** @return nothing if the person need not be told any more */
        Optional<Matter> write(NoticeQueue.Entry notice);
    }
}
