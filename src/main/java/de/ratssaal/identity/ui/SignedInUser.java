package de.ratssaal.identity.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import de.ratssaal.base.ui.CurrentUser;
import de.ratssaal.identity.Access;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the frame who is signed in. */
@Component
class SignedInUser implements CurrentUser {

    private final Access access;
    private final AuthenticationContext authentication;

    SignedInUser(Access access, AuthenticationContext authentication) {
        this.access = access;
        this.authentication = authentication;
    }

    @Override
    public Optional<Shown> shown() {
        return access.signedIn().map(who -> new Shown(who.name(), MyAccountView.PATH, authentication::logout));
    }
}
