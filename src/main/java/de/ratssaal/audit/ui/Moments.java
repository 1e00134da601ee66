package de.ratssaal.audit.ui;

import com.vaadin.flow.component.Component;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times of the log as the reader's device would show them; the log belongs to no body whose zone could be asked. */
record Moments(ZoneId zone, Locale language) {

    /** For whoever looks at the component, once it is shown. */
    static Moments of(Component view) {
        var ui = view.getUI().orElseThrow();
        return new Moments(zone(ui.getPage().getExtendedClientDetails().getTimeZoneId()), ui.getLocale());
    }

    private static ZoneId zone(String name) {
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // a browser with a zone of its own making
        }
    }

    /** Date and time to the second. */
    String brief(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(at.atZone(zone));
    }

    /** Date and time with the zone. */
    String exact(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .withLocale(language)
                .format(at.atZone(zone));
    }
}
