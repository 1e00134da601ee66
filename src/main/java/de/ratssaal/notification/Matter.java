package de.ratssaal.notification;

import de.ratssaal.circular.CircularLetterKind;
import de.ratssaal.circular.CircularSummary;
import de.ratssaal.teller.TellerLetterKind;
import de.ratssaal.workflow.Task;
import java.util.List;

/** What a notice is about. */
public sealed interface Matter {

    /** Name of the body or organization that writes. */
    String sender();

    /** The body's address, telephone and mail, one per line. */
    String contact();

    /**
     * Something waits for the person's office. Of it the letter holds numbers and links only: a mail is read by others too.
     *
     * @param tasks what waits longest first
     */
    record TasksWait(TaskLetterKind kind, List<Task> tasks, String sender, String contact) implements Matter {

        public TasksWait {
            tasks = List.copyOf(tasks);
        }
    }

    /** The member's answer to a circular resolution is waited for. */
    record AnswerAwaited(CircularLetterKind kind, CircularSummary circular, String contact) implements Matter {

        @Override
        public String sender() {
            return circular.organizationName();
        }
    }

    /**
     * Something waits for a teller. The letter says nothing of a key, and not what was voted on.
     *
     * @param sender name of the organization whose secret votes they count
     */
    record TellerNeeded(TellerLetterKind kind, String sender, String contact) implements Matter {}
}
