package de.ratssaal.reader;

import de.ratssaal.meeting.MeetingId;
import java.util.List;
import java.util.Optional;

/**
 * How a member reports during a meeting that their device does not work. It is shown with the documents and taken along with them,
 * for nobody reads it elsewhere once the line is down. A module answers that keeps it.
 */
public interface ReportingWay {

    /** @return nothing if there is nothing to report any more */
    Optional<Way> of(MeetingId meeting);

    /**
     * @param phone number to call or text; empty if none was entered
     * @param mail address; empty if none was entered
     * @param office lines of the body's letterhead, for who finds neither
     */
    record Way(String phone, String mail, List<String> office) {

        public Way {
            office = List.copyOf(office);
        }
    }
}
