package de.ratssaal.distribution;

import de.ratssaal.base.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says in one line what changed. */
@Component
public class ChangeText {

    private final Messages messages;

    ChangeText(Messages messages) {
        this.messages = messages;
    }

    /** What happened, in one or two words. */
    public String what(Change change, Locale language) {
        return messages.text(language, "distribution.what." + change.what());
    }

    /** What it happened to, and what was there before. */
    public String line(Change change, Locale language, ZoneId zone) {
        var subject = messages.text(language, "distribution.subject." + change.subject());
        var text = new StringBuilder();
        if (!change.label().isEmpty()) {
            text.append(change.label()).append(" · ");
        }
        text.append(subject);
        var now = value(change.subject(), change.text(), language, zone);
        if (!now.isEmpty()) {
            text.append(": ").append(now);
        }
        if (!change.before().isEmpty()) {
            text.append(" (")
                    .append(messages.text(
                            language,
                            "distribution.before",
                            change.what() == Change.What.RENUMBERED
                                    ? change.before()
                                    : value(change.subject(), change.before(), language, zone)))
                    .append(")");
        }
        return text.toString();
    }

    /** The whole of it. */
    public String sentence(Change change, Locale language, ZoneId zone) {
        return what(change, language) + ": " + line(change, language, zone);
    }

    private String value(Subject subject, String text, Locale language, ZoneId zone) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (subject) {
            case START, END -> {
                var at = Instant.parse(text).atZone(zone);
                yield messages.text(
                        language,
                        "distribution.moment",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(language)
                                .format(at),
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(language)
                                .format(at));
            }
            case MODE -> messages.text(language, "meeting.mode." + text);
            case TITLE, PLACE, ACCESS, ITEM, PAPER, FILE ->
                text.replaceAll("\\s+", " ").strip();
        };
    }
}
