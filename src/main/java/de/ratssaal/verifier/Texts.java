package de.ratssaal.verifier;

import de.ratssaal.ballot.Check;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The sentences of the report, in German or English. */
final class Texts {

    static final List<String> LANGUAGES = List.of("de", "en");

    private final Locale locale;
    private final ResourceBundle bundle;

    /** @param wanted English takes the place of a language that is not there */
    Texts(Locale wanted) {
        this.locale = LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle(
                "de.ratssaal.verifier.texts",
                Locale.of(locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param arguments texts among them may come from a record and say anything */
    String text(String key, Object... arguments) {
        var printable = Stream.of(arguments)
                .map(it -> it instanceof String text ? Printable.of(text) : it)
                .toArray();
        return new MessageFormat(bundle.getString(key), locale).format(printable);
    }

    String reason(Check.Invalid invalid) {
        return text("reason." + invalid.reason().name(), invalid.details().toArray());
    }
}
