package de.ratssaal.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
@DisplayName("R10: Elections are open if nobody objects, otherwise secret by ballot papers (GO NRW § 50 Abs. 2)")
class OpenRoundsTest {

    /** Called a week before, as the meetings of tests are. */
    private static final String SOON = "{\"invitation\":{\"days\":4,\"urgentDays\":2}}";

    private static final RulesOfProcedure NRW = RulesOfProcedure.of(Preset.NORDRHEIN_WESTFALEN, SOON);
    private static final RulesOfProcedure ASSOCIATION = RulesOfProcedure.of(Preset.ASSOCIATION, SOON);
    private static final RulesOfProcedure THUERINGEN = RulesOfProcedure.THUERINGEN;

    @Autowired
    ApplicationContext context;

    @Autowired
    Delegating delegating;

    @Autowired
    ElectionPreparing preparing;

    @Autowired
    ElectionConduct conduct;

    @Autowired
    OpenRounds open;

    @Autowired
    Elections elections;

    @Autowired
    ElectionsInMinutes inMinutes;

    @Autowired
    ResultSheets sheets;

    @Autowired
    PublicRegister register;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    /** An election in a meeting of nine, all of them in the room; its list is closed. */
    private final class Vote {

        private final TestMeeting meeting;
        private final ElectionId id;

        Vote(RulesOfProcedure rules, ElectionKind kind, int seats, int... standing) {
            this(TestMeeting.open(9, 9, rules, context), kind, seats, standing);
        }

        Vote(TestMeeting meeting, ElectionKind kind, int seats, int... standing) {
            this.meeting = meeting;
            id = Acting.as(meeting.chair(), () -> {
                var prepared = preparing.prepare(meeting.id(), meeting.item(), kind, "Ausschussvorsitz", seats);
                for (var number : standing) {
                    preparing.nominate(
                            prepared,
                            "Mitglied " + number,
                            null,
                            "Fraktion A",
                            true,
                            kind == ElectionKind.LISTS ? List.of("Eins", "Zwei") : List.of());
                }
                preparing.closeList(prepared);
                return prepared;
            });
        }

        RoundSummary round() {
            return seen().currentRound().orElseThrow();
        }

        ElectionSummary seen() {
            return Acting.as(meeting.chair(), () -> elections.election(id));
        }

        Vote chair(Runnable act) {
            Acting.as(meeting.chair(), act);
            return this;
        }

        Vote asked() {
            var round = round().id();
            return chair(() -> open.ask(round));
        }

        Vote opened() {
            var round = round().id();
            return chair(() -> open.open(round));
        }

        /** Votes of each candidate; as many take part as hands were raised, unless it is said how many. */
        Vote raised(int abstained, int no, int... votes) {
            return entered(IntStream.of(votes).sum() + no + abstained, abstained, no, votes);
        }

        Vote entered(int tookPart, int abstained, int no, int... votes) {
            var round = round();
            var of = new LinkedHashMap<CandidateId, Integer>();
            for (var number = 0; number < votes.length; number++) {
                of.put(round.candidates().get(number), votes[number]);
            }
            return chair(() -> open.enter(round.id(), new CountSheet(tookPart, abstained, 0, no, of)));
        }

        List<String> elected() {
            var election = seen();
            return election.elected().stream()
                    .map(it -> election.nameOf(it.candidate()))
                    .toList();
        }
    }

