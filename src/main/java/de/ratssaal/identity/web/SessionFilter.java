package de.ratssaal.identity.web;

import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Goes on with a session that this server does not know yet, and reads the roles again now and then, so that a role that
 * was taken away or an account that was closed does not live on until its owner signs out.
 */
class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final BrowserSessions browsers;
    private final SessionCookies cookies;

    SessionFilter(Sessions sessions, BrowserSessions browsers, SessionCookies cookies) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.cookies = cookies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication account) {
            if (sessions.isDueForRefresh(account)) {
                sessions.refresh(account)
                        .ifPresentOrElse(
                                it -> browsers.put(it, request, response), () -> browsers.end(request, response));
            }
        } else {
            cookies.token(request)
                    .ifPresent(token -> sessions.resume(token, cookies.origin(request))
                            .ifPresentOrElse(
                                    it -> browsers.begin(it, request, response),
                                    () -> cookies.forget(request, response)));
        }
        chain.doFilter(request, response);
    }
}
