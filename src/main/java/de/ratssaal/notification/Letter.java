package de.ratssaal.notification;

import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a meeting to one person. It holds only what that person may read.
 *
 * @param messageId the same each time this letter is handed over, so that a mailbox that gets it twice shows it once
 * @param address mail address of the person
 * @param name full name of the person
 * @param sequence larger than that of any earlier letter about the meeting, for the calendar
 * @param standsInFor name of the member in whose place a substitute is invited, or none could be
 * @param changes what changed since the last letter, as far as the person may know, one sentence each
 * @param enclosure whether the packet comes with it
 * @param decline where the person says that they cannot come; none where they need not
 * @param agenda items that the person may know
 * @param note why the meeting was called off, what the secretariat adds, or the name of the substitute who is not needed; may be
 *     empty
 * @param contact the body's address, telephone and mail, one per line
 * @param link page of the meeting
 */
public record Letter(
        LetterKind kind,
        String messageId,
        String address,
        String name,
        Locale language,
        MeetingSummary meeting,
        int sequence,
        @Nullable String standsInFor,
        List<String> changes,
        Enclosure enclosure,
        @Nullable URI decline,
        List<AgendaItemSummary> agenda,
        String note,
        String contact,
        URI link) {

    public Letter {
        agenda = List.copyOf(agenda);
        changes = List.copyOf(changes);
    }
}
