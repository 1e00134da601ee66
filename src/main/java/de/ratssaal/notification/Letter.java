package de.ratssaal.notification;

import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A letter about a meeting to one person. It holds only what that person may read.
 *
 * @param messageId the same each time this letter is handed over, so that a mailbox that gets it twice shows it once
 * @param address mail address of the person
 * @param name full name of the person
 * @param agenda items that the person may know
 * @param note why the meeting was called off; empty in an invitation
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
        List<AgendaItemSummary> agenda,
        String note,
        String contact,
        URI link) {

    public Letter {
        agenda = List.copyOf(agenda);
    }
}
