package de.ratssaal.base;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which language somebody reads: what they chose last on this device, else what their browser asks for, else German.
 *
 * <p>The choice is kept in a cookie, so that the members' application and the public portal agree without a session.
 */
public final class ReaderLanguage {

    /** Name of the cookie; its value is {@code de} or {@code en}. */
    public static final String COOKIE = "ratssaal-language";

    private static final Duration KEPT = Duration.ofDays(365);

    private ReaderLanguage() {}

    /** The language of whoever sent the request. */
    public static Locale of(HttpServletRequest request) {
        return of(request.getCookies(), Collections.list(request.getLocales()));
    }

    static Locale of(Cookie @Nullable [] cookies, List<Locale> accepted) {
        return chosen(cookies)
                .or(() -> accepted.stream()
                        .flatMap(it -> known(it.getLanguage()).stream())
                        .findFirst())
                .orElse(Locale.GERMAN);
    }

    /** A language that the message files have, by its two letters. */
    public static Optional<Locale> known(String language) {
        return Messages.LANGUAGES.stream()
                .filter(it -> it.getLanguage().equals(language))
                .findFirst();
    }

    /** The cookie that keeps a choice on this device. */
    public static Cookie keep(Locale language) {
        var cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<Locale> chosen(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(it -> it.getName().equals(COOKIE))
                        .flatMap(it -> known(it.getValue()).stream())
                        .findFirst();
    }
}
