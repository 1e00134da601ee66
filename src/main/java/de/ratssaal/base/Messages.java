package de.ratssaal.base;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Sentences in the reader's language, from the message files. */
@Component
public class Messages {

    /** German first, as most readers are. */
    public static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /**
     * @param language what the reader chose
     * @param key key in the message files
     * @param arguments what the placeholders stand for; days and moments are written out in the language
     * @throws NoSuchMessageException if no language has the key
     */
    public String text(Locale language, String key, Object... arguments) {
        return source.getMessage(
                key, Arrays.stream(arguments).map(it -> shown(language, it)).toArray(), language);
    }

    /** The sentence, if there is one. */
    public Optional<String> find(Locale language, String key) {
        return Optional.ofNullable(source.getMessage(key, null, null, language));
    }

    /** Days and moments as people write them: 18. März 2026, 17:00. */
    private static Object shown(Locale language, Object argument) {
        return switch (argument) {
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(day);
            case ZonedDateTime moment ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(moment);
            default -> argument;
        };
    }

    /** What a refused step says to the person who tried, with the paragraph where there is one. */
    public String text(Locale language, Refusal refusal) {
        var sentence = text(language, refusal.key(), refusal.arguments());
        return refusal instanceof RuleViolation violation
                ? text(
                        language,
                        "base.refusal.with-source",
                        sentence,
                        violation.source().toString())
                : sentence;
    }
}
