package de.ratssaal.paper;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingPlanning;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@RecordApplicationEvents
class PapersTest {

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    ProposalChanging changing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    Files files;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    TestPapers test;

    @BeforeEach
    void aCity() {
        test = new TestPapers(context);
    }

    @Nested
    @DisplayName("Numbers")
    class Numbers {

        @Test
        void areCountedFromOneInEachBodyWithoutGapEvenIfMakingAPaperFails() {
            var first = draft("Erste");
            as(
                    test.clerk,
                    () -> new TransactionTemplate(transactions).executeWithoutResult(it -> {
                        drafting.draft(test.council, content("Kommt nicht zustande", true, "x"));
                        it.setRollbackOnly();
                    }));
            var second = draft("Zweite");

            assertThat(List.of(number(first).number(), number(second).number())).containsExactly(1, 2);
            assertThat(number(first)).asString().matches("0001/\\d\\d");
        }

        @Test
        void haveNoGapAndNoneTwiceWhenManyDraftAtOnce() throws Exception {
            try (var people = Executors.newFixedThreadPool(8)) {
                people.invokeAll(IntStream.range(0, 40)
                                .mapToObj(it -> (Callable<PaperId>) () -> draft("Nr. " + it))
                                .toList())
                        .forEach(it -> assertThat(it).succeedsWithin(java.time.Duration.ofSeconds(60)));
            }

            assertThat(listed(test.clerk, new PaperQuery("", null, null, test.council, null, 100)))
                    .extracting(it -> it.number().number())
                    .containsExactlyElementsOf(IntStream.rangeClosed(-40, -1)
                            .map(it -> -it)
                            .boxed()
                            .toList());
        }

        @Test
        void areReadAsPeopleWriteThem() {
            assertThat(PaperNumber.read(" 42/26")).contains(new PaperNumber(42, 2026));
            assertThat(PaperNumber.read("0042/2026")).contains(new PaperNumber(42, 2026));
            assertThat(PaperNumber.read("0/26")).isEmpty();
            assertThat(PaperNumber.read("Brunnen")).isEmpty();
        }
    }

    @Nested
    @DisplayName("Writing")
    class Writing {

        @Test
        void ofTwoAtTheSameTimeTheSecondIsToldWhoWasFasterAndNothingIsLost() {
            var paper = draft("Brunnen");
            as(test.clerk, () -> drafting.edit(paper, 1, content("Brunnen sanieren", true, "Eins.")));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() ->
                            as(test.clerk, () -> drafting.edit(paper, 1, content("Brunnen abreißen", true, "Zwei."))))
                    .satisfies(it -> {
                        assertThat(it.key()).isEqualTo("paper.edit.overtaken");
                        assertThat(it.arguments()).containsExactly("Karla Wendt");
                    });
            assertThat(as(test.clerk, () -> drafting.workingCopy(paper))
                            .content()
                            .title())
                    .isEqualTo("Brunnen sanieren");
        }

        @Test
        void ofTwoInTheSameMomentOneIsTold() throws Exception {
            var paper = draft("Brunnen");
            try (var people = Executors.newFixedThreadPool(2)) {
                var done = people.invokeAll(IntStream.range(0, 2)
                        .mapToObj(it -> (Callable<Integer>) () ->
                                as(test.clerk, () -> drafting.edit(paper, 1, content("Titel " + it, true, "x"))))
                        .toList());
                assertThat(done)
                        .filteredOn(it -> it.state() == java.util.concurrent.Future.State.FAILED)
                        .singleElement()
                        .satisfies(it -> assertThat(it.exceptionNow()).isInstanceOf(Refusal.class));
            }
        }

