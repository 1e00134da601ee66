package de.ratssaal.support;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.AgendaBuilding;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperAuthor;
import de.ratssaal.paper.PaperBeginning;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSigning;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.PaperWriting;
import de.ratssaal.paper.Places;
import de.ratssaal.paper.TestPapers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName(
        "A motion of members comes onto an agenda if a quarter of them or a group is behind it (ThürKO § 35 Abs. 4)")
class PaperBackingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperBacking backing;

    @Autowired
    PaperBeginning beginning;

    @Autowired
    PaperWriting writing;

    @Autowired
    PaperSigning signing;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    AgendaBuilding building;

    @Autowired
    PaperRouting routing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    JdbcClient database;

    private TestPapers city;
    private MeetingId meeting;

    @BeforeEach
    void found() {
        city = new TestPapers(context);
        meeting = city.meetingOf(city.council);
    }

    private PersonId member(int number) {
        return city.city.members().get(number);
    }

    /** A released motion that waits for the council. */
    private PaperId motion(PersonId writer, PaperAuthor author) {
        var who = new SignedIn(AccountId.next(), writer, "Kim Test");
        var paper = as(who, () -> {
            var id = beginning.begin(PaperType.MOTION, city.council, author, "Bänke am Markt", true);
            var sheet = writing.open(id);
            var row = sheet.manuscript().rows().getFirst();
            writing.write(id, sheet.manuscript(), sheet.manuscript().with(Places.row(row), "Am Markt stehen Bänke."));
            if (signing.maySign(id)) {
                signing.sign(id, signing.revision(id));
            }
            writing.handIn(id);
            return id;
        });
        as(city.clerk, () -> drafting.release(paper, drafting.workingCopy(paper).revision()));
        as(city.clerk, () -> routing.plan(paper, city.council, ConsultationRole.DECISION));
        return paper;
    }

    private PaperId motionOfMember() {
        return motion(member(2), PaperAuthor.of(member(2)));
    }

    private BackedPaper seen(PersonId who, PaperId paper) {
        return Acting.as(who, () -> backing.of(shelf.paper(paper))).orElseThrow();
    }

    private void isRefused(PaperId paper) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> as(city.clerk, () -> building.take(meeting, paper, null)))
                .withMessage("support.paper.not-enough")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 35 Abs. 4"));
    }

    @Test
    @DisplayName("one alone is too few; with another it is put on it, and then nobody joins any more")
    void aQuarter() {
        var paper = motionOfMember();
        isRefused(paper);
        assertThat(seen(member(3), paper).count().missing()).isOne();

        Acting.as(member(3), () -> backing.support(paper));
        Acting.as(member(3), () -> backing.support(paper));
        assertThat(seen(member(3), paper).count().counted()).isEqualTo(2);
        Acting.as(member(3), () -> backing.withdraw(paper));
        isRefused(paper);
        as(city.clerk, () -> {
            backing.enter(paper, member(4));
            return true;
        });
        as(city.clerk, () -> building.take(meeting, paper, null));

        assertThat(seen(member(1), paper).isOpen())
                .as("the agenda is not sent yet, and they are not asked for what would be refused")
                .isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(member(1), () -> backing.support(paper)))
                .withMessage("support.paper.nothing-to-support");
        assertThat(database.sql("select type from audit_entry where subject = ? and type like 'support.%' order by id")
                        .param("paper/" + paper)
                        .query(String.class)
                        .list())
                .containsExactly("support.PaperSupported", "support.PaperSupportWithdrawn", "support.PaperSupported");
    }

    @Test
    @DisplayName("whoever takes their support back while it is put on an agenda waits, and comes too late")
    void atTheSameMoment() throws Exception {
        var paper = motionOfMember();
        Acting.as(member(3), () -> backing.support(paper));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var withdrawal = new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                    .execute(begun -> {
                        as(city.clerk, () -> building.take(meeting, paper, null));
                        var waiting = threads.submit(() -> Acting.as(member(3), () -> backing.withdraw(paper)));
                        await().atMost(Duration.ofSeconds(20))
                                .untilAsserted(() -> assertThat(database.sql(
                                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                                .query(Integer.class)
                                                .single())
                                        .isPositive());
                        assertThat(waiting.isDone()).isFalse();
                        return waiting;
                    });
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> withdrawal.get(20, TimeUnit.SECONDS))
                    .withCauseInstanceOf(Refusal.class);
        }
        assertThat(seen(member(3), paper).count().counted()).isEqualTo(2);
    }

    @Test
    @DisplayName("whoever has no vote in the organization does not count, and nobody enters others but the secretariat")
    void whoMay() {
        var paper = motionOfMember();
        var adviser = TestCouncil.person(context);
        TestCouncil.join(city.council, adviser, MembershipRole.ADVISORY_MEMBER, context);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> Acting.as(adviser, () -> backing.support(paper)))
                .withMessage("support.paper.no-right");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(member(1), () -> backing.enter(paper, member(3))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(member(1), () -> backing.enterWithdrawal(paper, member(3))));
        isRefused(paper);
    }

    @Test
    @DisplayName("a political group is enough, and so are two members who are all of one")
    void aGroup() {
        var group = city.city.organization(Classification.POLITICAL_GROUP, 2, context);
        TestCouncil.join(group, member(2), MembershipRole.CHAIR, context);
        TestCouncil.join(group, member(3), MembershipRole.MEMBER, context);
        var paper = motion(member(2), PaperAuthor.of(group));
        assertThat(Acting.as(member(1), () -> backing.of(shelf.paper(paper)))).isEmpty();
        as(city.clerk, () -> building.take(meeting, paper, null));
    }

    @Test
    @DisplayName("what the administration brings in needs nobody")
    void administration() {
        var paper = city.released(TestPapers.content("Brunnen", true, "Der Brunnen wird saniert."));
        as(city.clerk, () -> routing.plan(paper, city.council, ConsultationRole.DECISION));
        assertThat(Acting.as(member(1), () -> backing.of(shelf.paper(paper)))).isEmpty();
        as(city.clerk, () -> building.take(meeting, paper, null));
    }

    @Test
    @DisplayName("who supported it stays on record")
    void stored() {
        var paper = motionOfMember();
        Acting.as(member(3), () -> backing.support(paper));
        for (var sql : new String[] {
            "delete from support_paper where paper_id = ?",
            "update support_paper set person_id = gen_random_uuid() where paper_id = ?",
            "insert into support_paper select * from support_paper where paper_id = ?"
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(sql).param(paper.value()).update());
        }
    }
}
