package de.ratssaal.identity.web;

import de.ratssaal.identity.Access;
import org.jspecify.annotations.Nullable;
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
     * @param account that is signed in
     * @param person whom it belongs to; none for an account that belongs to no person of the councils
     * @param tokenHeader header in which a changing request carries the token
     */
    record CurrentSession(
            String name, String account, @Nullable String person, String tokenHeader, String token) {}

    @GetMapping
    CurrentSession show(CsrfToken token) {
        var signedIn = access.require();
        var person = signedIn.person();
        return new CurrentSession(
                signedIn.name(),
                signedIn.account().toString(),
                person == null ? null : person.toString(),
                token.getHeaderName(),
                token.getToken());
    }
}