        @Test
        void isForTheSecretariatOfTheOrganizationOnly() {
            var paper = draft("Brunnen");

            for (var other : List.of(test.councillor, test.committeeClerk, test.stranger)) {
                assertThatException()
                        .isThrownBy(() -> as(other, () -> drafting.draft(test.council, content("x", true, "y"))))
                        .isInstanceOf(AccessDeniedException.class);
                assertThatException()
                        .isThrownBy(() -> as(other, () -> drafting.edit(paper, 1, content("x", true, "y"))))
                        .isInstanceOf(AccessDeniedException.class);
                assertThatException()
                        .isThrownBy(() -> as(other, () -> drafting.workingCopy(paper)))
                        .isInstanceOf(NoSuchElementException.class);
            }
        }

        @Test
        void keepsEveryCharacterOfThePoints() {
            var proposal = new ResolutionProposal(
                    "Der Stadtrat beschließt: „€ 𝄞“",
                    List.of(new ResolutionPoint(
                            "",
                            "Ein Konzept\nin zwei Absätzen:",
                            List.of(new SubPoint("", "\\ \" ' <b>"), new SubPoint("", "Zwei")),
                            "Oberbürgermeisterin",
                            new DueDate(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)),
                            new ReportDuty("Hauptausschuss", LocalDate.of(2026, 10, 1), true))));

            var paper = test.released(content("Alles", true).with(proposal));

