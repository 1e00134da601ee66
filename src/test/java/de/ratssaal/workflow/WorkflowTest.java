package de.ratssaal.workflow;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.workflow.Designs.approve;
import static de.ratssaal.workflow.Designs.coSign;
import static de.ratssaal.workflow.Designs.of;
import static de.ratssaal.workflow.Designs.only;
import static de.ratssaal.workflow.Designs.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.Refusal;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipId;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.PaperAuthor;
import de.ratssaal.paper.PaperBeginning;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.PaperWriting;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@Import(MovableClock.class)
@RecordApplicationEvents
@DisplayName("Papers that are co-signed before their release")
class WorkflowTest {

    @Autowired
    ProcessDefinitions definitions;

    @Autowired
    PaperSubmission submission;

    @Autowired
    CoSignature signature;

    @Autowired
    ProcessBoard board;

    @Autowired
    StandIns standIns;

    @Autowired
    Tasks tasks;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperBeginning beginning;

    @Autowired
    PaperWriting writing;

    @Autowired
    PaperDesk desk;

    @Autowired
    PaperShelf shelf;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    TestPapers papers;
    OrganizationId planning;
    OrganizationId treasury;
    OrganizationId legal;
    OrganizationId mayor;
    SignedIn worker;
    SignedIn headOfPlanning;
    SignedIn treasurer;
    SignedIn lawyer;
    SignedIn theMayor;

    @BeforeEach
    void aCity() {
        papers = new TestPapers(context);
        planning = papers.city.office(context);
        treasury = papers.city.office(context);
        legal = papers.city.office(context);
        mayor = papers.city.office(context);
        worker = in(planning, MembershipRole.OFFICE_WORKER);
        headOfPlanning = in(planning, MembershipRole.OFFICE_HEAD);
        treasurer = in(treasury, MembershipRole.OFFICE_HEAD);
        lawyer = in(legal, MembershipRole.OFFICE_HEAD);
        theMayor = in(mayor, MembershipRole.OFFICE_HEAD);
        lay(of(coSign(false, treasury, legal), approve(mayor), release(Actor.SECRETARIAT)));
    }

    @AfterEach
    void today() {
        clock.putForwardTo(Instant.now());
    }

    @Test
    @DisplayName("go through all hands to their release, every act of it on record")
    void theWholeWay() {
        var paper = drafted(true);
        assertThat(refusal(papers.clerk, () -> drafting.release(paper, 1))).isEqualTo("workflow.release.not-submitted");
        as(papers.clerk, () -> submission.begin(paper, planning));
        as(papers.clerk, () -> submission.begin(paper, planning));

        assertThat(as(worker, tasks::mine)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(TaskKind.WRITE);
            assertThat(it.paper()).isEqualTo(paper);
        });
        as(worker, () -> drafting.edit(paper, 1, content("Brunnen auf dem Markt")));
        submit(worker, paper);
        assertThat(refusal(papers.clerk, () -> drafting.release(paper, 2))).isEqualTo("workflow.release.not-yet");
        sign(treasurer, treasury, paper);
        refuse(lawyer, legal, paper, "Bitte mit Satzung abgleichen.");
        assertThat(as(worker, tasks::mine)).extracting(Task::kind).containsExactly(TaskKind.REVISE);
        submit(worker, paper);
        assertThat(as(treasurer, tasks::mine)).as("agreed to this very text").isEmpty();
        sign(lawyer, legal, paper);
        sign(theMayor, mayor, paper);
        assertThat(as(papers.clerk, tasks::mine))
                .filteredOn(it -> it.paper().equals(paper))
                .extracting(Task::kind)
                .containsExactly(TaskKind.RELEASE);

        as(papers.clerk, () -> drafting.release(paper, 2));

