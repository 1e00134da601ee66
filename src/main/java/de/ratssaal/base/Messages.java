package de.ratssaal.base;

import java.util.List;
import java.util.Locale;
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
     * @param arguments what the placeholders stand for
     * @throws NoSuchMessageException if no language has the key
     */
    public String text(Locale language, String key, Object... arguments) {
        return source.getMessage(key, arguments, language);
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
