package de.ratssaal.audit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("A change of legal relevance")
class RecordAuditedEventsTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AuditTrail trail;

    @Autowired
    Access access;

    private final String subject = "thing/" + UUID.randomUUID();

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @DisplayName("is in the log with who did it, what it was, what it happened to")
    void written() {
        var before = java.time.Instant.now().minusSeconds(1);

        access.asSystem("nightly run", () -> change("it happened"));

        assertThat(entries()).singleElement().satisfies(it -> {
            assertThat(it.actor()).isEqualTo("system/nightly run");
            assertThat(it.type()).isEqualTo("audit.ThingHappened");
            assertThat(it.subject()).isEqualTo(subject);
            assertThat(it.line()).isEqualTo("it happened");
            assertThat(it.at()).isAfter(before);
        });
    }

    @Test
    @DisplayName("is under a signed head within a second, or two on a busy machine")
    void merged() {
        change("it happened");
        var entry = entries().getFirst().id();

        await().atMost(ofSeconds(10))
                .until(() -> access.asSystem("test", () -> trail.prove(entry))
                                .orElseThrow()
                                .state()
                        == EntryProof.State.PROVEN);
    }

    @Test
    @DisplayName(
            "stands in the log in the order in which it happened, with what others did in transactions of their own")
    void order() {
        var apart = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ThingHappened(subject, "first"));
            apart.executeWithoutResult(inner -> events.publishEvent(new ThingHappened(subject, "apart")));
            events.publishEvent(new ThingHappened(subject, "second"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    events.publishEvent(new ThingHappened(subject, "at the end"));
                }
            });
        });

        assertThat(entries()).extracting(AuditEntry::line).containsExactly("at the end", "second", "first", "apart");
    }

    @Test
    @DisplayName("that is undone leaves no entry")
    void undone() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ThingHappened(subject, "it did not happen"));
            status.setRollbackOnly();
        });

        assertThat(entries()).isEmpty();
    }

    @Test
    @DisplayName("cannot be made outside a transaction, where entry and change could part")
    void outsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new ThingHappened(subject, "it happened")));
    }

    @Test
    @DisplayName("names account and person, the account alone, or that nobody was signed in")
    void actors() {
        var account = new AccountId(UUID.randomUUID());
        var person = new PersonId(UUID.randomUUID());

        signIn(account, person);
        change("by a member");
        signIn(account, null);
        change("by an account");
        SecurityContextHolder.clearContext();
        change("by nobody");

        assertThat(entries())
                .extracting(AuditEntry::actor)
                .containsExactly("anonymous", "account/" + account, "account/" + account + " person/" + person);
    }

    @Test
    @DisplayName("is recorded also when a title in it has line breaks or broken characters")
    void oddText() {
        change("a\r\nb\u0000c\tde\uD83Ff\uD83D\uDE00");

        assertThat(entries()).singleElement().extracting(AuditEntry::line).isEqualTo("a  b c de\uFFFDf\uD83D\uDE00");
    }

    private void change(String line) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ThingHappened(subject, line)));
    }

    private List<AuditEntry> entries() {
        return access.asSystem("test", () -> trail.newest(new AuditFilter(subject, null, null, null, null), null, 10));
    }

    private static void signIn(AccountId account, @Nullable PersonId person) {
        AccountPrincipal principal = () -> new SignedIn(account, person, "Karla Wendt");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, "", List.of()));
    }

    record ThingHappened(String auditSubject, String auditLine) implements AuditedEvent {}
}
