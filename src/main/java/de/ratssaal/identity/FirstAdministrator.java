package de.ratssaal.identity;

import de.ratssaal.base.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way into an installation that nobody administers yet: a link that only whoever starts the application gets to see. It
 * works once, for a day, and not at all as soon as there is an administrator. There is no password to begin with.
 */
@Service
public class FirstAdministrator {

    private final JdbcClient database;
    private final Access access;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeLinks links;
    private final Clock clock;
    private final TransactionOperations transaction;
    private final boolean demo;

    FirstAdministrator(
            JdbcClient database,
            Access access,
            Accounts accounts,
            Passwords passwords,
            OneTimeLinks links,
            Clock clock,
            TransactionOperations transaction,
            Environment environment) {
        this.database = database;
        this.access = access;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.clock = clock;
        this.transaction = transaction;
        this.demo = environment.acceptsProfiles(Profiles.of(DemoLogins.PROFILE));
    }

    /** A new link, if one is needed; the one before does not work any more. Shown by the start to whoever started. */
    @Transactional
    Optional<URI> link() {
        return isMissing() ? Optional.of(links.make(OneTimeLinks.Purpose.FIRST_ADMINISTRATOR, null)) : Optional.empty();
    }

    /** Whether the link still works; looking does not use it up. */
    @Transactional(readOnly = true)
    public boolean isLinkValid(String token) {
        return links.look(token)
                        .filter(it -> it.purpose() == OneTimeLinks.Purpose.FIRST_ADMINISTRATOR)
                        .isPresent()
                && isMissing();
    }

    /**
     * Makes the account of the first administrator and uses the link up. Whoever holds the link is allowed to.
     *
     * @param mail for a forgotten password; may be empty
     * @throws Refusal if the link does not work, or if something is wrong with the account; then it is not used up
     */
    public void create(String token, String login, String name, String mail, String password) {
        var account =
                new NewAccount(login, name, mail, null, List.of(Grant.everywhere(Role.ADMINISTRATOR, clock.instant())));
        PasswordRules.check(password, account.login(), account.name());
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(running -> {
            if (links.use(token)
                            .filter(it -> it.purpose() == OneTimeLinks.Purpose.FIRST_ADMINISTRATOR)
                            .isEmpty()
                    || !isMissing()) {
                throw new Refusal("identity.first.used");
            }
            passwords.keep(access.asSystem("first-administrator", () -> accounts.create(account)), hash);
        });
    }

    /** In the demo the administrator is among the demo logins. */
    private boolean isMissing() {
        return !demo
                && !database.sql("""
                                select exists (select 1 from identity_role_grant g
                                    join identity_account a on a.id = g.account_id
                                where g.role = 'ADMINISTRATOR' and a.active and (g.valid_to is null or g.valid_to > ?))
                                """)
                        .param(Moments.in(clock.instant()))
                        .query(Boolean.class)
                        .single();
    }
}
