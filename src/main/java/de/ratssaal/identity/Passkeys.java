package de.ratssaal.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import de.ratssaal.base.Refusal;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A person's own passkeys (WebAuthn): devices that prove who they are without a password, to this address only. */
@Service
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int LABEL_LENGTH = 100;

    private final JdbcClient database;
    private final Access access;
    private final Passwords passwords;
    private final RelyingParty relyingParty;
    private final ApplicationEventPublisher events;
    private final RealTime time;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            JdbcClient database,
            Access access,
            Passwords passwords,
            RelyingParty relyingParty,
            ApplicationEventPublisher events,
            RealTime time) {
        this.database = database;
        this.access = access;
        this.passwords = passwords;
        this.relyingParty = relyingParty;
        this.events = events;
        this.time = time;
    }

    /** The passkeys of whoever acts. */
    @Transactional(readOnly = true)
    public List<PasskeySummary> mine() {
        return database.sql("""
                        select credential_id, label, created_at, last_used_at from identity_passkey
                        where account_id = ? order by created_at
                        """)
                .param(access.require().account().value())
                .query((row, number) -> new PasskeySummary(
                        new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
                        row.getString("label"),
                        Moments.out(row, "created_at"),
                        Moments.out(row, "last_used_at")))
                .list();
    }

    /**
     * Begins to add a passkey.
     *
     * @param password asked once more, so that nobody does it on a computer left open; empty if there is none
     */
    public PasskeyCreation begin(String password) {
        var account = access.require().account();
        passwords.confirmIfAny(account, password);
        var options = relyingParty
                .operations()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(
                                account.toString(), "", AuthorityUtils.NO_AUTHORITIES)));
        return new PasskeyCreation(account, options, json.writeValueAsString(options), time.now());
    }

    /**
     * Adds the passkey that the browser made.
     *
     * @param label what its owner calls it
     * @param made the browser's answer
     * @throws Refusal if it is not an answer to what was asked
     */
    @Transactional
    public void complete(PasskeyCreation creation, String label, String made) {
        var account = access.require().account();
        if (!account.equals(creation.account()) || creation.isOver(time.now())) {
            throw new Refusal("identity.passkey.failed");
        }
        var name = label.strip();
        if (name.isEmpty() || name.length() > LABEL_LENGTH) {
            throw new Refusal("identity.passkey.label-missing");
        }
        try {
            var credential =
                    json.readValue(made, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            relyingParty
                    .operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation.options(), new RelyingPartyPublicKey(credential, name)));
        } catch (WebAuthnException | IllegalArgumentException | JacksonException e) {
            LOG.warn("A passkey was refused: {}", e.getMessage());
            throw new Refusal("identity.passkey.failed");
        }
        events.publishEvent(new PasskeyAdded(account, name));
    }

    /** Removes one of the own passkeys. */
    @Transactional
    public void remove(String id) {
        var account = access.require().account();
        database.sql("delete from identity_passkey where credential_id = ? and account_id = ? returning label")
                .params(Bytes.fromBase64(id).getBytes(), account.value())
                .query(String.class)
                .optional()
                .ifPresent(label -> events.publishEvent(new PasskeyRemoved(account, label)));
    }

    /** All passkeys of an account; asked of by the module itself after it checked who may. */
    @Transactional
    void removeAll(AccountId account) {
        database.sql("delete from identity_passkey where account_id = ? returning label")
                .param(account.value())
                .query(String.class)
                .list()
                .forEach(label -> events.publishEvent(new PasskeyRemoved(account, label)));
    }

    /** Begins a sign-in. Whose it will be is not known yet. */
    public PasskeyRequest request() {
        var options = relyingParty
                .operations()
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(new AnonymousAuthenticationToken(
                                "sign-in", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))));
        return new PasskeyRequest(options, json.writeValueAsString(options), time.now());
    }

    /** Whose passkey answered; nobody's if the answer is not one to what was asked. */
    @Transactional
    Optional<AccountId> verify(PasskeyRequest request, String shown) {
        if (request.isOver(time.now())) {
            return Optional.empty();
        }
        try {
            var credential =
                    json.readValue(shown, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = relyingParty
                    .operations()
                    .authenticate(new RelyingPartyAuthenticationRequest(request.options(), credential));
            return Optional.of(PasskeyOwners.account(owner.getId()));
        } catch (WebAuthnException | IllegalArgumentException | JacksonException e) {
            LOG.warn("A passkey was refused: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
