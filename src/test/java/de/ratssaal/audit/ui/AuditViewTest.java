package de.ratssaal.audit.ui;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import de.ratssaal.IntegrationTest;
import de.ratssaal.audit.AuditFilter;
import de.ratssaal.audit.AuditTrail;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.VoteCast;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@ViewPackages(packages = {"de.ratssaal.audit.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_AUDITOR", "SYSTEM"})
class AuditViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AuditTrail trail;

    @Autowired
    Access access;

    @Autowired
    TestAccounts accounts;

    @Autowired
    CouncilRoll roll;

    @Autowired
    ApplicationContext context;

    private final String subject = "thing/" + UUID.randomUUID();
    private long entry;

    @BeforeEach
    void somethingHappened() {
        UI.getCurrent().setLocale(Locale.GERMAN);
        transaction.executeWithoutResult(status -> {
            for (var i = 1; i <= 60; i++) {
                events.publishEvent(new Happened(subject, "step " + i));
            }
        });
        entry = trail.newest(new AuditFilter(subject, null, null, null, null), null, 1)
                .getFirst()
                .id();
        await().atMost(ofSeconds(10))
                .until(() -> access.asSystem(
                        "test", () -> trail.prove(entry).orElseThrow().head() != null));
    }

    @Test
    void theNewestEntriesOfASubjectComeFirstAndOlderOnesOnDemand() {
        UI.getCurrent().navigate(AuditView.class, QueryParameters.of("subject", subject));

        assertThat($(TextField.class)
                        .withCaption("Gegenstand beginnt mit")
                        .single()
                        .getValue())
                .isEqualTo(subject);
        assertThat(lines()).hasSize(50).startsWith("step 60", "step 59").doesNotContain("step 1");
        test(button("Ältere Einträge zeigen")).click();
        assertThat(lines()).hasSize(60).endsWith("step 2", "step 1");
        assertThat($(Button.class).withText("Ältere Einträge zeigen").all()).isEmpty();
    }

    @Test
    void theWholeLogIsCheckedWhileOneWaits() {
        navigate(AuditView.class);

        test(button("Gesamtes Protokoll prüfen")).click();

        await().pollInSameThread().atMost(ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat(badges()).contains("Das Protokoll ist unversehrt.");
        });
        assertThat(button("Gesamtes Protokoll prüfen").isEnabled()).isTrue();
    }

    @Test
    void aKeptHeadIsComparedAtOnceAndWhatIsNoneIsRefused() {
        var head = String.valueOf(trail.state().head());
        navigate(AuditView.class);
        var kept = $(TextArea.class).single();

        kept.setValue(head);
        assertThat(badges()).contains("Das Protokoll beginnt unverändert mit diesem Stand.");
        kept.setValue(head.replaceFirst("\n[0-9]+\n", "\n1\n"));
        assertThat(badges()).contains("Dieser Stand wurde nicht von diesem System signiert oder danach geändert.");
        kept.setValue("something else");
        assertThat(kept.isInvalid()).isTrue();
        test(button("Gesamtes Protokoll prüfen")).click();
        assertThat(kept.isInvalid()).isTrue();
    }

    @Test
    void anEntryIsShownWithItsProofAndALinkToAllOfItsSubject() {
        navigate(AuditEntryView.class, entry);

        assertThat($(H1.class).single().getText()).isEqualTo("Eintrag " + entry);
        assertThat(badges()).contains("Nachgewiesen");
        assertThat($(Anchor.class).withText(subject).single().getHref())
                .isEqualTo("audit?subject=" + subject.replace("/", "%2F"));
        assertThat($(TextDownload.class).single().getHref()).isNotBlank();
    }

    @Test
    void anEntryThatIsNotThereIsNotFound() {
        UI.getCurrent().navigate("audit/entry/999999999");

        assertThat($(H1.class).single().getText()).isEqualTo("Hier ist nichts");
    }

    @Test
    void anEntrySaysInTheReadersLanguageWhatHappenedAndWhoDidItAndWhatWasRecorded() {
        var council = TestCouncil.of(2, context);
        var secretary = accounts.of(List.of(council.chair()), "ein langer Weg zum Rathaus")
                .getFirst();
        var member = council.members().get(1);
        var event = new VoteCast(
                PollId.next(), MeetingId.next(), member, Choice.YES, UUID.randomUUID(), false, Instant.EPOCH, null);
        accounts.as(secretary, () -> transaction.executeWithoutResult(status -> events.publishEvent(event)));

        UI.getCurrent().navigate(AuditView.class, QueryParameters.of("subject", event.auditSubject()));

        assertThat(texts(Anchor.class, "rs-log-what")).containsExactly("Stimme abgegeben");
        assertThat(texts(Span.class, "rs-log-who")).containsExactly("Kim Test · " + name(member));
        assertThat(lines()).containsExactly(event.auditLine());

        navigate(
                AuditEntryView.class,
                trail.newest(new AuditFilter(event.auditSubject(), null, "kim te", null, null), null, 1)
                        .getFirst()
                        .id());
        assertThat(lines()).containsExactly(event.auditLine());
        assertThat(texts(Span.class, "rs-code"))
                .anySatisfy(it -> assertThat(it).startsWith("account/").endsWith(" person/" + council.chair()));

        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate(AuditView.class, QueryParameters.of("subject", event.auditSubject()));
        assertThat(texts(Anchor.class, "rs-log-what")).containsExactly("Vote cast");
    }

    @Test
    void anEventWithoutWordsIsCalledByItsType() {
        UI.getCurrent().navigate(AuditView.class, QueryParameters.of("subject", subject));

        assertThat(texts(Anchor.class, "rs-log-what")).contains("audit.ui.Happened");
    }

    private String name(PersonId person) {
        return roll.persons().stream()
                .filter(it -> it.id().equals(person))
                .map(CouncilRoll.RollPerson::shown)
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines() {
        return texts(Span.class, "rs-log-line");
    }

    private <T extends Component & HasText> List<String> texts(Class<T> type, String className) {
        return $(type).withClassName(className).all().stream()
                .map(HasText::getText)
                .toList();
    }

    private List<String> badges() {
        return $(StatusBadge.class).all().stream()
                .map(it -> it.getElement().getTextRecursively())
                .toList();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    record Happened(String auditSubject, String auditLine) implements AuditedEvent {}
}
