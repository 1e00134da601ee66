package de.ratssaal.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of an account sees of it. */
@Service
public class OwnAccount {

    private final JdbcClient database;
    private final Access access;

    OwnAccount(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** @param mail address for invitations and a forgotten password; changed by the administrator */
    public record Details(
            String login, String name, @Nullable String mail) {}

    /** The account of whoever acts. */
    @Transactional(readOnly = true)
    public Details show() {
        return database.sql("select login, name, mail from identity_account where id = ?")
                .param(access.require().account().value())
                .query((row, number) ->
                        new Details(row.getString("login"), row.getString("name"), row.getString("mail")))
                .single();
    }
}
