package de.ratssaal.voting;

import de.ratssaal.meeting.MeetingId;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** To which meeting a poll belongs. It never changes, so it is asked once for each poll and node. */
@Component
class PollLookup {

    private static final int MOST = 10_000;

    private final PollRepository polls;
    private final Map<PollId, MeetingId> known = new ConcurrentHashMap<>();

    PollLookup(PollRepository polls) {
        this.polls = polls;
    }

    MeetingId meetingOf(PollId id) {
        var meeting = known.get(id);
        if (meeting == null) {
            meeting = polls.findById(id)
                    .orElseThrow(() -> new NoSuchElementException("poll " + id))
                    .meeting();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(id, meeting);
        }
        return meeting;
    }
}
