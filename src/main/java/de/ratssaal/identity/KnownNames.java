package de.ratssaal.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind the identifiers that the audit log keeps. Answers auditors and administrators. */
@Service
public class KnownNames {

    private final JdbcClient database;
    private final CouncilRoll roll;
    private final Access access;

    KnownNames(JdbcClient database, CouncilRoll roll, Access access) {
        this.database = database;
        this.roll = roll;
        this.access = access;
    }

    /** The names of accounts, persons and organizations; what is none of these, or no longer known, is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> identifiers) {
        access.requireAnywhere(Role.AUDITOR, Role.ADMINISTRATOR);
        if (identifiers.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<>(roll.names(identifiers));
        database.sql("select id, name from identity_account where id = any (?)")
                .param(identifiers.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