            assertThat(as(test.councillor, () -> shelf.paper(paper)).proposal()).isEqualTo(proposal);
        }
    }

    @Nested
    @DisplayName("Releasing")
    class Releasing {

        @Test
        void makesAVersionThatStaysWhileItIsWrittenOn() {
            var paper = test.released(content("Brunnen", true, "Der Brunnen wird saniert."));
            as(test.clerk, () -> drafting.edit(paper, 1, content("Brunnen", true, "Der Brunnen wird abgerissen.")));

            var seen = as(test.councillor, () -> shelf.paper(paper));
            assertThat(seen.proposal().wording()).isEqualTo("Der Brunnen wird saniert.");
            assertThat(seen.paper().revised()).isFalse();
            assertThat(as(test.clerk, () -> shelf.paper(paper)).paper().revised())
                    .isTrue();

            as(test.clerk, () -> drafting.release(paper, 2));

            var again = as(test.councillor, () -> shelf.paper(paper));
            assertThat(again.paper().version()).isEqualTo(2);
            assertThat(again.proposal().wording()).isEqualTo("Der Brunnen wird abgerissen.");
            assertThat(as(test.councillor, () -> shelf.versions(paper)))
                    .extracting(ReleasedVersion::number, it -> it.proposal().wording())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2, "Der Brunnen wird abgerissen."),
                            org.assertj.core.groups.Tuple.tuple(1, "Der Brunnen wird saniert."));
            assertThat(events.stream(PaperReleased.class)
                            .filter(it -> it.paper().equals(paper)))
                    .extracting(PaperReleased::version)
                    .containsExactly(1, 2);
        }

        @Test
        void theSameContentAgainChangesNothing() {
            var paper = test.released(content("Brunnen", true, "Der Brunnen wird saniert."));

            as(test.clerk, () -> drafting.release(paper, 1));

            assertThat(as(test.councillor, () -> shelf.versions(paper))).hasSize(1);
        }

        @Test
        void needsAProposalInWhichEveryPointSaysSomething() {
            var empty = as(test.clerk, () -> drafting.draft(test.council, content("Brunnen", true)));
            refused("paper.release.proposal-missing", () -> as(test.clerk, () -> drafting.release(empty, 1)));

            var gap = as(test.clerk, () -> drafting.draft(test.council, content("Brunnen", true, "Eins.", " ")));
            refused("paper.release.point-empty", () -> as(test.clerk, () -> drafting.release(gap, 1)));
        }

        @Test
        void fixesWhetherItIsPublic() {
            var paper = test.released(content("Brunnen", false, "Der Brunnen wird saniert."));

            refused(
                    "paper.edit.publicity-fixed",
                    () -> as(test.clerk, () -> drafting.edit(paper, 1, content("Brunnen", true, "Saniert."))));
        }

        @Test
        void cannotBeUndoneEvenInTheDatabase() {
            var paper = test.released(content("Brunnen", false, "Der Brunnen wird saniert."));

            for (var attempt : List.of(
                    "update paper_version set wording = 'x' where paper_id = ?",
                    "delete from paper_version where paper_id = ?",
                    "delete from paper_paper where id = ?",
                    "update paper_paper set is_public = true where id = ?",
                    "update paper_paper set number = 999999 where id = ?",
                    "update paper_paper set state = 'DRAFT' where id = ?")) {
                assertThatException()
                        .as(attempt)
                        .isThrownBy(
                                () -> database.sql(attempt).param(paper.value()).update())
                        .isInstanceOf(DataAccessException.class);
            }
        }

        @Test
        void aWithdrawnPaperSaysWhyAndIsNotChangedAnyMore() {
            var paper = test.released(content("Brunnen", true, "Der Brunnen wird saniert."));
            refused("paper.withdraw.reason-missing", () -> as(test.clerk, () -> drafting.withdraw(paper, " ")));

            as(test.clerk, () -> drafting.withdraw(paper, "Erledigt"));

            assertThat(as(test.councillor, () -> shelf.paper(paper)).withdrawnReason())
                    .isEqualTo("Erledigt");
            refused(
                    "paper.withdrawn",
                    () -> as(test.clerk, () -> drafting.edit(paper, 1, content("Neu", true, "Eins."))));
            assertThat(shelf.publicView(paper)).isEmpty();
        }
    }

    @Nested
    @DisplayName("Who sees what")
    class WhoSeesWhat {

        @Test
        void aDraftIsForThoseWhoPrepareIt() {
            var paper = draft("Entwurf");

            assertSeen(paper, List.of(test.clerk), List.of(test.councillor, test.committeeClerk, test.stranger));
            assertThat(shelf.publicView(paper)).isEmpty();
        }

        @Test
        void aPublicPaperIsForEverybody() {
            var paper = test.released(content("Öffentlich", true, "Eins."));

            assertSeen(
                    paper,
                    List.of(test.clerk, test.councillor, test.committeeMember, test.committeeClerk, test.stranger),
                    List.of());
            assertThat(shelf.publicView(paper))
                    .hasValueSatisfying(it -> assertThat(it.title()).isEqualTo("Öffentlich"));
            assertThat(shelf.publicPapers(test.city.body())).containsExactly(paper);
        }

        @Test
        void aNonPublicPaperIsForThoseWhoDeliberateIt() {
            var paper = test.released(content("Nichtöffentlich", false, "Eins."));
            assertSeen(paper, List.of(test.clerk), List.of(test.councillor, test.committeeMember, test.committeeClerk));

            as(test.clerk, () -> routing.plan(paper, test.committee, ConsultationRole.ADVICE));

            assertSeen(
                    paper,
                    List.of(test.clerk, test.committeeMember, test.committeeClerk),
                    List.of(test.councillor, test.stranger));
            assertThat(shelf.publicView(paper)).isEmpty();
            assertThat(shelf.publicPapers(test.city.body())).isEmpty();
            assertThat(shelf.find(paper)).isEmpty();
            assertThat(shelf.list(PaperQuery.all(500))).isEmpty();
        }

        @Test
        void itsFilesLikewise() {
            var paper = test.released(content("Öffentlich", true, "Eins."));
            as(test.clerk, () -> routing.plan(paper, test.committee, ConsultationRole.ADVICE));
            var owner = PaperFiles.owner(paper);
            var open = as(test.clerk, () -> files.attach(owner, NewFile.auxiliary("Plan.txt", true), text()));
            var closed = as(test.clerk, () -> files.attach(owner, NewFile.auxiliary("Preis.txt", false), text()));

            assertThat(as(test.committeeMember, () -> files.list(owner))).containsExactly(open, closed);
            assertThat(as(test.councillor, () -> files.list(owner))).containsExactly(open);
            assertThat(files.publicList(owner)).containsExactly(open);
            assertThatException()
                    .isThrownBy(() -> as(
                            test.committeeMember,
                            () -> files.attach(owner, NewFile.auxiliary("Meins.txt", true), text())))
                    .isInstanceOf(AccessDeniedException.class);

            as(test.clerk, () -> drafting.withdraw(paper, "Erledigt"));

            assertThat(files.publicList(owner)).isEmpty();
        }

        @Test
        void filesOnAnItemAreForThoseWhoSeeTheItem() {
            var meeting = test.meetingOf(test.council);
            var open = AgendaItemFiles.owner(test.itemOf(meeting, true));
            var closed = AgendaItemFiles.owner(test.itemOf(meeting, false));
            for (var owner : List.of(open, closed)) {
                as(test.clerk, () -> files.attach(owner, NewFile.auxiliary("Plan.txt", true), text()));
                as(test.clerk, () -> files.attach(owner, NewFile.auxiliary("Preis.txt", false), text()));
            }

            assertThat(files.publicList(open)).isEmpty();
            assertThat(as(test.councillor, () -> files.list(open))).isEmpty();

            test.convene(meeting);

            assertThat(files.publicList(open)).hasSize(1);
            assertThat(files.publicList(closed)).isEmpty();
            assertThat(as(test.councillor, () -> files.list(open))).hasSize(2);
            assertThat(as(test.councillor, () -> files.list(closed))).hasSize(2);
            assertThat(as(test.stranger, () -> files.list(open))).hasSize(1);
            assertThat(as(test.stranger, () -> files.list(closed))).isEmpty();
        }

        @Test
        void filesOnAnItemStandOnceTheMeetingIsOverButCanStillBeTakenBackFromThePublic() {
            var meeting = test.meetingOf(test.council);
            var owner = AgendaItemFiles.owner(test.itemOf(meeting, true));
            test.convene(meeting);
            var removed = as(test.clerk, () -> files.attach(owner, NewFile.auxiliary("Plan.txt", true), text()));
            var wrong = as(test.clerk, () -> files.attach(owner, NewFile.auxiliary("Preis.txt", true), text()));
            as(test.clerk, () -> files.remove(removed.id()));
            assertThat(files.publicList(owner)).containsExactly(wrong);

            test.close(meeting);

            assertThat(as(test.clerk, () -> files.mayChange(owner))).isFalse();
            for (Runnable change : List.<Runnable>of(
                    () -> files.attach(owner, NewFile.auxiliary("Noch.txt", true), text()),
                    () -> files.replace(wrong.id(), "Andere.txt", text()),
                    () -> files.remove(wrong.id()),
                    () -> files.setPublic(wrong.id(), true))) {
                assertDenied(test.clerk, change);
            }
            for (var other : List.of(test.councillor, test.committeeClerk)) {
                assertThat(as(other, () -> files.mayWithhold(owner))).isFalse();
                assertDenied(other, () -> files.setPublic(wrong.id(), false));
            }
            assertThat(files.publicList(owner)).containsExactly(wrong);

            as(test.clerk, () -> files.setPublic(wrong.id(), false));

            assertThat(files.publicList(owner)).isEmpty();
            assertThat(files.publicContent(wrong.id())).isEmpty();
            assertThat(as(test.councillor, () -> files.list(owner)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.id()).isEqualTo(wrong.id()));
            assertDenied(test.clerk, () -> files.setPublic(wrong.id(), true));
        }

        private void assertDenied(SignedIn who, Runnable step) {
            assertThatException().isThrownBy(() -> as(who, step)).isInstanceOf(AccessDeniedException.class);
        }

        private void assertSeen(PaperId paper, List<SignedIn> by, List<SignedIn> notBy) {
            for (var who : by) {
                assertThat(as(who, () -> shelf.find(paper))).as(who.name()).isPresent();
                assertThat(listed(who, PaperQuery.all(500)))
                        .as(who.name())
                        .extracting(PaperSummary::id)
                        .contains(paper);
            }
            for (var who : notBy) {
                assertThat(as(who, () -> shelf.find(paper))).as(who.name()).isEmpty();
                assertThat(listed(who, PaperQuery.all(500)))
                        .as(who.name())
                        .extracting(PaperSummary::id)
                        .doesNotContain(paper);
            }
        }
    }

    @Nested
    @DisplayName("Finding")
    class Finding {

        @Test
        void byNumberByTitleByOriginatorAndByAnyFormOfAWord() {
            var mark = UUID.randomUUID().toString().substring(0, 8);
            var paper = test.released(
                    content("Marktplatz " + mark, true, "Die Brunnen werden mit Lindenbäumen bepflanzt."));
            test.released(content("Haushalt", true, "Die Satzung wird beschlossen."));
            var number = as(test.clerk, () -> shelf.paper(paper)).paper().number();

            for (var text : List.of(number.toString(), "PLATZ " + mark, "brunnen lindenbaum")) {
                assertThat(listed(test.clerk, new PaperQuery(text, null, null, test.council, null, 10)))
                        .as(text)
                        .extracting(PaperSummary::id)
                        .containsExactly(paper);
            }
            assertThat(listed(
                            test.clerk,
                            new PaperQuery("oberbürgermeisterin", PaperType.PROPOSAL, null, test.council, null, 10)))
                    .hasSize(2);
            assertThat(listed(test.clerk, new PaperQuery("", PaperType.MOTION, null, test.council, null, 10)))
                    .isEmpty();
        }

        @Test
        void pageByPage() {
            IntStream.range(0, 5).forEach(it -> draft("Nr. " + it));
            var all = new ArrayList<PaperSummary>();
            var query = new PaperQuery("", null, PaperState.DRAFT, test.council, null, 2);
            for (var page = listed(test.clerk, query); !page.isEmpty(); page = listed(test.clerk, query)) {
                all.addAll(page);
                query = query.after(page.getLast());
            }

            assertThat(all).extracting(it -> it.number().number()).containsExactly(5, 4, 3, 2, 1);
        }
    }

    @Nested
    @DisplayName("On an agenda")
    class OnAnAgenda {

        @Test
        void thePlannedStationIsTaken() {
            var paper = test.released(content("Brunnen", true, "Der Brunnen wird saniert."));
            as(test.clerk, () -> routing.plan(paper, test.committee, ConsultationRole.ADVICE));
            var decision = as(test.clerk, () -> routing.plan(paper, test.council, ConsultationRole.DECISION));
            var meeting = test.meetingOf(test.council);
            var item = test.itemOf(meeting, true);

            as(test.clerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.DECISION));

            assertThat(as(test.clerk, () -> shelf.paper(paper)).consultations())
                    .extracting(ConsultationSummary::id, ConsultationSummary::meeting)
                    .contains(org.assertj.core.groups.Tuple.tuple(decision, meeting))
                    .hasSize(2);
            assertThat(as(test.clerk, () -> shelf.papersOf(item)))
                    .extracting(PaperSummary::id)
                    .containsExactly(paper);
            assertThat(as(test.councillor, () -> shelf.papersOf(item))).isEmpty();

            test.convene(meeting);

            assertThat(as(test.councillor, () -> shelf.papersOf(item))).hasSize(1);
        }

        @Test
        void itIsPutToTheVoteAsItIsReleased() {
            var paper = test.released(content("Brunnen", true, "Der Brunnen wird saniert."));
            var item = test.itemOf(test.meetingOf(test.council), true);
            as(test.clerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.DECISION));

            assertThat(as(test.clerk, () -> shelf.proposalFor(item))).hasValueSatisfying(it -> {
                assertThat(it.question()).matches("Brunnen \\(0001/\\d\\d\\)");
                assertThat(it.wording()).isEqualTo("Der Brunnen wird saniert.");
                assertThat(it.proposal().points()).hasSize(1);
                assertThat(it.withChanges()).isFalse();
                assertThat(it.paper()).isEqualTo(paper);
            });
        }

        @Test
        void aDraftANonPublicPaperInPublicAndASecondProposalAreRefused() {
            var meeting = test.meetingOf(test.council);
            var item = test.itemOf(meeting, true);
            var draft = draft("Entwurf");
            var nonPublic = test.released(content("Nichtöffentlich", false, "Eins."));
            var first = test.released(content("Erste", true, "Eins."));
            var second = test.released(content("Zweite", true, "Eins."));

            refused("paper.agenda.not-released.DRAFT", () -> put(draft, item));
            refused("paper.agenda.item-is-public", () -> put(nonPublic, item));
            put(first, item);
            refused("paper.agenda.second-proposal", () -> put(second, item));
            refused(
                    "paper.agenda.already-there",
                    () -> as(test.clerk, () -> routing.putOnAgenda(first, item, ConsultationRole.HEARING)));
            as(test.clerk, () -> routing.putOnAgenda(second, item, ConsultationRole.HEARING));

            assertThat(as(test.clerk, () -> shelf.papersOf(item)))
                    .extracting(PaperSummary::id)
                    .containsExactly(first, second);
        }

        @Test
        void onlyTheSecretariatOfTheMeetingPutsItThere() {
            var paper = test.released(content("Brunnen", true, "Eins."));
            var item = test.itemOf(test.meetingOf(test.committee), true);

            assertThatException().isThrownBy(() -> put(paper, item)).isInstanceOf(NoSuchElementException.class);
            as(test.committeeClerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.ADVICE));

            assertThat(as(test.committeeClerk, () -> shelf.papersOf(item))).hasSize(1);
        }

        @Test
        void whatIsRemovedFromTheAgendaIsOnlyPlannedAgain() {
            var paper = test.released(content("Brunnen", true, "Eins."));
            var meeting = test.meetingOf(test.council);
            var item = test.itemOf(meeting, true);
            put(paper, item);
            as(test.clerk, () -> changing.change(item, proposal("Eins."), proposal("Zwei.")));

            as(test.clerk, () -> planning.removeItem(meeting, item));

            await().untilAsserted(() -> assertThat(
                            as(test.clerk, () -> shelf.paper(paper)).consultations())
                    .singleElement()
                    .satisfies(it -> assertThat(it.meeting()).isNull()));
            await().untilAsserted(() -> assertThat(
                            database.sql("select meeting_id from paper_consultation where paper_id = ?")
                                    .param(paper.value())
                                    .query(UUID.class)
                                    .optional())
                    .isEmpty());
        }

        @Test
        void thePublicHearsNothingOfNonPublicStations() {
            var paper = test.released(content("Brunnen", true, "Eins."));
            var open = test.meetingOf(test.council);
            var openItem = test.itemOf(open, true);
            var closedItem = test.itemOf(test.meetingOf(test.committee), false);
            put(paper, openItem);
            as(test.committeeClerk, () -> routing.putOnAgenda(paper, closedItem, ConsultationRole.ADVICE));

            assertThat(shelf.publicView(paper).orElseThrow().consultations())
                    .singleElement()
                    .satisfies(it -> assertThat(it.item()).isNull());

            test.convene(open);

            assertThat(shelf.publicView(paper).orElseThrow().consultations())
                    .singleElement()
                    .satisfies(it -> assertThat(it.item()).isEqualTo(openItem));
            assertThat(shelf.publicPapersOf(openItem)).hasSize(1);
            assertThat(shelf.publicPapersOf(closedItem)).isEmpty();
        }

        private void put(PaperId paper, de.ratssaal.meeting.AgendaItemId item) {
            as(test.clerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.DECISION));
        }
    }

    @Nested
    @DisplayName("With changes")
    class WithChanges {

        @Test
        void theItemIsVotedOnInTheChangedWordingAndThePaperStays() {
            var paper = test.released(content("Brunnen", true, "Der Brunnen wird saniert."));
            var item = onAgenda(paper);

            as(
                    test.clerk,
                    () -> changing.change(
                            item,
                            proposal("Der Brunnen wird saniert."),
                            proposal("Der Brunnen wird saniert.", "Die Bänke werden erneuert.")));

            assertThat(as(test.clerk, () -> shelf.proposalFor(item))).hasValueSatisfying(it -> {
                assertThat(it.withChanges()).isTrue();
                assertThat(it.wording()).contains("Bänke");
            });
            assertThat(as(test.clerk, () -> shelf.paper(paper)).proposal().wording())
                    .doesNotContain("Bänke");

            as(test.clerk, () -> changing.revoke(item));

            assertThat(as(test.clerk, () -> shelf.proposalFor(item))
                            .orElseThrow()
                            .withChanges())
                    .isFalse();
        }

        @Test
        void whoChangesWhatSomebodyElseChangedIsTold() {
            var paper = test.released(content("Brunnen", true, "Eins."));
            var item = onAgenda(paper);
            as(test.clerk, () -> changing.change(item, proposal("Eins."), proposal("Zwei.")));

            refused(
                    "paper.change.overtaken",
                    () -> as(test.clerk, () -> changing.change(item, proposal("Eins."), proposal("Drei."))));
        }

        @Test
        void changedBackItIsThePapersOwnAgain() {
            var item = onAgenda(test.released(content("Brunnen", true, "Eins.")));
            as(test.clerk, () -> changing.change(item, proposal("Eins."), proposal("Zwei.")));

            as(test.clerk, () -> changing.change(item, proposal("Zwei."), proposal("Eins.")));

            assertThat(as(test.clerk, () -> shelf.proposalFor(item))
                            .orElseThrow()
                            .withChanges())
                    .isFalse();
        }

        @Test
        void aNewReleaseOfThePaperIsNoticed() {
            var paper = test.released(content("Brunnen", true, "Eins."));
            var item = onAgenda(paper);
            as(test.clerk, () -> changing.change(item, proposal("Eins."), proposal("Zwei.")));
            assertThat(as(test.clerk, () -> shelf.changeIsOutdated(item))).isFalse();

            as(test.clerk, () -> drafting.edit(paper, 1, content("Brunnen", true, "Drei.")));
            as(test.clerk, () -> drafting.release(paper, 2));

            assertThat(as(test.clerk, () -> shelf.changeIsOutdated(item))).isTrue();
            assertThat(as(test.clerk, () -> shelf.proposalFor(item))
                            .orElseThrow()
                            .wording())
                    .isEqualTo("Zwei.");
        }

        @Test
        void membersDoNotChangeTheWordingAndNobodyChangesASettledItem() {
            var paper = test.released(content("Brunnen", true, "Eins."));
            var item = onAgenda(paper);
            assertThatException()
                    .isThrownBy(() ->
                            as(test.councillor, () -> changing.change(item, proposal("Eins."), proposal("Zwei."))))
                    .isInstanceOf(AccessDeniedException.class);

            database.sql(
                            "update meeting_agenda_item set state = 'DONE', called_at = now(), done_at = now() where id = ?")
                    .param(item.value())
                    .update();

            refused(
                    "paper.agenda.item-settled",
                    () -> as(test.clerk, () -> changing.change(item, proposal("Eins."), proposal("Zwei."))));
        }

        private de.ratssaal.meeting.AgendaItemId onAgenda(PaperId paper) {
            var meeting = test.meetingOf(test.council);
            var item = test.itemOf(meeting, true);
            test.convene(meeting);
            as(test.clerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.DECISION));
            return item;
        }
    }

    private PaperId draft(String title) {
        return as(test.clerk, () -> drafting.draft(test.council, content(title, true, "Der Brunnen wird saniert.")));
    }

    private PaperNumber number(PaperId paper) {
        return as(test.clerk, () -> drafting.workingCopy(paper)).number();
    }

    private List<PaperSummary> listed(SignedIn who, PaperQuery query) {
        return as(who, () -> shelf.list(query));
    }

    private static ResolutionProposal proposal(String... points) {
        return content("x", true, points).proposal();
    }

    private static InputStream text() {
        return new ByteArrayInputStream(("Text " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(step)
                .satisfies(it -> assertThat(it.key()).isEqualTo(key));
    }
}
