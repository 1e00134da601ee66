package de.ratssaal.identity.web;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.stereotype.Component;

/**
 * Where somebody wanted to go before they were asked to sign in. It is remembered on the server and is always a page of the
 * members' application: nothing in an address can lead anybody elsewhere.
 */
@Component
class WayBack {

    static final String START = "/app/";

    private final VaadinDefaultRequestCache requests;

    WayBack(VaadinDefaultRequestCache requests) {
        this.requests = requests;
    }

    String take(HttpServletRequest request, HttpServletResponse response) {
        var saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        if (!(saved instanceof DefaultSavedRequest wanted)) {
            return START;
        }
        var path = wanted.getRequestURI();
        if (path == null || !path.startsWith(START) || path.startsWith(SecurityConfiguration.LOGIN)) {
            return START;
        }
        return wanted.getQueryString() == null ? path : path + "?" + wanted.getQueryString();
    }
}
