package de.ratssaal.identity;

import de.ratssaal.base.RatssaalProperties;
import java.net.URI;
import java.util.HashSet;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * For whom passkeys are made: the host under which people reach the application. A page elsewhere that looks the same gets
 * nothing from a passkey; that is what makes them safe.
 */
@Component
class RelyingParty {

    private static final String NAME = "Ratssaal";
    private static final String THIS_MACHINE = "localhost";

    private final PasskeyOwners owners;
    private final PasskeyStore store;
    private final URI address;
    private final Environment environment;

    RelyingParty(PasskeyOwners owners, PasskeyStore store, RatssaalProperties settings, Environment environment) {
        this.owners = owners;
        this.store = store;
        this.address = URI.create(settings.publicUrl());
        this.environment = environment;
    }

    /** The device always checks that it is its owner who uses it, so that a passkey is two factors in one. */
    WebAuthnRelyingPartyOperations operations() {
        var origins = new HashSet<String>();
        origins.add(origin(address));
        var port = environment.getProperty("local.server.port");
        if (THIS_MACHINE.equals(address.getHost()) && port != null) {
            // whoever tries it out reaches it under the port on which it listens
            origins.add("http://" + THIS_MACHINE + ":" + port);
        }
        var operations = new Webauthn4JRelyingPartyOperations(
                owners,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(address.getHost())
                        .name(NAME)
                        .build(),
                origins);
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
