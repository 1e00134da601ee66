package de.ratssaal.identity;

import de.ratssaal.base.Refusal;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the installation: who may sign in and which roles are granted to them. The administrator's business. */
@Service
public class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}._@+-]{0,99}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]+");

    private final JdbcClient database;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(JdbcClient database, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account. Nobody can sign in with it before its owner chose a password or the directory knows them. */
    @Transactional
    public AccountId create(NewAccount account) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        if (!LOGIN.matcher(account.login()).matches()) {
            throw new Refusal("identity.accounts.login-invalid");
        }
        if (account.name().isEmpty()) {
            throw new Refusal("identity.accounts.name-missing");
        }
        var mail = account.mail();
        if (mail != null && !MAIL.matcher(mail).matches()) {
            throw new Refusal("identity.mail-invalid");
        }
        var id = AccountId.next();
        var person = account.person();
        try {
            database.sql("""
                            insert into identity_account (id, login, name, mail, person_id, created_at)
                            values (:id, :login, :name, :mail, :person, :now)
                            """)
                    .param("id", id.value())
                    .param("login", account.login())
                    .param("name", account.name())
                    .param("mail", mail)
                    .param("person", person == null ? null : person.value())
                    .param("now", Moments.in(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("identity.accounts.exists", account.login());
        }
        events.publishEvent(new AccountCreated(id, person));
        account.grants().forEach(grant -> grant(id, grant));
        return id;
    }

    /** Grants a role for a time. */
    @Transactional
    public void grant(AccountId account, Grant grant) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        var organization = grant.organization();
        var to = grant.to();
        database.sql("""
                        insert into identity_role_grant (account_id, role, organization_id, valid_from, valid_to)
                        values (:account, :role, :organization, :from, :to)
                        """)
                .param("account", account.value())
                .param("role", grant.role().name())
                .param("organization", organization == null ? null : organization.value())
                .param("from", Moments.in(grant.from()))
                .param("to", to == null ? null : Moments.in(to))
                .update();
        events.publishEvent(new RoleGranted(account, grant.role(), organization, grant.from(), to));
    }
}
