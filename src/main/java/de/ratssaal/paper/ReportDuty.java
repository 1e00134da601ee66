package de.ratssaal.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report that a resolution asks for.
 *
 * @param recipient organization that is to be told, in the words of the text, such as {@code Hauptausschuss}
 * @param from first day on which the first report is owed; none if the text names none
 * @param repeated whether more reports follow the first
 */
public record ReportDuty(String recipient, @Nullable LocalDate from, boolean repeated) {

    public ReportDuty {
        recipient = PlainText.line(recipient);
        if (recipient.isEmpty()) {
            throw new IllegalArgumentException("a report has a recipient");
        }
    }
}
