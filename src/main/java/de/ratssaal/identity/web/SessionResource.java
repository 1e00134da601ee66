package de.ratssaal.identity.web;

import de.ratssaal.identity.Access;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, and the token that every changing request has to carry. */
@RestController
@RequestMapping("/api/session")
class SessionResource {

    private final Access access;

    SessionResource(Access access) {
        this.access = access;
    }

    /**
     * @param name how the person is shown
     * @param tokenHeader header in which a changing request carries the token
     */
    record CurrentSession(String name, String tokenHeader, String token) {}

    @GetMapping
    CurrentSession show(CsrfToken token) {
        return new CurrentSession(access.require().name(), token.getHeaderName(), token.getToken());
    }
}
