package de.ratssaal.notification;

import de.ratssaal.workflow.Task;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A letter to one person about what waits for their office. It holds numbers and links only: a mail is read by others too.
 *
 * @param messageId the same each time this letter is handed over
 * @param address mail address of the person
 * @param name full name of the person
 * @param tasks what waits longest first
 * @param sender name of the body
 * @param contact the body's address, telephone and mail, one per line
 * @param application address below which the application's pages are
 */
public record TaskLetter(
        String messageId,
        String address,
        String name,
        Locale language,
        TaskLetterKind kind,
        List<Task> tasks,
        String sender,
        String contact,
        URI application) {

    public TaskLetter {
        tasks = List.copyOf(tasks);
    }
}