    private Vote ofTwo() {
        return new Vote(NRW, ElectionKind.PERSONS, 1, 2, 3);
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("The chair asks, nobody objects, hands are counted: more than half of the valid votes elect")
    void byHands() throws Exception {
        var vote = ofTwo().asked().asked().opened().opened();
        assertThat(vote.round().way()).isEqualTo(RoundWay.HANDS);
        vote.raised(1, 0, 5, 3);

        assertThat(vote.seen().state()).isEqualTo(ElectionState.DECIDED);
        assertThat(vote.elected()).containsExactly("Mitglied 2");
        assertThat(vote.seen().rounds().getFirst().sheet())
                .satisfies(it -> assertThat(it).isNotNull());
        var said = access.asSystem("test", () -> inMinutes.of(vote.meeting.id(), true))
                .get(vote.meeting.item());
        assertThat(said)
                .anyMatch(it -> it.contains("Der offenen Wahl widersprach niemand. Offen gewählt durch Handzeichen."
                        + " Stimmen der Anwesenden: 9. Mitgestimmt haben: 9. Stimmen: Mitglied 2 5, Mitglied 3 3;"
                        + " Nein 0; Enthaltung 1."))
                .anyMatch(it -> it.contains("der 8 gültigen Stimmen hat: mindestens 5"))
                .noneMatch(it -> it.contains("Zettel"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(register.meeting(vote.meeting.id()).stream()
                                .flatMap(it -> it.items().stream())
                                .flatMap(it -> it.course().stream()))
                        .anyMatch(it -> it.contains("Offen gewählt durch Handzeichen.")));
        try (var document = Loader.loadPDF(Acting.as(vote.meeting.chair(), () -> sheets.of(vote.id, Locale.GERMAN)))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Offen gewählt durch Handzeichen.", "Enthaltung 1")
                    .doesNotContain("Ungültig", "Urne");
        }
        assertThat(database.sql("select type from audit_entry where subject = ? and type like 'election.%'")
                        .param("meeting/" + vote.meeting.id())
                        .query(String.class)
                        .list())
                .containsOnlyOnce("election.OpenElectionAsked", "election.RoundOpened", "election.RoundSettled");
    }

    @Test
    @DisplayName("One member who objects makes it secret: this round and those that follow")
    void oneObjects() {
        var vote = ofTwo().asked();
        var round = vote.round().id();
        Acting.as(vote.meeting.member(5), () -> open.object(round));
        Acting.as(vote.meeting.member(5), () -> open.object(round));

        assertThat(vote.round().objections()).isOne();
        assertThat(vote.round().isObjected()).isTrue();
        isRefused("election.hands.objected", vote::opened);
        isRefused("election.hands.objected", vote::asked);
        vote.chair(() -> preparing.nameTellers(vote.id, List.of(vote.meeting.member(7), vote.meeting.member(8))));
        vote.chair(() -> conduct.openRound(round));
        isRefused("election.round.not-open", () -> vote.raised(0, 0, 5, 4));
        vote.chair(() -> conduct.cancelRound(round, "Zettel verwechselt"));
        isRefused("election.hands.objected", vote::asked);
        assertThat(access.asSystem("test", () -> inMinutes.of(vote.meeting.id(), true))
                        .get(vote.meeting.item()))
                .anyMatch(it -> it.contains(
                        "Der offenen Wahl widersprach ein Mitglied. Gewählt wurde geheim mit Stimmzetteln."));
    }

    @Test
    @DisplayName("The desk enters who raised a hand to object; nobody else does, and nobody who may not elect objects")
    void whoObjects() {
        var meeting = TestMeeting.open(9, 7, NRW, context);
        var vote = new Vote(meeting, ElectionKind.PERSONS, 1, 2, 3);
        var round = vote.round().id();
        isRefused("election.hands.not-asked", () -> Acting.as(meeting.member(5), () -> open.object(round)));
        vote.asked();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(5), () -> open.enterObjection(round, meeting.member(6))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(5), () -> open.ask(round)));
        for (var outside : List.of(meeting.member(8), meeting.invitedGuest())) {
            assertThatExceptionOfType(RuleViolation.class)
                    .as("not there, or without a vote")
                    .isThrownBy(() -> vote.chair(() -> open.enterObjection(round, outside)))
                    .satisfies(it -> assertThat(it.source()).hasToString("GO NRW § 50 Abs. 2, 3"));
        }
        vote.chair(() -> open.enterObjection(round, meeting.member(6)));
        assertThat(vote.round().isObjected()).isTrue();
    }

    @Test
    @DisplayName("Where more have to object, fewer do not make it secret, and it is recorded how many there were")
    void aTenthOfAnAssociation() {
        var meeting = TestMeeting.open(11, 11, ASSOCIATION, context);
        var vote = new Vote(meeting, ElectionKind.PERSONS, 1, 2, 3).asked();
        var round = vote.round().id();
        vote.chair(() -> open.enterObjection(round, meeting.member(5)));
        assertThat(vote.round().isObjected()).isFalse();
        vote.opened().raised(0, 0, 6, 5);
        assertThat(access.asSystem("test", () -> inMinutes.of(meeting.id(), true))
                        .get(meeting.item()))
                .anyMatch(it -> it.contains("widersprach ein Mitglied; nach den Regeln reicht das nicht"));

        var other = TestMeeting.open(11, 11, ASSOCIATION, context);
        var again = new Vote(other, ElectionKind.PERSONS, 1, 2, 3).asked();
        var second = again.round().id();
        again.chair(() -> open.enterObjection(second, other.member(5)));
        again.chair(() -> open.enterObjection(second, other.member(6)));
        assertThat(again.round().isObjected()).isTrue();
    }

    @Test
    @DisplayName(
            "Objections that were too few are enough when so many have left since: then the round is held with ballots")
    void enoughOnceSomeLeft() {
        var meeting = TestMeeting.open(11, 11, ASSOCIATION, context);
        var vote = new Vote(meeting, ElectionKind.PERSONS, 1, 2, 3).asked();
        var round = vote.round().id();
        // a tenth of 11 are two, of 10 one
        vote.chair(() -> open.enterObjection(round, meeting.member(5)));
        Acting.as(meeting.member(9), () -> meeting.attendance().leave(meeting.id(), meeting.member(9)));

        isRefused("election.hands.enough-now", vote::opened);
        vote.chair(() -> preparing.nameTellers(vote.id, List.of(meeting.member(7), meeting.member(8))));
        vote.chair(() -> conduct.openRound(round));
        assertThat(vote.round().way()).isEqualTo(RoundWay.PAPER);
    }

