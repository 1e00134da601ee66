package de.ratssaal.document;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator chooses about files, and sees of their condition. */
@Service
public class DocumentAdministration {

    private final JdbcClient database;
    private final VirusScan scanner;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentAdministration(
            JdbcClient database, VirusScan scanner, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.scanner = scanner;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Whether whoever acts is an administrator. */
    public boolean isMine() {
        return access.hasAnywhere(Role.ADMINISTRATOR);
    }

    /** @throws org.springframework.security.access.AccessDeniedException if whoever acts is no administrator */
    @Transactional(readOnly = true)
    public DocumentRules rules() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return current();
    }

    /** For the intake, whoever brings something. */
    DocumentRules current() {
        return database.sql("select active_content, accept_unscanned from document_rules")
                .query((row, number) -> new DocumentRules(
                        ActiveContentRule.valueOf(row.getString("active_content")), row.getBoolean("accept_unscanned")))
                .single();
    }

    /** @throws org.springframework.security.access.AccessDeniedException if whoever acts is no administrator */
    @Transactional
    public void choose(DocumentRules rules) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        if (rules.equals(current())) {
            return;
        }
        database.sql("update document_rules set active_content = :active, accept_unscanned = :unscanned")
                .param("active", rules.activeContent().name())
                .param("unscanned", rules.acceptUnscanned())
                .update();
        events.publishEvent(new DocumentRulesChanged(rules, clock.instant()));
    }

    /** @throws org.springframework.security.access.AccessDeniedException if whoever acts is no administrator */
    public DocumentCondition condition() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        var state = scanner();
        return database.sql("""
                        select count(*) as contents,
                               count(*) filter (where scan = 'UNSCANNED') as unscanned,
                               count(*) filter (where scan = 'INFECTED') as infected,
                               count(*) filter (where key_id is null) as in_clear,
                               count(object) as in_store
                        from document_content
                        """)
                .query((row, number) -> new DocumentCondition(
                        state,
                        row.getLong("contents"),
                        row.getLong("unscanned"),
                        row.getLong("infected"),
                        row.getLong("in_clear"),
                        row.getLong("in_store")))
                .single();
    }

    private DocumentCondition.Scanner scanner() {
        if (!scanner.isSet()) {
            return DocumentCondition.Scanner.NOT_SET;
        }
        return scanner.answers() ? DocumentCondition.Scanner.ANSWERS : DocumentCondition.Scanner.SILENT;
    }
}
