package de.ratssaal.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Boards;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R10: An election with paper ballots")
class ElectionConductTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ElectionPreparing preparing;

    @Autowired
    ElectionConduct conduct;

    @Autowired
    LotDrawing lots;

    @Autowired
    Elections elections;

    @Autowired
    ResultSheets sheets;

    @Autowired
    PollConduct polls;

    @Autowired
    ElectionsOnBoard onBoard;

    @Autowired
    Boards boards;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    ElectionsInMinutes inMinutes;

    @Autowired
    ElectionsInPublic inPublic;

    @Autowired
    Access access;

    @Autowired
    PublicRegister register;

    @Autowired
    JdbcClient database;

    /** An election in a meeting of nine, all of them there; members 2 and 3 stand, 7 and 8 count. */
    private final class Vote {

        private final TestMeeting meeting;
        private final AgendaItemId item;
        private final ElectionId id;

        Vote(ElectionKind kind, int seats, int members, int present, boolean isPublic) {
            meeting = TestMeeting.open(members, present, context);
            item = isPublic ? meeting.item() : meeting.nonPublic();
            if (!isPublic) {
                meeting.call(item);
            }
            id = chair(() -> preparing.prepare(meeting.id(), item, kind, "Ausschussvorsitz", seats));
        }

        Vote stands(int... numbers) {
            IntStream.of(numbers).forEach(it -> stands("Mitglied " + it, meeting.member(it)));
            return this;
        }

        CandidateId stands(String name, @Nullable PersonId person) {
            return chair(() -> preparing.nominate(id, name, person, "Fraktion A", true, List.of()));
        }

        Vote counted(int... tellers) {
            chair(() -> {
                preparing.nameTellers(
                        id, IntStream.of(tellers).mapToObj(meeting::member).toList());
                return true;
            });
            return this;
        }

        Vote opened() {
            chair(() -> {
                preparing.closeList(id);
                conduct.openRound(round().id());
                return true;
            });
            return this;
        }

        ElectionSummary seen() {
            return Acting.as(meeting.chair(), () -> elections.election(id));
        }

        RoundSummary round() {
            return seen().currentRound().orElseThrow();
        }

        Vote urn(int handedOut) {
            var round = round().id();
            chair(() -> {
                conduct.closeUrn(round, handedOut);
                return true;
            });
            return this;
        }

        void count(int teller, CountSheet sheet) {
            var round = round().id();
            Acting.as(meeting.member(teller), () -> conduct.enterCount(round, meeting.member(teller), sheet));
        }

        CountSheet sheet(int blank, int... votes) {
            return sheetWithNo(blank, 0, votes);
        }

        CountSheet sheetWithNo(int blank, int no, int... votes) {
            var of = new LinkedHashMap<CandidateId, Integer>();
            var candidates = round().candidates();
            for (var number = 0; number < votes.length; number++) {
                of.put(candidates.get(number), votes[number]);
            }
            return new CountSheet(IntStream.of(votes).sum() + blank + no, blank, 0, no, of);
        }

        Vote settled(CountSheet sheet) {
            count(7, sheet);
            count(8, sheet);
            var round = round().id();
            chair(() -> {
                conduct.settle(round);
                return true;
            });
            return this;
        }

        List<String> elected() {
            var election = seen();
            return election.elected().stream()
                    .map(it -> election.nameOf(it.candidate()))
                    .toList();
        }

        <T> T chair(Callable<T> act) {
            return Acting.as(meeting.chair(), act);
        }

        void chairIs(Runnable act) {
            Acting.as(meeting.chair(), act);
        }
    }

    private Vote ofNine() {
        return new Vote(ElectionKind.PERSONS, 1, 9, 9, true).stands(2, 3, 4).counted(7, 8);
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("elects by the majority of those present; the elected member accepts; every act is in the log")
    void majority() {
        var vote = ofNine().opened().urn(9);

        vote.settled(vote.sheet(1, 5, 2, 1));

        assertThat(vote.seen().state()).isEqualTo(ElectionState.DECIDED);
        assertThat(vote.elected()).containsExactly("Mitglied 2");
        var won = vote.seen().elected().getFirst().candidate();
        Acting.as(vote.meeting.member(2), () -> conduct.answer(vote.id, won, true));
        Acting.as(vote.meeting.member(2), () -> conduct.answer(vote.id, won, true));
        assertThat(vote.seen().elected().getFirst().accepts()).isTrue();
        isRefused("election.answer.answered", () -> vote.chairIs(() -> conduct.answer(vote.id, won, false)));
        assertThat(database.sql("select type from audit_entry where subject = ? and type like 'election.%'")
                        .param("meeting/" + vote.meeting.id())
                        .query(String.class)
                        .list())
                .contains(
                        "election.ElectionPrepared",
                        "election.CandidatesListed",
                        "election.RoundOpened",
                        "election.UrnClosed",
                        "election.CountEntered",
                        "election.RoundSettled",
                        "election.ElectionAnswered");
    }

    @Test
    @DisplayName(
            "has its result on the portal's page of the meeting, once it is settled; one in non-public session never")
    void onThePortal() {
        var vote = ofNine().opened().urn(9);
        assertThat(toldInPublic(vote)).isEmpty();
        vote.settled(vote.sheet(1, 5, 2, 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published(vote))
                        .singleElement()
                        .satisfies(it -> assertThat(it.course())
                                .anyMatch(line -> line.contains("Ausschussvorsitz"))
                                .anyMatch(line -> line.contains("Mitglied 2"))));

        var secret = new Vote(ElectionKind.PERSONS, 1, 9, 9, false)
                .stands(2, 3)
                .counted(7, 8)
                .opened()
                .urn(9);
        secret.settled(secret.sheet(1, 6, 2));
        assertThat(toldInPublic(secret)).isEmpty();
        assertThat(published(secret)).isEmpty();
    }

    private Map<AgendaItemId, List<String>> toldInPublic(Vote vote) {
        return access.asSystem("test", () -> inPublic.of(vote.meeting.id()));
    }

    /** Items of the published meeting on which somebody was elected. */
    private List<PublicMeeting.Item> published(Vote vote) {
        return register.meeting(vote.meeting.id()).stream()
                .flatMap(it -> it.items().stream())
                .filter(it -> !it.course().isEmpty())
                .toList();
    }

    @Test
    @DisplayName("without a majority proposes the run-off, in which more valid votes win")
    void runOff() {
        var vote = ofNine().opened().urn(9);

        vote.settled(vote.sheet(2, 3, 1, 3));
        assertThat(vote.round().kind()).isEqualTo(RoundKind.RUN_OFF);
        assertThat(vote.round().candidates().stream().map(vote.seen()::nameOf))
                .containsExactlyInAnyOrder("Mitglied 2", "Mitglied 4");

        vote.chairIs(() -> conduct.openRound(vote.round().id()));
        vote.urn(9).settled(vote.sheet(6, 1, 2));
        assertThat(vote.elected()).containsExactly("Mitglied 4");
    }

    @Test
    @DisplayName(
            "is counted twice: counts that differ are not announced, and it is said where; a recount keeps the first ones")
    void twoCounts() {
        var vote = ofNine().opened().urn(9);
        var round = vote.round().id();

        vote.count(7, vote.sheet(1, 5, 2, 1));
        isRefused("election.settle.missing", () -> vote.chairIs(() -> conduct.settle(round)));
        vote.count(7, vote.sheet(1, 5, 2, 1));
        isRefused("election.count.there", () -> vote.count(7, vote.sheet(2, 5, 2, 0)));
        vote.count(8, vote.sheet(1, 4, 3, 1));
        isRefused("election.differs.votes", () -> vote.chairIs(() -> conduct.settle(round)));
        assertThat(vote.round().countsDiffer()).isTrue();
        assertThat(vote.round().sheet()).as("no sums before the result").isNull();

        vote.chairIs(() -> conduct.recount(round, 1));
        vote.chairIs(() -> conduct.recount(round, 1));
        assertThat(vote.round().attempt()).isEqualTo(2);
        vote.settled(vote.sheet(1, 5, 2, 1));
        assertThat(database.sql("select count(*) from election_count where round_id = ?")
                        .param(round.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    @DisplayName("refuses sums that do not fit, and more ballots than members were in the room")
    void sums() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 10, 9, true).stands(2, 3).counted(7, 8);
        vote.opened();
        vote.meeting.arrive(vote.meeting.member(9), Place.REMOTE);
        var round = vote.round().id();

        isRefused("election.urn.too-many", () -> vote.chairIs(() -> conduct.closeUrn(round, 10)));
        vote.urn(9);
        isRefused("election.count.more-than-handed-out", () -> vote.count(7, vote.sheet(1, 5, 4)));
        isRefused("election.count.no-with-several", () -> vote.count(7, vote.sheetWithNo(0, 1, 5, 3)));
        // the member who takes part remotely is present and entitled: half of ten is not enough
        vote.settled(vote.sheet(0, 5, 4));
        assertThat(vote.elected()).isEmpty();
    }

    @Test
    @DisplayName("is not opened as long as somebody who may vote is not in the room, where the ballots are")
    void elsewhere() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 10, 9, true).stands(2, 3).counted(7, 8);
        vote.meeting.arrive(vote.meeting.member(9), Place.REMOTE);

        isRefused("election.open.elsewhere", vote::opened);
        vote.meeting.arrive(vote.meeting.member(9), Place.ROOM);
        vote.opened().urn(10);
    }

    @Test
    @DisplayName("is counted by nobody who stands, by nobody who was not named, and by nobody in another's name")
    void tellers() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 9, 9, true).stands(2, 3);

        isRefused("election.tellers.is-candidate", () -> vote.counted(2, 8));
        vote.chairIs(() -> preparing.closeList(vote.id));
        isRefused(
                "election.open.tellers",
                () -> vote.chairIs(() -> conduct.openRound(vote.round().id())));
        vote.counted(7, 8).opened().urn(9);
        var round = vote.round().id();
        var sheet = vote.sheet(0, 5, 4);
        isRefused(
                "election.count.no-teller",
                () -> vote.chairIs(() -> conduct.enterCount(round, vote.meeting.member(4), sheet)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        vote.meeting.member(4), () -> conduct.enterCount(round, vote.meeting.member(7), sheet)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(vote.meeting.member(7), () -> conduct.settle(round)));
    }

    @Test
    @DisplayName("is held only of those who were named before and agreed, and once: the list is closed")
    void candidates() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 9, 9, true).counted(7, 8);

        isRefused("election.list.empty", () -> vote.chairIs(() -> preparing.closeList(vote.id)));
        var asked = vote.chair(() -> preparing.nominate(vote.id, "Erika Gast", null, "Fraktion B", false, List.of()));
        isRefused(
                "election.nominate.twice",
                () -> vote.chairIs(
                        () -> preparing.nominate(vote.id, "Erika Gast", null, "Fraktion C", true, List.of())));
        isRefused("election.list.no-consent", () -> vote.chairIs(() -> preparing.closeList(vote.id)));
        vote.chairIs(() -> preparing.consent(vote.id, asked));
        vote.opened();
        isRefused("election.nominate.closed", () -> vote.stands("Zu spät", vote.meeting.member(5)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(vote.meeting.member(2), () -> preparing.cancel(vote.id, "Das gefällt mir nicht")));
    }

    @Test
    @DisplayName("needs the quorum at opening and when the urn is closed (R4)")
    void quorum() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 9, 5, true)
                .stands(2, 3)
                .counted(0, 1)
                .opened();
        Acting.as(
                vote.meeting.member(4),
                () -> vote.meeting.attendance().leave(vote.meeting.id(), vote.meeting.member(4)));
        var round = vote.round().id();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> vote.chairIs(() -> conduct.closeUrn(round, 4)))
                .withMessage("attendance.quorum.not-met");
        vote.chairIs(() -> conduct.cancelRound(round, "nicht mehr beschlussfähig"));
        assertThat(vote.round().number()).isEqualTo(2);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(
                        () -> vote.chairIs(() -> conduct.openRound(vote.round().id())));
    }

    @Test
    @DisplayName("is held with whoever is recused on the item (R7)")
    void recused() {
        var vote = ofNine();
        Acting.as(
                vote.meeting.member(2),
                () -> vote.meeting.attendance().recuse(vote.meeting.id(), vote.item, vote.meeting.member(2)));

        assertThat(vote.opened().round().entitled()).isEqualTo(9);
    }

    @Test
    @DisplayName("keeps the item before the meeting, and no poll is opened meanwhile, nor the other way round")
    void oneVoteAtATime() {
        var vote = ofNine();
        var poll = vote.meeting.openPoll(vote.item);
        vote.chairIs(() -> preparing.closeList(vote.id));
        var round = vote.round().id();
        isRefused("election.open.poll-is-open", () -> vote.chairIs(() -> conduct.openRound(round)));
        vote.chairIs(() -> polls.cancel(poll, "erst wählen"));
        vote.chairIs(() -> conduct.openRound(round));
        vote.chairIs(() -> conduct.openRound(round));

        isRefused("election.item.round-is-open", () -> vote.meeting.openPoll(vote.item));
        isRefused("election.item.round-is-open", () -> vote.meeting.call(vote.meeting.nonPublic()));
        isRefused(
                "election.item.round-is-open",
                () -> vote.chairIs(() ->
                        vote.meeting.conduct().finishItem(vote.meeting.id(), vote.item, vote.meeting.revision())));
        var another = new ElectionId[1];
        another[0] = vote.chair(
                () -> preparing.prepare(vote.meeting.id(), vote.item, ElectionKind.PERSONS, "Stellvertretung", 1));
        vote.chairIs(() -> {
            preparing.nominate(another[0], "Mitglied 5", vote.meeting.member(5), "Fraktion A", true, List.of());
            preparing.nameTellers(another[0], List.of(vote.meeting.member(7), vote.meeting.member(8)));
            preparing.closeList(another[0]);
        });
        isRefused(
                "election.open.another-is-open",
                () -> vote.chairIs(() -> conduct.openRound(elections
                        .election(another[0])
                        .currentRound()
                        .orElseThrow()
                        .id())));
    }

    private static String secret(int number) {
        return HexFormat.of().formatHex(new byte[31]) + "%02x".formatted(number);
    }

    private void commits(Vote vote, LotSummary lot, int member) {
        var person = vote.meeting.member(member);
        Acting.as(
                person,
                () -> lots.commit(
                        lot.id(), lot.attempt(), Lot.commitment(lot.name(), person.toString(), secret(member))));
    }

    private void opens(Vote vote, LotSummary lot, int member) {
        Acting.as(vote.meeting.member(member), () -> lots.open(lot.id(), secret(member)));
    }

    /** Two candidates, four votes each in the run-off, and a blank ballot. */
    private Vote tied() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 9, 9, true)
                .stands(2, 3)
                .counted(7, 8)
                .opened()
                .urn(9);
        vote.settled(vote.sheet(1, 4, 4));
        vote.chairIs(() -> conduct.openRound(vote.round().id()));
        return vote.urn(9).settled(vote.sheet(1, 4, 4));
    }

    @Test
    @DisplayName("with a tie is decided by a lot to which members contribute, and which anybody can draw again")
    void lot() {
        var vote = tied();
        var lot = vote.seen().openLot().orElseThrow();
        assertThat(vote.seen().state()).isEqualTo(ElectionState.LOT);

        commits(vote, lot, 4);
        commits(vote, lot, 4);
        isRefused("election.lot.too-few", () -> vote.chairIs(() -> lots.beginOpening(lot.id())));
        commits(vote, lot, 5);
        isRefused("election.lot.not-opening", () -> opens(vote, lot, 4));
        vote.chairIs(() -> lots.beginOpening(lot.id()));
        isRefused("election.lot.not-collecting", () -> commits(vote, lot, 6));
        isRefused(
                "election.lot.other-secret",
                () -> Acting.as(vote.meeting.member(4), () -> lots.open(lot.id(), secret(9))));
        opens(vote, lot, 4);
        isRefused("election.lot.not-all-open", () -> vote.chairIs(() -> lots.draw(lot.id())));
        opens(vote, lot, 5);
        assertThat(vote.seen().openLot().orElseThrow().own())
                .as("the application opens last")
                .satisfies(it -> {
                    assertThat(it.commitment()).isEqualTo(lot.own().commitment());
                    assertThat(it.secret()).isNull();
                });
        vote.chairIs(() -> lots.draw(lot.id()));
        vote.chairIs(() -> lots.draw(lot.id()));

        var drawn = vote.seen().lots().getFirst();
        assertThat(vote.seen().state()).isEqualTo(ElectionState.DECIDED);
        assertThat(vote.seen().elected()).singleElement().satisfies(it -> {
            assertThat(it.byLot()).isTrue();
            assertThat(drawn.drawn()).containsExactly(it.candidate());
        });
        assertThat(LotDrawing.isTrue(vote.seen(), drawn)).isTrue();
        assertThat(drawn.own().commitment()).isEqualTo(lot.own().commitment());
        assertThat(Lot.commitment(drawn.name(), "ratssaal", drawn.own().secret()))
                .isEqualTo(lot.own().commitment());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update election_lot set drawn = among[1:1] where id = ?")
                        .param(lot.id().value())
                        .update());
    }

    @Test
    @DisplayName("draws the lot again without a member who does not open their secret, and records who that was")
    void withheld() {
        var vote = tied();
        var lot = vote.seen().openLot().orElseThrow();
        List.of(4, 5, 6).forEach(it -> commits(vote, lot, it));
        vote.chairIs(() -> lots.beginOpening(lot.id()));
        opens(vote, lot, 4);
        opens(vote, lot, 5);

        vote.chairIs(() -> lots.beginAnew(lot.id(), 1));
        var second = vote.seen().openLot().orElseThrow();
        assertThat(second.withheld()).containsExactly(vote.meeting.member(6));
        isRefused("election.lot.withheld", () -> commits(vote, second, 6));
        commits(vote, second, 4);
        commits(vote, second, 5);
        vote.chairIs(() -> lots.beginOpening(second.id()));
        opens(vote, second, 4);
        opens(vote, second, 5);
        vote.chairIs(() -> lots.draw(second.id()));
        assertThat(vote.elected()).hasSize(1);
    }

    @Test
    @DisplayName("can be decided by the hand of the chair before a witness, and not otherwise")
    void lotByHand() {
        var vote = tied();
        var lot = vote.seen().openLot().orElseThrow();
        var drawn = List.of(lot.among().getLast());

        isRefused("election.lot.witness-missing", () -> vote.chairIs(() -> lots.drawnByHand(lot.id(), drawn, " ")));
        isRefused("election.lot.places", () -> vote.chairIs(() -> lots.drawnByHand(lot.id(), lot.among(), "W")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(vote.meeting.member(2), () -> lots.drawnByHand(lot.id(), drawn, "W")));
        vote.chairIs(() -> lots.drawnByHand(lot.id(), drawn, "Schriftführerin"));
        assertThat(vote.elected()).containsExactly("Mitglied 3");
    }

    @Test
    @DisplayName("for the second place in the run-off draws the lot, and then proposes the run-off")
    void lotForTheRunOff() {
        var vote = ofNine().opened().urn(9);
        vote.settled(vote.sheet(1, 4, 2, 2));
        var lot = vote.seen().openLot().orElseThrow();

        vote.chairIs(() -> lots.drawnByHand(lot.id(), List.of(lot.among().getLast()), "Schriftführerin"));

        assertThat(vote.round().kind()).isEqualTo(RoundKind.RUN_OFF);
        assertThat(vote.round().candidates().stream().map(vote.seen()::nameOf))
                .containsExactly("Mitglied 2", "Mitglied 4");
    }

    @Test
    @DisplayName("by lists shares out the seats; with equal claims the lot decides the last one")
    void lists() {
        var vote = new Vote(ElectionKind.LISTS, 3, 9, 9, true).counted(7, 8);
        isRefused("election.nominate.list-empty", () -> vote.stands("Ohne Namen", null));
        for (var name : List.of("Liste 1", "Liste 2")) {
            vote.chairIs(() -> preparing.nominate(vote.id, name, null, "Fraktion", true, List.of("A", "B", "C")));
        }
        vote.opened().urn(9).settled(vote.sheet(1, 4, 4));

        var lot = vote.seen().openLot().orElseThrow();
        assertThat(lot.purpose()).isEqualTo(LotSummary.Purpose.LISTS);
        assertThat(vote.seen().elected()).extracting(Elected::seats).containsExactly(1, 1);
        vote.chairIs(() -> lots.drawnByHand(lot.id(), List.of(lot.among().getFirst()), "Schriftführerin"));
        assertThat(vote.seen().elected()).extracting(Elected::seats).containsExactly(2, 1);
    }

    @Test
    @DisplayName("is repeated after a challenge with all candidates, for a seat that was declined without who declined")
    void repeated() {
        var vote = ofNine().opened().urn(9);
        vote.settled(vote.sheet(1, 5, 2, 1));
        isRefused("election.reason-missing", () -> vote.chairIs(() -> preparing.repeat(vote.id, " ")));
        var won = vote.seen().elected().getFirst().candidate();
        vote.chairIs(() -> conduct.answer(vote.id, won, false));

        var again = vote.chair(() -> preparing.repeat(vote.id, "abgelehnt"));

        var second = vote.chair(() -> elections.election(again));
        assertThat(second.repeats()).isEqualTo(vote.id);
        assertThat(second.candidates()).extracting(Candidate::name).containsExactly("Mitglied 3", "Mitglied 4");
        isRefused("election.repeat.twice", () -> vote.chairIs(() -> preparing.repeat(vote.id, "noch einmal")));
    }

    @Test
    @DisplayName("that is broken off takes no seat from who is elected already: the others stay open, with the reason")
    void brokenOff() {
        var vote = new Vote(ElectionKind.PERSONS, 2, 9, 9, true).stands(2, 3, 4).counted(7, 8);
        vote.opened().urn(9);
        // a ballot may name two
        vote.settled(new CountSheet(9, 0, 0, 0, vote.sheet(0, 8, 4, 4).votes()));
        assertThat(vote.elected()).containsExactly("Mitglied 2");

        isRefused("election.reason-missing", () -> vote.chairIs(() -> preparing.cancel(vote.id, " ")));
        vote.chairIs(() -> preparing.cancel(vote.id, "Die Sitzung ist zu lang"));

        assertThat(vote.seen().state()).isEqualTo(ElectionState.DECIDED);
        assertThat(vote.elected()).containsExactly("Mitglied 2");
        assertThat(vote.seen().openSeats()).isOne();
        assertThat(vote.seen().currentRound()).isEmpty();
        assertThat(vote.chair(() -> inMinutes.of(vote.meeting.id(), true)).get(vote.item))
                .anyMatch(it -> it.contains("Gewählt ist Mitglied 2"))
                .anyMatch(it -> it.contains("Die übrigen Plätze bleiben offen. Grund: Die Sitzung ist zu lang"));
        isRefused("election.over", () -> vote.chairIs(() -> preparing.cancel(vote.id, "noch einmal")));
        var again = vote.chair(() -> preparing.repeat(vote.id, "offener Platz"));
        assertThat(vote.chair(() -> elections.election(again)).seats()).isOne();
    }

    @Test
    @DisplayName("in which nobody is elected yet ends without a result, as before")
    void brokenOffWithoutAResult() {
        var vote = ofNine().opened();
        vote.chairIs(() -> preparing.cancel(vote.id, "Falsche Zettel"));
        assertThat(vote.seen().state()).isEqualTo(ElectionState.CANCELLED);
        assertThat(vote.elected()).isEmpty();
    }

    @Test
    @DisplayName(
            "of lists gives no list's seats to another: for which it has no names, they stay empty, and the sheet says so")
    void moreSeatsThanNames() throws Exception {
        var vote = new Vote(ElectionKind.LISTS, 5, 9, 9, true).counted(7, 8);
        vote.chairIs(() -> preparing.nominate(vote.id, "Liste 1", null, "Fraktion", true, List.of("Anna")));
        vote.chairIs(
                () -> preparing.nominate(vote.id, "Liste 2", null, "Fraktion", true, List.of("Bert", "Carla", "Dora")));
        vote.opened().urn(9).settled(vote.sheet(0, 5, 4));

        var election = vote.seen();
        var first = election.elected().getFirst();
        assertThat(first.seats()).isEqualTo(3);
        assertThat(election.takenBy(first)).containsExactly("Anna");
        assertThat(election.emptySeats(first)).isEqualTo(2);
        assertThat(election.takenBy(election.elected().getLast())).containsExactly("Bert", "Carla");
        assertThat(election.unoccupiedSeats()).isEqualTo(2);
        assertThat(election.openSeats()).as("nothing to be elected again").isZero();
        assertThat(vote.chair(() -> inMinutes.of(vote.meeting.id(), true)).get(vote.item))
                .anyMatch(it -> it.contains("Besetzt mit: Anna. Unbesetzt bleiben 2 Sitze"));
        try (var document = Loader.loadPDF(vote.chair(() -> sheets.of(vote.id, Locale.GERMAN)))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("unbesetzt: 2 – die Liste nennt nur 1 Namen", "Nicht besetzt: 2");
        }
    }

    @Test
    @DisplayName(
            "R7: on a non-public item is followed by who is recused on it, for they elect too; who may not be alone waits")
    void recusedElect() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 9, 9, false).stands(2, 3).counted(7, 8);
        var recused = vote.meeting.member(4);
        Acting.as(recused, () -> vote.meeting.attendance().recuse(vote.meeting.id(), vote.item, recused));
        vote.opened();

        assertThat(followedBy(vote, recused)).singleElement().satisfies(it -> {
            assertThat(it.office()).isEqualTo("Ausschussvorsitz");
            assertThat(it.currentRound()).isPresent();
        });
        assertThat(followedBy(vote, vote.meeting.invitedGuest())).isEmpty();
        vote.meeting.arrive(recused, Place.REMOTE);
        assertThat(followedBy(vote, recused)).as("perhaps somebody listens").isEmpty();
    }

    private List<ElectionSummary> followedBy(Vote vote, PersonId person) {
        return Acting.as(person, () -> boards.now(vote.meeting.id()))
                .board()
                .asFollowedBy(person)
                .part(MeetingElections.class)
                .orElseThrow()
                .elections();
    }

    @Test
    @DisplayName("is not held on an item that was put off")
    void itemPutOff() {
        var vote = ofNine();
        vote.chairIs(() -> preparing.closeList(vote.id));
        vote.chairIs(() -> resolutions.record(vote.meeting.id(), vote.item, Outcome.DEFERRED));
        isRefused(
                "election.open.item-settled",
                () -> vote.chairIs(() -> conduct.openRound(vote.round().id())));
    }

    @Test
    @DisplayName("on a non-public item is not seen by anybody else, on paper neither")
    void nonPublic() {
        var vote = new Vote(ElectionKind.PERSONS, 1, 9, 9, false)
                .stands(2, 3)
                .counted(7, 8)
                .opened()
                .urn(9);
        vote.settled(vote.sheet(0, 5, 4));
        var stranger = vote.meeting.invitedGuest();

        assertThat(Acting.as(stranger, () -> elections.of(vote.meeting.id()))).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(stranger, () -> sheets.of(vote.id, Locale.GERMAN)));
        assertThat(onBoard.without(
                                new MeetingElections(
                                        List.of(vote.seen()), true, RulesOfProcedure.THUERINGEN.election(), null, null),
                                it -> true)
                        .elections())
                .isEmpty();
    }

    @Test
    @DisplayName("is put on a result sheet, round by round")
    void resultSheet() throws Exception {
        var vote = tied();
        var lot = vote.seen().openLot().orElseThrow();
        vote.chairIs(() -> lots.drawnByHand(lot.id(), List.of(lot.among().getFirst()), "Schriftführerin"));

        var pdf = vote.chair(() -> sheets.of(vote.id, Locale.GERMAN));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Ergebnis der Wahl: Ausschussvorsitz",
                            "Gewählt ist, wer mehr als 1/2 der Stimmen der 9 anwesenden Stimmberechtigten hat",
                            "Wahlgang 2: Stichwahl",
                            "Das Los entscheidet, wer gewählt ist",
                            "Der Vorsitz zog von Hand Mitglied 2; gesehen hat es Schriftführerin.",
                            "durch das Los");
        }
    }

    @Test
    @DisplayName(
            "of a committee needs no vote where seats follow the strength of the groups: five, three and one of nine")
    void byStrengthOfGroups() {
        var meeting = TestMeeting.open(9, 9, context);
        isRefused(
                "election.prepare.no-groups",
                () -> Acting.as(
                        meeting.chair(),
                        () -> preparing.prepare(meeting.id(), meeting.item(), ElectionKind.GROUPS, "Bauausschuss", 5)));
        for (var members : List.of(List.of(0, 1, 2, 3, 4), List.of(5, 6, 7), List.of(8))) {
            var group = meeting.council().organization(Classification.POLITICAL_GROUP, members.size(), context);
            members.forEach(it -> TestCouncil.join(group, meeting.member(it), MembershipRole.MEMBER, context));
        }

        var id = Acting.as(
                meeting.chair(),
                () -> preparing.prepare(meeting.id(), meeting.item(), ElectionKind.GROUPS, "Bauausschuss", 5));
        Acting.as(meeting.chair(), () -> conduct.shareByStrength(id));
        Acting.as(meeting.chair(), () -> conduct.shareByStrength(id));

        var election = Acting.as(meeting.chair(), () -> elections.election(id));
        assertThat(election.state()).isEqualTo(ElectionState.DECIDED);
        assertThat(election.elected()).extracting(Elected::seats).containsExactlyInAnyOrder(3, 2);
        assertThat(election.allocation()).hasSize(4);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> conduct.shareByStrength(id)));
    }

    @Test
    @DisplayName("stands in the minutes, and that of a non-public item not in those for the public")
    void inTheMinutes() {
        var vote = ofNine().opened().urn(9);
        vote.settled(vote.sheet(1, 5, 2, 1));
        var hidden = new Vote(ElectionKind.PERSONS, 1, 9, 9, false)
                .stands(2, 3)
                .counted(7, 8)
                .opened()
                .urn(9);
        hidden.settled(hidden.sheet(0, 5, 4));
        var access = context.getBean(Access.class);

        assertThat(access.asSystem("test", () -> inMinutes.of(vote.meeting.id(), true))
                        .get(vote.item))
                .contains("Gewählt ist Mitglied 2.")
                .anyMatch(it -> it.contains("Stimmen: Mitglied 2 5, Mitglied 3 2, Mitglied 4 1"));
        assertThat(access.asSystem("test", () -> inMinutes.of(hidden.meeting.id(), true)))
                .isEmpty();
        assertThat(access.asSystem("test", () -> inMinutes.of(hidden.meeting.id(), false)))
                .containsKey(hidden.item);
    }

    @Test
    @DisplayName("leaves no trace of who voted how: nothing stored names a voter")
    void secrecy() {
        assertThat(database.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_name like 'election_%' and column_name in ('person_id', 'voter_id', 'seat')
                        """).query(String.class).list())
                .as("who stands, who contributed to a lot, who objected to an open round")
                .containsExactlyInAnyOrder(
                        "election_candidate.person_id",
                        "election_contribution.person_id",
                        "election_objection.person_id");
    }
}
