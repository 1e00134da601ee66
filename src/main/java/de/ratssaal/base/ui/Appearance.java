package de.ratssaal.base.ui;

import com.vaadin.flow.component.page.ColorScheme;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, as the reader chose on this device. */
enum Appearance {
    /** As the device is set. */
    SYSTEM(ColorScheme.Value.LIGHT_DARK, Symbol.APPEARANCE),
    LIGHT(ColorScheme.Value.LIGHT, Symbol.LIGHT),
    DARK(ColorScheme.Value.DARK, Symbol.DARK);

    /** Also read in the browser, by frontend/src/appearance.ts. */
    static final String COOKIE = "ratssaal-appearance";

    private final ColorScheme.Value scheme;
    private final Symbol symbol;

    Appearance(ColorScheme.Value scheme, Symbol symbol) {
        this.scheme = scheme;
        this.symbol = symbol;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    Symbol symbol() {
        return symbol;
    }

    String key() {
        return "base.appearance." + name().toLowerCase(Locale.ROOT);
    }

    Cookie keep() {
        var cookie = new Cookie(COOKIE, name().toLowerCase(Locale.ROOT));
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    static Appearance of(Cookie @Nullable [] cookies) {
        return cookies == null
                ? SYSTEM
                : Arrays.stream(cookies)
                        .filter(it -> it.getName().equals(COOKIE))
                        .flatMap(it -> Arrays.stream(values())
                                .filter(known ->
                                        known.name().toLowerCase(Locale.ROOT).equals(it.getValue())))
                        .findFirst()
                        .orElse(SYSTEM);
    }
}
