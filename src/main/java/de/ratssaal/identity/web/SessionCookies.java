package de.ratssaal.identity.web;

import de.ratssaal.identity.OpenedSession;
import de.ratssaal.identity.Origin;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a browser keeps so that a session outlives the server that opened it. */
@Component
class SessionCookies {

    private static final String SESSION = "ratssaal-session";
    private static final String DEVICE = "ratssaal-device";
    private static final Duration DEVICE_IS_KNOWN = Duration.ofDays(180);
    private static final String PATH = "/";

    void keep(OpenedSession session, HttpServletRequest request, HttpServletResponse response) {
        var token = session.token();
        if (token != null) {
            var cookie = cookie(SESSION, token, request);
            if (session.lasting()) {
                cookie.maxAge(session.remaining());
            }
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
        }
        var device = session.device();
        if (device != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie(DEVICE, device, request)
                            .maxAge(DEVICE_IS_KNOWN)
                            .build()
                            .toString());
        }
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(SESSION, "", request).maxAge(Duration.ZERO).build().toString());
    }

    Optional<String> token(HttpServletRequest request) {
        return value(request, SESSION);
    }

    Origin origin(HttpServletRequest request) {
        return new Origin(
                request.getRemoteAddr(),
                orEmpty(request.getHeader(HttpHeaders.USER_AGENT)),
                value(request, DEVICE).orElse(""));
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(it -> it.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(it -> !it.isEmpty())
                        .findFirst();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
