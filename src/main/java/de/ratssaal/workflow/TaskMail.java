package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import java.time.LocalTime;

/** How people are told of their tasks by mail. Answered by the module that sends mails. */
public interface TaskMail {

    /**
     * @param digest whether one mail a day names everything that waits
     * @param digestAt from when on it is sent, by the clock of the body
     * @param atOnce whether a mail goes out as soon as something new waits
     * @param reminders whether a mail reminds before and after the end of a deadline
     */
    record Choice(boolean digest, LocalTime digestAt, boolean atOnce, boolean reminders) {}

    /** What whoever is signed in chose; what is usual if they chose nothing. */
    Choice mine();

    /** @throws Refusal if no time is given */
    void choose(Choice choice);
}
