package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.MovableClock;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.workflow.Actor;
import de.ratssaal.workflow.AfterChange;
import de.ratssaal.workflow.AfterRefusal;
import de.ratssaal.workflow.CoSignature;
import de.ratssaal.workflow.Condition;
import de.ratssaal.workflow.PaperSubmission;
import de.ratssaal.workflow.ProcessBoard;
import de.ratssaal.workflow.ProcessDefinitions;
import de.ratssaal.workflow.ProcessDesign;
import de.ratssaal.workflow.Reminders;
import de.ratssaal.workflow.StandIns;
import de.ratssaal.workflow.StationId;
import de.ratssaal.workflow.Step;
import de.ratssaal.workflow.StepKind;
import de.ratssaal.workflow.Submission;
import de.ratssaal.workflow.TaskMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(MovableClock.class)
@DisplayName("A mail about tasks")
class TaskMailTest extends WithMailboxes {

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
    ProcessBoard board;

    @Autowired
    CoSignature signature;

    @Autowired
    StandIns standIns;

    @Autowired
    Councils councils;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext context;

    TestPapers papers;
    OrganizationId planning;
    OrganizationId treasury;
    SignedIn worker;
    SignedIn treasurer;

    @BeforeEach
    void aCity() {
        papers = new TestPapers(context);
        planning = papers.city.office(context);
        treasury = papers.city.office(context);
        worker = in(planning, MembershipRole.OFFICE_WORKER);
        treasurer = in(treasury, MembershipRole.OFFICE_HEAD);
        papers.asSystem(() ->
                definitions.lay(papers.city.body(), PaperType.PROPOSAL, 0, design(Actor.AUTOMATIC, Reminders.USUAL)));
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
        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(true, LocalTime.of(7, 0), false, false)));
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
        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), true, false)));
        clock.putForwardTo(mondayAt(8));
        submitted();
        telling.tell();
        telling.tell();
        submitted();
        telling.tell();

        assertThat(to(treasurer))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.getSubject()).isEqualTo("Neu zu erledigen: eine Drucksache"));

        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), false, false)));
        submitted();
        telling.tell();
        assertThat(to(treasurer)).hasSize(2);
    }

    @Test
    @DisplayName(
            "reminds once before the end of a deadline and again after it, and says what, until when and since when")
    void reminder() throws Exception {
        var deputy = in(planning, MembershipRole.OFFICE_WORKER);
        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), false, true)));
        TestPapers.as(deputy, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), false, true)));
        clock.putForwardTo(mondayAt(8));
        var number = submitted();
        var today = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);
        TestPapers.as(treasurer, () -> standIns.name(treasury, person(deputy), today.plusDays(3), today.plusDays(3)));
        telling.tell();
        assertThat(to(treasurer)).as("asked just now").isEmpty();

        afterDays(1, 6);
        telling.tell();
        assertThat(to(treasurer)).as("before the time chosen").isEmpty();
        afterDays(1, 8);
        telling.tell();
        telling.tell();
        assertThat(to(treasurer)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Erinnerung: eine Drucksache");
            assertThat(text(mail))
                    .contains(number)
                    .contains("Freigeben, Frist: ")
                    .doesNotContain(SECRET)
                    .doesNotContain("Zacharias");
        });
        afterDays(2, 8);
        telling.tell();
        assertThat(to(treasurer)).as("reminded of it already").hasSize(1);

        afterDays(3, 8);
        telling.tell();
        assertThat(to(treasurer)).hasSize(2);
        assertThat(text(to(treasurer).getLast()))
                .contains("Frist abgelaufen am ")
                .contains("1. Erinnerung");
        assertThat(to(deputy))
                .as("stands in on this day")
                .singleElement()
                .satisfies(mail -> assertThat(text(mail)).contains(number).contains("1. Erinnerung"));

        afterDays(7, 8);
        telling.tell();
        assertThat(to(treasurer)).hasSize(3);
        assertThat(text(to(treasurer).getLast())).contains("2. Erinnerung");
        assertThat(to(deputy)).as("stands in no more").hasSize(1);
    }

    @Test
    @DisplayName("reminds of nothing that is done, and nobody who wants no reminders")
    void noReminder() throws Exception {
        var other = in(planning, MembershipRole.OFFICE_WORKER);
        TestPapers.as(treasurer, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), false, true)));
        TestPapers.as(other, () -> choices.choose(new TaskMail.Choice(false, LocalTime.of(7, 0), false, false)));
        clock.putForwardTo(mondayAt(8));
        var today = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);
        TestPapers.as(treasurer, () -> standIns.name(treasury, person(other), today, today.plusDays(9)));
        var paper = submittedPaper();
        TestPapers.as(
                treasurer,
                () -> signature.sign(paper, stationOf(paper), desk.paper(paper).fingerprint(), ""));
        submitted();

        afterDays(3, 8);
        telling.tell();

        assertThat(to(treasurer))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Erinnerung: eine Drucksache"));
        assertThat(to(other)).isEmpty();
    }

    @Test
    @DisplayName("tells the secretariat what it is to release, and after long waiting which office is late")
    void secretariat() throws Exception {
        papers.asSystem(() -> definitions.lay(
                papers.city.body(), PaperType.PROPOSAL, 1, design(Actor.SECRETARIAT, new Reminders(0, 0, 2))));
        var clerk = TestCouncil.person(context);
        database.sql("update identity_account set person_id = ? where id = ?")
                .params(clerk.value(), papers.clerk.account().value())
                .update();
        var secretary = new SignedIn(papers.clerk.account(), clerk, papers.clerk.name());
        clock.putForwardTo(mondayAt(8));
        var paper = submittedPaper();
        var number = TestPapers.as(papers.clerk, () -> desk.paper(paper).number());
        telling.tell();
        assertThat(to(secretary)).as("it is the treasury's turn").isEmpty();

        afterDays(4, 8);
        telling.tell();
        assertThat(to(secretary))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail))
                        .contains(number)
                        .contains("Frist lange abgelaufen, bitte nachfragen: Amt " + treasury)
                        .doesNotContain("Zacharias"));

        TestPapers.as(
                treasurer,
                () -> signature.sign(paper, stationOf(paper), desk.paper(paper).fingerprint(), ""));
        afterDays(7, 8);
        telling.tell();
        assertThat(to(secretary)).hasSize(2);
        assertThat(text(to(secretary).getLast())).contains(number).contains("Veröffentlichen");
    }

    @Test
    @DisplayName("goes by the clock and in the name of the city whose task it is")
    void clockOfTheBody() throws Exception {
        database.sql("update organization_body set zone = 'Pacific/Auckland' where id = ?")
                .param(papers.city.body().value())
                .update();
        context.getBean(ChangeNotices.class).changed(Councils.CHANGES);
        clock.putForwardTo(mondayAt(0).minus(Duration.ofHours(3)));
        await().untilAsserted(() ->
                assertThat(councils.body(papers.city.body()).zone()).isEqualTo(ZoneId.of("Pacific/Auckland")));
        submitted();

        telling.tell();

        assertThat(to(treasurer))
                .as("Sunday evening in Berlin is Monday morning there")
                .singleElement()
                .satisfies(mail -> assertThat(mail.getFrom()[0].toString())
                        .contains(papers.city.body().toString()));
    }

    private PaperId submittedPaper() {
        return TestPapers.as(papers.clerk, () -> {
            var paper = drafting.draft(papers.council, TestPapers.content(SECRET, false, "Zacharias bekommt es."));
            submission.begin(paper, planning);
            submission.submit(
                    paper,
                    new Submission(null, false, List.of(), "", desk.paper(paper).fingerprint()));
            return paper;
        });
    }

    private StationId stationOf(PaperId paper) {
        return TestPapers.as(
                        papers.clerk,
                        () -> board.find(paper).getFirst().steps().getFirst().stations())
                .getFirst()
                .id();
    }

    private void afterDays(int days, int hour) {
        clock.putForwardTo(mondayAt(hour).plus(Duration.ofDays(days)));
    }

    private ProcessDesign design(Actor releasing, Reminders reminders) {
        return new ProcessDesign(
                List.of(
                        new Step(
                                "Freigabe",
                                StepKind.APPROVE,
                                Actor.OFFICES,
                                List.of(treasury),
                                false,
                                Condition.ALWAYS,
                                2,
                                false,
                                reminders),
                        new Step(
                                "Veröffentlichung",
                                StepKind.RELEASE,
                                releasing,
                                List.of(),
                                false,
                                Condition.ALWAYS,
                                0,
                                false)),
                AfterChange.VOID,
                AfterRefusal.ONLY_OPEN);
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
        return to(person(who));
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
