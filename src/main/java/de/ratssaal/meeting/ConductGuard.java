package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;

/** What has to be settled before a meeting goes on or ends. Modules that know of such things answer; the meeting is held. */
public interface ConductGuard {

    /** @throws Refusal if an interrupted meeting may not go on yet; it says what is in the way */
    void requireMayGoOn(MeetingId meeting);

    /** @throws Refusal if the meeting may not be closed yet; it says what is in the way */
    void requireMayClose(MeetingId meeting);
}
