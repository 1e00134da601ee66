package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.workflow.Actor;
import de.ratssaal.workflow.AfterChange;
import de.ratssaal.workflow.AfterRefusal;
import de.ratssaal.workflow.Condition;
import de.ratssaal.workflow.PaperSubmission;
import de.ratssaal.workflow.ProcessDefinitions;
import de.ratssaal.workflow.ProcessDesign;
import de.ratssaal.workflow.Step;
import de.ratssaal.workflow.StepKind;
import de.ratssaal.workflow.Submission;
import de.ratssaal.workflow.TaskMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
@Import(MovableClock.class)
@DirtiesContext
@DisplayName("A mail about tasks")
class TaskMailTest {

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final String SECRET = "Grundstück Zacharias";

    @Autowired
    TellOffices telling;

    @Autowired
    TaskMail choices;

    @Autowired
    ProcessDefinitions definitions;

    @Autowired
    PaperSubmission submission;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperDesk desk;

    @Autowired
    Access access;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext context;

    TestPapers papers;
    OrganizationId planning;
    OrganizationId treasury;
    SignedIn worker;
    SignedIn treasurer;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        MAILBOXES.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAILBOXES.getSmtp().getPort());
        properties.add("ratssaal.mail.from", () -> "sitzungsdienst@lindenau.example");
        properties.add("ratssaal.public-url", () -> "https://rat.lindenau.example/");
    }

    @AfterAll
    static void stop() {
        MAILBOXES.stop();
    }

    @BeforeEach
    void aCity() {
        papers = new TestPapers(context);
        planning = papers.city.office(context);
        treasury = papers.city.office(context);
        worker = in(planning, MembershipRole.OFFICE_WORKER);
        treasurer = in(treasury, MembershipRole.OFFICE_HEAD);
        papers.asSystem(() -> definitions.lay(
                papers.city.body(),
                PaperType.PROPOSAL,
                0,
                new ProcessDesign(
                        List.of(
                                new Step(
                                        "Freigabe",
                                        StepKind.APPROVE,
                                        Actor.OFFICES,
                                        List.of(treasury),
                                        false,
                                        Condition.ALWAYS,
                                        2,
                                        false),
                                new Step(
                                        "Veröffentlichung",
                                        StepKind.RELEASE,
                                        Actor.AUTOMATIC,
                                        List.of(),
                                        false,
                                        Condition.ALWAYS,
                                        0,
                                        false)),
                        AfterChange.VOID,
                        AfterRefusal.ONLY_OPEN)));
        clock.putForwardTo(mondayAt(5));
    }

    @AfterEach
    void today() {
        clock.putForwardTo(Instant.now());
    }

    @Test
    @DisplayName(
            "names everything that waits once a day at the time chosen, with numbers and links and not a word of the text")
    void digest() throws Exception {
        var first = submitted();
        submitted();
        telling.tell();
        assertThat(to(treasurer)).as("before seven").isEmpty();

        clock.putForwardTo(mondayAt(8));
        telling.tell();
        telling.tell();

        assertThat(to(treasurer)).singleElement().satisfies(mail -> {
            var text = text(mail);
            assertThat(mail.getSubject()).isEqualTo("Zu erledigen: 2 Drucksachen");
            assertThat(text)
                    .contains(first)
                    .contains("Freigeben")
                    .contains("Frist:")
                    .contains("https://rat.lindenau.example/app/papers/")
                    .doesNotContain(SECRET)
                    .doesNotContain("Zacharias");
        });
        assertThat(to(worker)).as("nothing waits for them").isEmpty();

        clock.putForwardTo(mondayAt(8).plus(Duration.ofDays(3)));
        telling.tell();
        assertThat(to(treasurer)).hasSize(2);
        assertThat(text(to(treasurer).getLast())).contains("Frist abgelaufen");
    }

    @Test
    @DisplayName("comes at once too for those who want it, once for each task, and never to those who want none")
    void atOnce() throws Exception {
        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), true)));
        clock.putForwardTo(mondayAt(8));
        submitted();
        telling.tell();
        telling.tell();
        submitted();
        telling.tell();

        assertThat(to(treasurer))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.getSubject()).isEqualTo("Neu zu erledigen: eine Drucksache"));

        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), false)));
        submitted();
        telling.tell();
        assertThat(to(treasurer)).hasSize(2);
    }

    private String submitted() {
        return TestPapers.as(papers.clerk, () -> {
            var paper = drafting.draft(papers.council, TestPapers.content(SECRET, false, "Zacharias bekommt es."));
            submission.begin(paper, planning);
            var inHand = desk.paper(paper);
            submission.submit(paper, new Submission(null, false, List.of(), "", inHand.fingerprint()));
            return inHand.number();
        });
    }

    private static List<MimeMessage> to(SignedIn who) throws MessagingException {
        var all = new ArrayList<MimeMessage>();
        for (var mail : MAILBOXES.getReceivedMessages()) {
            if (mail.getAllRecipients()[0]
                    .toString()
                    .contains(person(who).value().toString())) {
                all.add(mail);
            }
        }
        return all;
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        var text = new StringBuilder(GreenMailUtil.getHeaders(mail));
        for (var part = 0; part < parts.getCount(); part++) {
            text.append(parts.getBodyPart(part).getContent());
        }
        return text.toString();
    }

    private SignedIn in(OrganizationId office, MembershipRole role) {
        var person = TestCouncil.person(context);
        TestCouncil.join(office, person, role, context);
        return new SignedIn(AccountId.next(), person, role.name());
    }

    private static PersonId person(SignedIn who) {
        return Objects.requireNonNull(who.person());
    }

    private static Instant mondayAt(int hour) {
        return Instant.now()
                .atZone(TestCouncil.ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .withHour(hour)
                .withMinute(0)
                .toInstant();
    }
}
