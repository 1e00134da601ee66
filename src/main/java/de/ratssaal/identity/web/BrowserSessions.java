package de.ratssaal.identity.web;

import com.vaadin.flow.server.VaadinSession;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.AccountAuthentication;
import de.ratssaal.identity.OpenedSession;
import de.ratssaal.identity.SessionId;
import de.ratssaal.identity.Sessions;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The HTTP sessions of this node and the sessions they stand for. When a session ends, on whatever node, its HTTP sessions
 * here end too, and with them what Vaadin keeps and pushes.
 */
@Component
class BrowserSessions {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserSessions.class);
    private static final String MARK = BrowserSessions.class.getName();
    private static final int LEFT_SECONDS = 60;

    private final Map<SessionId, Set<HttpSession>> open = new ConcurrentHashMap<>();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final ChangeNotices.Watch watch;

    BrowserSessions(Sessions sessions, SessionCookies cookies, ChangeNotices notices) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.watch = notices.watch(Sessions.ENDED, this::closeEnded);
    }

    /** Signs the browser in: under a new HTTP session number, so that nobody can have planted the old one. */
    void begin(OpenedSession session, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        cookies.keep(session, request, response);
        put(session.authentication(), request, response);
    }

    void put(AccountAuthentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        var http = request.getSession();
        if (!(http.getAttribute(MARK) instanceof Mark mark) || !mark.id.equals(authentication.session())) {
            http.setAttribute(MARK, new Mark(authentication.session()));
        }
    }

    /** Signs this browser out. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.forget(request, response);
        SecurityContextHolder.clearContext();
        var http = request.getSession(false);
        if (http != null) {
            close(http);
        }
    }

    private void closeEnded() {
        if (open.isEmpty()) {
            return;
        }
        for (var ended : sessions.ended(open.keySet())) {
            List.copyOf(open.getOrDefault(ended, Set.of())).forEach(BrowserSessions::close);
        }
    }

    /**
     * Nobody is signed in from this moment on. What Vaadin keeps is closed when no request works with it any more: it must
     * not be torn away from under one.
     */
    private static void close(HttpSession session) {
        try {
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            session.removeAttribute(MARK);
            session.setMaxInactiveInterval(LEFT_SECONDS);
            VaadinSession.getAllSessions(session).forEach(it -> it.access(it::close));
        } catch (IllegalStateException e) {
            LOG.debug("An HTTP session was over already", e);
        }
    }

    @PreDestroy
    void stop() {
        watch.close();
    }

    /** Lets the HTTP session itself say when it begins and when it is over, by whatever cause. */
    private final class Mark implements HttpSessionBindingListener {

        private final SessionId id;

        Mark(SessionId id) {
            this.id = id;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.computeIfAbsent(id, it -> ConcurrentHashMap.newKeySet()).add(event.getSession());
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.computeIfPresent(id, (it, http) -> {
                http.remove(event.getSession());
                return http.isEmpty() ? null : http;
            });
        }
    }
}