    @Test
    @DisplayName(
            "Hands are not entered any more once somebody came who carries a vote: a hand does not say for whom it is")
    void whoCarriesAVoteComes() {
        var meeting = TestMeeting.open(11, 9, ASSOCIATION, context);
        Acting.as(
                meeting.member(10),
                () -> delegating.give(DelegationId.next(), meeting.id(), null, meeting.member(10), meeting.member(9)));
        var vote = new Vote(meeting, ElectionKind.PERSONS, 1, 2, 3).asked().opened();
        meeting.arrive(meeting.member(9), Place.ROOM);

        isRefused("election.open.weighted", () -> vote.raised(0, 0, 5, 4));
        Acting.as(meeting.member(9), () -> meeting.attendance().leave(meeting.id(), meeting.member(9)));
        vote.raised(0, 0, 5, 4);
        assertThat(vote.elected()).containsExactly("Mitglied 2");
    }

    @Test
    @DisplayName("Where the law demands secrecy the open way is refused with its paragraph")
    void secretByLaw() {
        var inThueringen = new Vote(THUERINGEN, ElectionKind.PERSONS, 1, 2, 3);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(inThueringen::asked)
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 39, § 27"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(inThueringen::opened);

        var deputies = new Vote(NRW, ElectionKind.LISTS, 2, 2, 3);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(deputies::asked)
                .satisfies(it -> assertThat(it.source()).hasToString("GO NRW § 67 Abs. 2"));
    }

    @Test
    @DisplayName("Without a majority a run-off follows, about which the chair asks anew; a tie is decided by lot")
    void runOffAndLot() {
        var vote =
                new Vote(NRW, ElectionKind.PERSONS, 1, 2, 3, 4).asked().opened().raised(0, 0, 4, 4, 1);
        assertThat(vote.round().kind()).isEqualTo(RoundKind.RUN_OFF);
        isRefused("election.hands.not-asked", vote::opened);
        vote.asked().opened().raised(1, 0, 4, 4);
        assertThat(vote.seen().state()).isEqualTo(ElectionState.LOT);
        assertThat(vote.seen().openLot().orElseThrow().among()).hasSize(2);
    }

    @Test
    @DisplayName("A single candidate is voted on with yes and no")
    void oneCandidate() {
        var refused = new Vote(NRW, ElectionKind.PERSONS, 1, 2).asked().opened().raised(1, 4, 4);
        assertThat(refused.seen().state()).isEqualTo(ElectionState.FAILED);
        var elected = new Vote(NRW, ElectionKind.PERSONS, 1, 2).asked().opened().raised(0, 4, 5);
        assertThat(elected.elected()).containsExactly("Mitglied 2");
    }

    @Test
    @DisplayName("For several seats hands are raised for each candidate; it is said how many took part")
    void severalSeats() {
        var vote = new Vote(NRW, ElectionKind.PERSONS, 2, 2, 3, 4).asked().opened();
        isRefused("election.count.more-than-valid", () -> vote.entered(9, 1, 0, 9, 5, 1));
        isRefused("election.count.names", () -> vote.entered(9, 1, 0, 8, 8, 1));
        vote.entered(9, 1, 0, 8, 5, 2);
        assertThat(vote.elected()).containsExactly("Mitglied 2", "Mitglied 3");
    }

    @Test
    @DisplayName(
            "More hands than there are members to raise them are refused; who takes part remotely raises one as well")
    void sums() {
        var meeting = TestMeeting.open(9, 7, NRW, context);
        meeting.arrive(meeting.member(8), Place.REMOTE);
        var vote = new Vote(meeting, ElectionKind.PERSONS, 1, 2, 3).asked().opened();
        isRefused("election.hands.too-many", () -> vote.raised(0, 0, 5, 4));
        isRefused("election.hands.none", () -> vote.raised(0, 0, 0, 0));
        isRefused("election.count.no-with-several", () -> vote.raised(0, 1, 4, 3));
        vote.raised(0, 0, 5, 3);
        assertThat(vote.elected()).containsExactly("Mitglied 2");
    }

    @Test
    @DisplayName("An objection comes before the hands; afterwards it is too late, and the database agrees")
    void tooLate() {
        var vote = ofTwo().asked().opened();
        var round = vote.round().id();
        isRefused("election.round.over", () -> Acting.as(vote.meeting.member(5), () -> open.object(round)));
        isRefused("election.round.not-open", () -> vote.chair(() -> conduct.closeUrn(round, 9)));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql(
                                "insert into election_objection (round_id, person_id, entered_for, said_at) values (?, ?, false, now())")
                        .params(round.value(), vote.meeting.member(5).value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update election_round set objected = true where id = ?")
                        .param(round.value())
                        .update());
    }
}