        assertThat(as(papers.councillor, () -> shelf.paper(paper)).paper().state())
                .isEqualTo(PaperState.RELEASED);
        assertThat(as(papers.clerk, () -> board.find(paper)).getFirst().history())
                .extracting(ActSummary::kind)
                .containsExactly(
                        ActKind.BEGUN,
                        ActKind.SUBMITTED,
                        ActKind.CO_SIGNED,
                        ActKind.REFUSED,
                        ActKind.SUBMITTED,
                        ActKind.CO_SIGNED,
                        ActKind.APPROVED,
                        ActKind.RELEASED);
        assertThat(events.stream(ActRecorded.class).filter(it -> it.paper().equals(paper)))
                .hasSize(8)
                .allSatisfy(it -> assertThat(it).isInstanceOf(AuditedEvent.class));
        assertThat(as(papers.clerk, tasks::mine)).noneMatch(it -> it.paper().equals(paper));
    }

    @Test
    @DisplayName("are released by the secretariat as ever where no process is laid down")
    void withoutProcess() {
        lay(ProcessDesign.NONE);

        assertThat(as(papers.councillor, () -> shelf.find(papers.released(content("Brunnen")))))
                .isPresent();
    }

    @Test
    @DisplayName("are released by themselves after the last approval, exactly as approved, if the process says so")
    void byThemselves() {
        lay(of(approve(mayor), release(Actor.AUTOMATIC)));
        var paper = submitted(true);

        sign(theMayor, mayor, paper);

        assertThat(as(papers.councillor, () -> shelf.paper(paper)).paper().version())
                .isEqualTo(1);
        assertThat(as(papers.clerk, () -> board.find(paper)).getFirst().state()).isEqualTo(ProcessState.RELEASED);
    }

    @Test
    @DisplayName("go on by the version of the process with which they began")
    void versions() {
        var paper = submitted(true);
        lay(of(approve(treasury), release(Actor.AUTOMATIC)));

        assertThat(as(papers.clerk, () -> board.find(paper)).getFirst().steps()).hasSize(3);
        assertThat(refusal(
                        null,
                        () -> papers.asSystem(
                                () -> definitions.lay(papers.city.body(), PaperType.PROPOSAL, 1, ProcessDesign.NONE))))
                .isEqualTo("workflow.design.overtaken");
    }

    @Test
    @DisplayName("lose what was signed or approved when text or files change, and are asked for again")
    void changes() {
        var paper = submitted(true);
        sign(treasurer, treasury, paper);
        as(papers.clerk, () -> drafting.edit(paper, 1, content("Ein ganz anderer Brunnen")));
        assertThat(as(treasurer, tasks::mine)).hasSize(1);

        sign(treasurer, treasury, paper);
        sign(lawyer, legal, paper);
        sign(theMayor, mayor, paper);
        as(
                papers.clerk,
                () -> files.attach(
                        PaperFiles.owner(paper),
                        NewFile.auxiliary("Plan.txt", false),
                        new ByteArrayInputStream("Plan".getBytes(StandardCharsets.UTF_8))));

        assertThat(refusal(papers.clerk, () -> drafting.release(paper, 2))).isEqualTo("workflow.release.not-yet");
        assertThat(as(theMayor, tasks::mine)).as("the offices first").isEmpty();
        assertThat(as(treasurer, tasks::mine)).hasSize(1);

        sign(treasurer, treasury, paper);
        var plan = as(papers.clerk, () -> files.list(PaperFiles.owner(paper))).getFirst();
        as(papers.clerk, () -> files.rename(plan.id(), "Lageplan"));
        assertThat(as(treasurer, tasks::mine)).as("another title of a file").hasSize(1);
    }

    @Test
    @DisplayName("are read by those who are asked, from that moment on, and by nobody else")
    void readers() {
        lay(of(coSign(true, treasury, legal), approve(mayor), release(Actor.SECRETARIAT)));
        var clerkOfTreasury = in(treasury, MembershipRole.OFFICE_WORKER);
        var paper = drafted(false);
        for (var stranger : List.of(worker, treasurer, lawyer, theMayor, papers.councillor, papers.stranger)) {
            assertHidden(stranger, paper);
        }

        as(papers.clerk, () -> submission.begin(paper, planning));
        assertReadable(worker, paper);
        assertHidden(treasurer, paper);
        submit(worker, paper);

        assertReadable(treasurer, paper);
        assertReadable(clerkOfTreasury, paper);
        assertHidden(lawyer, paper);
        assertHidden(theMayor, paper);
        assertHidden(papers.councillor, paper);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(treasurer, () -> drafting.edit(paper, 1, content("Meins"))));

        sign(treasurer, treasury, paper);
        assertReadable(lawyer, paper);
        assertHidden(theMayor, paper);
        as(papers.clerk, () -> drafting.withdraw(paper, ""));
        for (var formerly : List.of(worker, treasurer, lawyer)) {
            assertHidden(formerly, paper);
        }
    }

    @Test
    @DisplayName("keep what offices say to each other from those who read the released paper")
    void comments() {
        lay(of(approve(mayor), release(Actor.AUTOMATIC)));
        var paper = submitted(true);
        sign(theMayor, mayor, paper);

        assertThat(as(papers.councillor, () -> shelf.find(paper))).isPresent();
        assertThat(as(papers.councillor, () -> board.find(paper))).isEmpty();
        assertThat(as(treasurer, () -> board.find(paper))).isEmpty();
        assertThat(as(theMayor, () -> board.find(paper))).hasSize(1);
    }

    @Test
    @DisplayName(
            "are open to those who took part until their end; then the office that wrote them keeps them as released, and nothing that is written later")
    void afterTheEnd() {
        lay(of(approve(mayor), release(Actor.AUTOMATIC)));
        var paper = drafted(true);
        as(
                papers.clerk,
                () -> files.attach(
                        PaperFiles.owner(paper),
                        NewFile.auxiliary("Plan.txt", false),
                        new ByteArrayInputStream("Plan".getBytes(StandardCharsets.UTF_8))));
        as(papers.clerk, () -> submission.begin(paper, planning));
        submit(worker, paper);
        assertThat(as(theMayor, () -> files.list(PaperFiles.owner(paper)))).hasSize(1);
        sign(theMayor, mayor, paper);

        as(papers.clerk, () -> drafting.edit(paper, 1, content("Geheime Berichtigung")));

        for (var formerly : List.of(worker, theMayor)) {
            assertThat(as(formerly, () -> desk.find(paper))).isEmpty();
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> as(formerly, () -> drafting.workingCopy(paper)));
            assertThat(as(formerly, () -> board.find(paper))).singleElement().satisfies(it -> {
                assertThat(it.history()).isNotEmpty();
                assertThat(it.maySubmit()).isFalse();
                assertThat(it.paper().content().title()).startsWith("Brunnen");
            });
        }
        assertThat(as(theMayor, () -> files.list(PaperFiles.owner(paper)))).isEmpty();
        assertThat(as(worker, () -> files.list(PaperFiles.owner(paper)))).hasSize(1);
        var hidden = submitted(false);
        assertReadable(theMayor, hidden);
        sign(theMayor, mayor, hidden);
        assertHidden(theMayor, hidden);
        as(
                papers.clerk,
                () -> drafting.edit(hidden, 1, TestPapers.content("Geheime Berichtigung", false, "Es wird anders.")));

        assertThat(as(worker, () -> shelf.find(hidden)).orElseThrow().paper().title())
                .startsWith("Brunnen");
        assertThat(as(worker, () -> shelf.list(new PaperQuery("", null, null, papers.council, null, 50))))
                .extracting(PaperSummary::id)
                .contains(hidden);
        assertThat(as(worker, () -> board.find(hidden)).getFirst().history()).isNotEmpty();
        assertThat(as(worker, () -> desk.find(hidden))).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> as(worker, () -> drafting.workingCopy(hidden)));
        endMembership(planning, worker);
        passDays(1);
        assertHidden(worker, hidden);
    }

    @Test
    @DisplayName("are not handed back to their office while others sign them, but after they were called back")
    void handingBack() {
        var paper = as(
                worker,
                () -> beginning.begin(PaperType.PROPOSAL, papers.council, PaperAuthor.of(planning), "Brunnen", true));
        as(worker, () -> drafting.edit(paper, 1, content("Brunnen auf dem Markt")));
        as(worker, () -> submission.begin(paper, planning));
        submit(worker, paper);

        assertThat(as(papers.clerk, () -> writing.mayHandBack(paper))).isFalse();
        assertThat(refusal(papers.clerk, () -> writing.handBack(paper))).isEqualTo("paper.hand-back.under-way");

        as(worker, () -> submission.callBack(paper, "Noch ein Satz"));
        assertThat(as(papers.clerk, () -> writing.mayHandBack(paper))).isTrue();
        assertThat(as(worker, () -> writing.mayHandBack(paper))).isFalse();
        as(papers.clerk, () -> writing.handBack(paper));
        assertThat(as(papers.clerk, () -> shelf.find(paper))).isEmpty();
    }

    @Test
    @DisplayName("do not set out while something is missing without which they could not be released")
    void incomplete() {
        var paper = as(
                papers.clerk,
                () -> drafting.draft(
                        papers.council, TestPapers.content("Brunnen", true, "Der Brunnen wird saniert.", "")));
        as(papers.clerk, () -> submission.begin(paper, planning));

        assertThat(refusal(worker, () -> submit(worker, paper))).isEqualTo("paper.release.point-empty");

        assertThat(as(papers.clerk, () -> board.find(paper)).getFirst().state()).isEqualTo(ProcessState.DRAFTING);
        assertHidden(treasurer, paper);
        as(worker, () -> drafting.edit(paper, 1, content("Brunnen")));
        submit(worker, paper);
        assertReadable(treasurer, paper);
    }

    @Test
    @DisplayName("are neither read nor signed by a substitute who has left the city's offices")
    void substituteHasLeft() {
        var deputy = in(planning, MembershipRole.OFFICE_WORKER);
        as(treasurer, () -> standIns.name(treasury, personOf(deputy), day(0), day(9)));
        var paper = drafted(false);
        as(papers.clerk, () -> submission.begin(paper, legal));
        submit(lawyer, paper);
        var station = station(paper, treasury);
        var text = fingerprint(paper);
        assertReadable(deputy, paper);

        endMembership(planning, deputy);
        passDays(1);

        assertHidden(deputy, paper);
        denied(deputy, paper, station, text);
        assertThat(standIns.substitutesToday(treasury)).isEmpty();
        assertThat(papers.asSystem(tasks::ofEverybody)).doesNotContainKey(personOf(deputy));
    }

    @Test
    @DisplayName("are signed by the head of the office that is asked, and by nobody else by any way")
    void onlyTheHead() {
        var clerkOfTreasury = in(treasury, MembershipRole.OFFICE_WORKER);
        var paper = submitted(true);
        var station = station(paper, treasury);
        var text = fingerprint(paper);

        for (var who : List.of(clerkOfTreasury, lawyer, headOfPlanning, papers.clerk)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .as(who.name())
                    .isThrownBy(() -> as(who, () -> signature.sign(paper, station, text, "")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(who, () -> signature.refuse(paper, station, "nein")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(who, () -> signature.askAlso(paper, station, planning, "")));
        }
        for (var who : List.of(papers.councillor, papers.stranger, theMayor)) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> as(who, () -> signature.sign(paper, station, text, "")));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("not the author's office")
                .isThrownBy(() -> as(treasurer, () -> submission.callBack(paper, "")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(treasurer, () -> submission.passOver(paper, station, "eilt")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(
                        treasurer,
                        () -> definitions.lay(papers.city.body(), PaperType.PROPOSAL, 1, ProcessDesign.NONE)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("secretariat of another organization")
                .isThrownBy(() -> as(treasurer, () -> tasks.ofEverybody()));
    }

    @Test
    @DisplayName("count one signature for one office, however many sign at the same moment")
    void twoAtOnce() throws Exception {
        var deputy = in(planning, MembershipRole.OFFICE_WORKER);
        as(treasurer, () -> standIns.name(treasury, personOf(deputy), day(0), day(3)));
        var paper = submitted(true);
        var station = station(paper, treasury);
        var text = fingerprint(paper);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.of(treasurer, deputy, treasurer, deputy)
                    .map(who -> threads.submit(() -> {
                        start.await();
                        as(who, () -> signature.sign(paper, station, text, ""));
                        return true;
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(as(papers.clerk, () -> board.find(paper)).getFirst().history())
                .filteredOn(it -> it.kind() == ActKind.CO_SIGNED)
                .hasSize(1);
    }

    @Test
    @DisplayName("are never signed for a text that somebody changes at the same moment")
    void signedWhileChanged() throws Exception {
        for (var attempt = 0; attempt < 5; attempt++) {
            var paper = submitted(true);
            var station = station(paper, treasury);
            var text = fingerprint(paper);
            var start = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var signing = threads.submit(() -> {
                    start.await();
                    return catchThrowableOfType(
                            Refusal.class, () -> as(treasurer, () -> signature.sign(paper, station, text, "")));
                });
                var writing = threads.submit(() -> {
                    start.await();
                    as(papers.clerk, () -> drafting.edit(paper, 1, content("Schnell geändert")));
                    return true;
                });
                start.countDown();
                signing.get();
                assertThat(writing.get()).isTrue();
            }
            assertThat(as(treasurer, tasks::mine))
                    .as("either refused or void: the office is asked about the new text")
                    .anyMatch(it -> it.paper().equals(paper));
        }
    }

    @Test
    @DisplayName("are signed by a substitute on the days of the absence, on behalf of the head, and on no other day")
    void standingIn() {
        var deputy = in(planning, MembershipRole.OFFICE_WORKER);
        as(treasurer, () -> standIns.name(treasury, personOf(deputy), day(1), day(2)));
        lay(of(coSign(false, treasury), approve(mayor), release(Actor.SECRETARIAT)));
        var paper = drafted(false);
        as(papers.clerk, () -> submission.begin(paper, legal));
        submit(lawyer, paper);
        var station = station(paper, treasury);
        var text = fingerprint(paper);

        assertHidden(deputy, paper);
        denied(deputy, paper, station, text);
        assertThat(papers.asSystem(tasks::ofEverybody)).doesNotContainKey(personOf(deputy));
        passDays(1);
        assertReadable(deputy, paper);
        assertThat(as(deputy, tasks::mine)).hasSize(1);
        assertThat(papers.asSystem(tasks::ofEverybody)).containsKey(personOf(deputy));
        passDays(2);
        assertHidden(deputy, paper);
        assertThat(as(deputy, tasks::mine)).isEmpty();
        denied(deputy, paper, station, text);

        clock.putForwardTo(Instant.now());
        passDays(1);
        as(deputy, () -> signature.sign(paper, station, text, "gesehen"));

        assertThat(as(papers.clerk, () -> board.find(paper)).getFirst().history())
                .filteredOn(it -> it.kind() == ActKind.CO_SIGNED)
                .singleElement()
                .satisfies(it -> assertThat(it.onBehalfOf()).contains("Test-" + personOf(treasurer)));
    }

    @Test
    @DisplayName("are not signed any more by a substitute whose time was ended, or whose principal has left the office")
    void standingInIsOver() {
        var deputy = in(planning, MembershipRole.OFFICE_WORKER);
        var id = as(treasurer, () -> standIns.name(treasury, personOf(deputy), day(0), day(9)));
        var paper = drafted(false);
        as(papers.clerk, () -> submission.begin(paper, legal));
        submit(lawyer, paper);
        var station = station(paper, treasury);
        var text = fingerprint(paper);
        assertReadable(deputy, paper);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(deputy, () -> standIns.end(id)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("a substitute passes nothing on")
                .isThrownBy(() -> as(deputy, () -> standIns.name(treasury, personOf(worker), day(1), day(2))));

        as(treasurer, () -> standIns.end(id));

        assertHidden(deputy, paper);
        denied(deputy, paper, station, text);

        as(treasurer, () -> standIns.name(treasury, personOf(deputy), day(0), day(9)));
        assertReadable(deputy, paper);
        endMembership(treasury, treasurer);
        passDays(1);
        assertHidden(deputy, paper);
        denied(deputy, paper, station, text);
        denied(treasurer, paper, station, text);
    }

    @Test
    @DisplayName("have substitutes from the city's own offices, one at a time, named for days to come")
    void substitutes() {
        as(treasurer, () -> standIns.name(treasury, personOf(worker), day(1), day(3)));

        assertThat(refusal(treasurer, () -> standIns.name(treasury, personOf(lawyer), day(3), day(4))))
                .isEqualTo("workflow.stand-in.taken");
        assertThat(refusal(treasurer, () -> standIns.name(treasury, personOf(lawyer), day(-1), day(0))))
                .isEqualTo("workflow.stand-in.days-wrong");
        assertThat(refusal(treasurer, () -> standIns.name(treasury, personOf(treasurer), day(7), day(8))))
                .isEqualTo("workflow.stand-in.not-oneself");
        assertThat(refusal(treasurer, () -> standIns.name(treasury, personOf(papers.councillor), day(7), day(8))))
                .isEqualTo("workflow.stand-in.not-in-an-office");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(lawyer, () -> standIns.name(treasury, personOf(lawyer), day(7), day(8))));
    }

    @Test
    @DisplayName("show what waits, the oldest first, with what is left of the deadline")
    void tasks() {
        var first = submitted(true);
        var second = submitted(true);

        assertThat(as(treasurer, tasks::mine)).extracting(Task::paper).containsExactly(first, second);
        assertThat(as(treasurer, tasks::mine)).noneMatch(Task::isOverdue);
        passDays(10);
        assertThat(as(treasurer, tasks::mine)).allMatch(Task::isOverdue);
        assertThat(papers.asSystem(tasks::ofEverybody).get(personOf(treasurer))).hasSize(2);
        assertThat(as(papers.councillor, tasks::mine)).isEmpty();
        assertThat(as(papers.stranger, tasks::mine)).isEmpty();
    }

    @Test
    @DisplayName("that an office lets wait for long are seen by who wrote them and by the secretariat, until it signs")
    void escalation() {
        var paper = submitted(true);
        passDays(2);
        assertThat(as(papers.clerk, tasks::mine)).isEmpty();

        passDays(16);

        for (var told : List.of(papers.clerk, headOfPlanning)) {
            assertThat(as(told, tasks::mine))
                    .as(told.name())
                    .filteredOn(it -> it.kind() == TaskKind.CHASE && it.paper().equals(paper))
                    .extracting(Task::officeName)
                    .contains("Amt " + treasury);
        }
        for (var other : List.of(worker, theMayor, papers.councillor, papers.stranger)) {
            assertThat(as(other, tasks::mine)).as(other.name()).isEmpty();
        }
        assertThat(as(treasurer, tasks::mine)).extracting(Task::kind).containsOnly(TaskKind.CO_SIGN);
        assertThat(as(treasurer, tasks::mine).getFirst().timesOverdue()).isGreaterThan(2);
        var picture = as(papers.clerk, () -> board.find(paper)).getFirst();
        assertThat(picture.steps().stream()
                        .flatMap(it -> it.stations().stream())
                        .filter(it -> treasury.equals(it.office())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.isEscalated()).isTrue();
                    assertThat(it.reminders()).isGreaterThan(2);
                });

        sign(treasurer, treasury, paper);
        assertThat(as(papers.clerk, tasks::mine))
                .noneMatch(it -> it.officeName().equals("Amt " + treasury));
    }

    @Test
    @DisplayName("go on without an office where the process allows it, by the secretariat")
    void passOver() {
        lay(of(only(Condition.ALWAYS, treasury), approve(mayor), release(Actor.SECRETARIAT)));
        var paper = submitted(true);

        as(papers.clerk, () -> submission.passOver(paper, station(paper, treasury), "eilt"));

        assertThat(as(theMayor, tasks::mine)).hasSize(1);
    }

    @Test
    @DisplayName("are kept in order by the database as well")
    void constraints() {
        var paper = submitted(true);
        sign(treasurer, treasury, paper);
        var process = database.sql("select id from workflow_process where paper_id = ?")
                .param(paper.value())
                .query(UUID.class)
                .single();
        for (var wrong : List.of(
                "insert into workflow_process (id, paper_id, body_id, definition_id, author_office, after_change, after_refusal, state, round, financial_effects, begun_at) select gen_random_uuid(), paper_id, body_id, definition_id, author_office, after_change, after_refusal, 'DRAFTING', 0, false, now() from workflow_process where id = :id",
                "delete from workflow_process where id = :id",
                "update workflow_process set author_office = gen_random_uuid() where id = :id",
                "update workflow_process set ended_at = now() where id = :id",
                "update workflow_act set comment = 'x' where process_id = :id",
                "delete from workflow_act where process_id = :id",
                "delete from workflow_station where process_id = :id",
                "update workflow_station set fingerprint = null where process_id = :id and state = 'DONE'",
                "update workflow_station set state = 'ASKED' where process_id = :id and state = 'PLANNED'",
                "insert into workflow_act (id, process_id, position, round, kind, station_id, asking, office_id, name, comment, fingerprint, at) select gen_random_uuid(), process_id, 99, round, kind, station_id, asking, office_id, name, comment, fingerprint, at from workflow_act where process_id = :id and kind = 'CO_SIGNED'",
                "update workflow_definition set design = '{}' where id = (select definition_id from workflow_process where id = :id)")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(wrong)
                    .isThrownBy(() -> database.sql(wrong).param("id", process).update());
        }
    }

    private void denied(SignedIn who, PaperId paper, StationId station, String text) {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> as(who, () -> signature.sign(paper, station, text, "")));
    }

    private void assertHidden(SignedIn who, PaperId paper) {
        assertThat(as(who, () -> shelf.find(paper))).isEmpty();
        assertThat(as(who, () -> desk.find(paper))).isEmpty();
        assertThat(as(who, () -> board.find(paper))).isEmpty();
        assertThat(as(who, () -> board.start(paper))).isEmpty();
        assertThat(listed(who)).doesNotContain(paper);
        assertThat(as(who, () -> files.list(PaperFiles.owner(paper)))).isEmpty();
        assertThat(as(who, tasks::mine)).noneMatch(it -> it.paper().equals(paper));
    }

    private void assertReadable(SignedIn who, PaperId paper) {
        assertThat(as(who, () -> shelf.find(paper))).isPresent();
        assertThat(as(who, () -> board.find(paper))).hasSize(1);
        assertThat(listed(who)).contains(paper);
    }

    private List<PaperId> listed(SignedIn who) {
        return as(who, () -> shelf.list(new PaperQuery("", null, null, papers.council, null, 500))).stream()
                .map(PaperSummary::id)
                .toList();
    }

    private void lay(ProcessDesign design) {
        papers.asSystem(() -> definitions.lay(
                papers.city.body(),
                PaperType.PROPOSAL,
                definitions
                        .latest(papers.city.body(), PaperType.PROPOSAL)
                        .map(ProcessDefinition::version)
                        .orElse(0),
                design));
    }

    private PaperId drafted(boolean isPublic) {
        return as(
                papers.clerk,
                () -> drafting.draft(
                        papers.council,
                        TestPapers.content("Brunnen " + UUID.randomUUID(), isPublic, "Der Brunnen wird saniert.")));
    }

    private static PaperContent content(String title) {
        return TestPapers.content(title, true, "Der Brunnen wird saniert.");
    }

    private PaperId submitted(boolean isPublic) {
        var paper = drafted(isPublic);
        as(papers.clerk, () -> submission.begin(paper, planning));
        submit(worker, paper);
        return paper;
    }

    private void submit(SignedIn who, PaperId paper) {
        as(who, () -> submission.submit(paper, new Submission(null, true, List.of(), "", fingerprint(paper))));
    }

    private void sign(SignedIn who, OrganizationId office, PaperId paper) {
        at(office, paper, it -> as(who, () -> signature.sign(paper, it, fingerprint(paper), "")));
    }

    private void refuse(SignedIn who, OrganizationId office, PaperId paper, String reasons) {
        at(office, paper, it -> as(who, () -> signature.refuse(paper, it, reasons)));
    }

    private void at(OrganizationId office, PaperId paper, Consumer<StationId> act) {
        act.accept(station(paper, office));
    }

    private StationId station(PaperId paper, OrganizationId office) {
        return as(papers.clerk, () -> board.find(paper)).getFirst().steps().stream()
                .flatMap(it -> it.stations().stream())
                .filter(it -> office.equals(it.office()))
                .map(StationPicture::id)
                .findFirst()
                .orElseThrow();
    }

    private String fingerprint(PaperId paper) {
        return papers.asSystem(() -> desk.paper(paper)).fingerprint();
    }

    private SignedIn in(OrganizationId office, MembershipRole role) {
        var person = TestCouncil.person(context);
        TestCouncil.join(office, person, role, context);
        return new SignedIn(AccountId.next(), person, role + " of " + office);
    }

    private void endMembership(OrganizationId office, SignedIn who) {
        var id = database.sql("select id from organization_membership where organization_id = ? and person_id = ?")
                .params(office.value(), personOf(who).value())
                .query(UUID.class)
                .single();
        papers.asSystem(() -> {
            context.getBean(MembershipAdministration.class).end(new MembershipId(id), day(0));
            return true;
        });
    }

    private static PersonId personOf(SignedIn who) {
        return Objects.requireNonNull(who.person());
    }

    private LocalDate day(int fromToday) {
        return LocalDate.ofInstant(Instant.now(), TestCouncil.ZONE).plusDays(fromToday);
    }

    private void passDays(int count) {
        clock.putForwardTo(clock.instant().plus(Duration.ofDays(count)));
    }

    private static String refusal(@Nullable SignedIn who, ThrowingCallable step) {
        return catchThrowableOfType(Refusal.class, () -> {
                    if (who == null) {
                        step.call();
                    } else {
                        as(who, () -> {
                            try {
                                step.call();
                            } catch (RuntimeException e) {
                                throw e;
                            } catch (Throwable e) {
                                throw new IllegalStateException(e);
                            }
                        });
                    }
                })
                .key();
    }
}
