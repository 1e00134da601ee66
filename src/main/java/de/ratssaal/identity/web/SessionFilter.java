package de.ratssaal.identity.web;

import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Goes on with a session that this server does not know yet, and reads the roles again now and then, so that a role that
 * was taken away or an account that was closed does not live on until its owner signs out.
 */
class SessionFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFilter.class);

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
        try {
            goOn(request, response);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Sessions cannot be read: {}", e.getMessage());
            if (!(SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            // known and let in before: what they ask for tells them itself that the database is away
        }
        chain.doFilter(request, response);
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response) {
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
    }
}
