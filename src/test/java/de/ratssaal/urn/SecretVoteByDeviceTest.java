package de.ratssaal.urn;

import static de.ratssaal.urn.TestVote.ABSTENTION;
import static de.ratssaal.urn.TestVote.NO;
import static de.ratssaal.urn.TestVote.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.ballot.Archive;
import de.ratssaal.ballot.BeleniosTool;
import de.ratssaal.ballot.ElectionResult;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Hash;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.Secret;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SecretVoteRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.teller.TellerTask.Todo;
import de.ratssaal.teller.TestTellers;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A secret vote by device")
class SecretVoteByDeviceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    UrnStore store;

    @Autowired
    Urns urns;

    @Autowired
    Collecting collecting;

    @Autowired
    RecordKeeping records;

    @Autowired
    MixBallots mixing;

    @Autowired
    SettleResults settling;

    @Autowired
    ReadyKeys ready;

    @Autowired
    UrnsInMinutes inMinutes;

    @Autowired
    Access access;

    @Autowired
    TestAccounts accounts;

    @Autowired
    PollConduct conduct;

    @Autowired
    PollVoting voting;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    private TestVote vote(int members, int present) {
        return new TestVote(members, present, context);
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private void isSettled(TestVote vote) {
        await().untilAsserted(() -> assertThat(vote.urn().state()).isEqualTo(UrnState.SETTLED));
    }

    @Test
    @DisplayName("of five members, one of them at home, is decided by what two of three tellers decrypt and confirm")
    void wholeVote() {
        var vote = vote(5, 5).opened(5);
        var trackers = new HashSet<String>();
        for (var it = 0; it < 5; it++) {
            trackers.add(vote.vote(it, it < 3 ? YES : it == 3 ? NO : ABSTENTION));
        }
        vote.end();
        assertThat(vote.tasks(1)).singleElement().satisfies(it -> {
            assertThat(it.todo()).isEqualTo(Todo.DECRYPT);
            assertThat(it.title()).isEqualTo("Annehmen?");
            assertThat(it.minimum()).isEqualTo(3);
        });
        vote.decrypt(1);
        assertThat(vote.urn().state()).isEqualTo(UrnState.DECRYPTING);
        vote.decrypt(3);

        assertThat(vote.urn().counts()).containsExactly(3, 1, 1);
        assertThat(vote.result().state()).isEqualTo(PollState.OPEN);
        assertThat(vote.tasks(2)).extracting(TellerTask::todo).containsExactly(Todo.CONFIRM);
        vote.confirm(2, true);
        assertThat(vote.urn().state()).isEqualTo(UrnState.CONFIRMING);
        vote.confirm(3, true);
        isSettled(vote);

        assertThat(vote.result().state()).isEqualTo(PollState.CLOSED);
        assertThat(vote.result().tally()).isEqualTo(new Tally(3, 1, 1));
        assertThat(vote.result().outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(vote.result().byDevice()).isTrue();
        var archive = Acting.as(vote.meeting.member(4), () -> urns.archive(vote.poll));
        var urn = vote.urn();
        var heads = List.of(
                String.valueOf(urn.openingHead()), String.valueOf(urn.closingHead()), String.valueOf(urn.resultHead()));
        var strong = Acting.as(vote.meeting.member(4), () -> urns.strongProofs(vote.poll));
        var report =
                RecordVerification.verify(archive, new Wanted(false, false, heads, List.of(), Optional.of(strong)));
        assertThat(report.failure()).isEmpty();
        assertThat(report.record().result()).contains(new ElectionResult(List.of(List.of(3L, 1L, 1L))));
        assertThat(report.record().trackers()).containsExactlyInAnyOrderElementsOf(trackers);
        assertThat(report.record().sorted()).isTrue();
        assertThat(report.record().decrypted()).containsExactly(1, 3);
        if (BeleniosTool.program().isPresent()) {
            assertThat(BeleniosTool.in(folder).verify(archive).errors()).contains("all checks passed");
        }
    }

    @Test
    @DisplayName(
            "is refused where no secret vote was obtained, the tellers have no key, or somebody else than the chair asks")
    void whoMayBegin() {
        var vote = vote(5, 5);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(vote.meeting.member(3), () -> vote.conduct().begin(vote.poll.poll())));

        var open = de.ratssaal.voting.TestMeeting.open(5, 5, context);
        var poll = Acting.as(
                open.chair(),
                () -> conduct.prepare(
                        open.id(),
                        open.item(),
                        new de.ratssaal.voting.PollQuestion("Annehmen?", "", null, false),
                        null));
        refused(
                "urn.begin.not-secret",
                () -> Acting.as(open.chair(), () -> vote.conduct().begin(poll)));
        refused("voting.open.by-device-secret-only", () -> Acting.as(open.chair(), () -> conduct.openByDevice(poll)));
    }

    @Test
    @DisplayName("opens only when every device of those present has registered, or who stays out of it is named")
    void everybodyIsAsked() {
        var vote = vote(6, 5);
        vote.begin();
        vote.register(4);
        assertThat(vote.urn().ready()).hasSize(4);

        refused("urn.open.missing", vote::open);
        assertThat(vote.result().state()).isEqualTo(PollState.PREPARED);
        vote.open(vote.meeting.member(4));

        assertThat(vote.urn().voters()).hasSize(4).doesNotContain(vote.meeting.member(4));
        refused("urn.register.late", () -> vote.register(vote.meeting.member(4)));
        refused(
                "urn.cast.not-registered",
                () -> vote.cast(vote.meeting.member(4), vote.ballot(vote.meeting.member(4), YES)));
    }

    @Test
    @DisplayName("shuts nobody out whose device registers in the moment in which the chair opens without them")
    void registersAtTheLastMoment() {
        var vote = vote(5, 5);
        vote.begin();
        vote.register(5);

        vote.open(vote.meeting.member(4));
        vote.open(vote.meeting.member(4)); // the secretariat presses it as well

        assertThat(vote.urn().voters()).hasSize(5);
        assertThat(vote.vote(4, YES)).hasSize(43);
    }

    @Test
    @DisplayName("is taken again, as another one, after its result was annulled")
    void annulled() {
        var vote = vote(5, 5).opened(5);
        for (var it = 0; it < 5; it++) {
            vote.vote(it, YES);
        }
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        vote.confirm(1, true);
        vote.confirm(2, true);
        isSettled(vote);
        assertThat(settledOn(vote)).contains(vote.poll);

        Acting.as(
                vote.meeting.chair(), () -> conduct.annul(vote.poll.poll(), "Ein Mitglied war nicht stimmberechtigt"));

        assertThat(settledOn(vote)).isEmpty();
        Acting.as(
                vote.meeting.chair(),
                () -> vote.conduct()
                        .begin(
                                vote.meeting.id(),
                                vote.meeting.item(),
                                new de.ratssaal.voting.PollQuestion("Annehmen?", "Wortlaut", null, false)));
        assertThat(Acting.as(vote.meeting.chair(), () -> urns.of(vote.meeting.id())))
                .extracting(UrnSummary::state)
                .containsExactlyInAnyOrder(UrnState.SETTLED, UrnState.REGISTERING);
    }

    private Optional<SecretPollId> settledOn(TestVote vote) {
        var all = Acting.as(vote.meeting.chair(), () -> urns.of(vote.meeting.id()));
        return new UrnsOfMeeting(all, null).settledOn(vote.meeting.item()).map(UrnSummary::poll);
    }

    @Test
    @DisplayName("takes no credential of an absent or recused member, nor a second one, nor another's")
    void whoMayRegister() {
        var vote = vote(6, 5);
        var recused = vote.meeting.member(3);
        Acting.as(recused, () -> vote.meeting.attendance().recuse(vote.meeting.id(), vote.meeting.item(), recused));
        vote.begin();

        refused("voting.vote.recused", () -> vote.register(recused));
        refused("voting.vote.absent", () -> vote.register(vote.meeting.member(5)));
        vote.register(vote.meeting.member(0));
        vote.register(vote.meeting.member(0));
        var registering = context.getBean(Registering.class);
        var other = Secret.random(Groups.belenios2048(), Randomness.secure())
                .publicKey(Groups.belenios2048())
                .toString();
        refused(
                "urn.register.other",
                () -> Acting.as(vote.meeting.member(0), () -> registering.register(vote.poll, other)));
        refused(
                "urn.register.other",
                () -> Acting.as(
                        vote.meeting.member(1),
                        () -> registering.register(vote.poll, vote.credential(vote.meeting.member(0)))));
        for (var wrong : List.of("1", "0", "12", "-3", "07", "x", "")) {
            refused(
                    "urn.register.malformed",
                    () -> Acting.as(vote.meeting.member(1), () -> registering.register(vote.poll, wrong)));
        }
    }

    @Test
    @DisplayName(
            "begins its registration anew where the node that knew the credentials has gone; devices register again")
    void nodeHasGone() {
        var vote = vote(5, 5);
        vote.begin();
        vote.register(5);
        collecting.forget(vote.poll, 1);

        refused("urn.open.collected-anew", vote::open);
        assertThat(vote.urn().ready()).isEmpty();
        vote.register(5);
        vote.open();

        assertThat(vote.urn().voters()).hasSize(5);
    }

    @Test
    @DisplayName("has a device ask again that registers while it is being opened")
    void whileItIsOpened() {
        var vote = vote(5, 5);
        vote.begin();
        collecting.shut(store.urn(vote.poll));

        assertThatExceptionOfType(TransientDataAccessResourceException.class)
                .isThrownBy(() -> vote.register(vote.meeting.member(0)));
    }

    @Test
    @DisplayName("takes one ballot of each voter: the same again is answered alike, another one refused")
    void oneBallot() {
        var vote = vote(5, 5).opened(5);
        var voter = vote.meeting.member(1);
        var ballot = vote.ballot(voter, YES);

        var tracker = vote.cast(voter, ballot);
        assertThat(vote.cast(voter, ballot)).isEqualTo(tracker);
        refused("urn.cast.twice", () -> vote.cast(voter, vote.ballot(voter, NO)));
        // with somebody else's credential, who has not voted yet
        refused("urn.cast.twice", () -> vote.cast(voter, vote.ballot(vote.meeting.member(2), NO)));
        // with the credential that has voted, by somebody who has not
        refused("urn.cast.twice", () -> vote.cast(vote.meeting.member(2), vote.ballot(voter, NO)));
        assertThat(vote.urn().cast()).isEqualTo(1);
        assertThat(Acting.as(voter, () -> urns.stateForVoter(vote.poll)).voted())
                .isTrue();
        assertThat(Acting.as(vote.meeting.member(2), () -> urns.stateForVoter(vote.poll))
                        .voted())
                .isFalse();

        vote.vote(2, YES);
        refused("urn.end.too-few", vote::end);
        vote.vote(4, YES);
        vote.end();
        assertThat(vote.cast(voter, ballot)).isEqualTo(tracker);
        refused("urn.cast.not-open", () -> vote.vote(3, YES));
    }

    @Test
    @DisplayName(
            "takes no ballot that does not hold, of a stranger's credential, of another election, or of who has left")
    void unsoundBallots() {
        var vote = vote(5, 5).opened(5);
        var voter = vote.meeting.member(1);
        var ballot = vote.ballot(voter, YES);

        refused("urn.cast.malformed", () -> vote.cast(voter, ""));
        refused("urn.cast.malformed", () -> vote.cast(voter, "{}"));
        refused("urn.cast.malformed", () -> vote.cast(voter, withAnotherDigit(ballot)));
        refused("urn.cast.malformed", () -> vote.cast(voter, ballot + " "));
        var stranger = Secret.random(Groups.belenios2048(), Randomness.secure());
        refused("urn.cast.stranger", () -> vote.cast(voter, vote.ballot(stranger, YES)));
        var other = vote(5, 5).opened(5);
        refused("urn.cast.malformed", () -> vote.cast(voter, other.ballot(other.meeting.member(1), YES)));
        Acting.as(voter, () -> vote.meeting.attendance().leave(vote.meeting.id(), voter));
        refused("voting.vote.absent", () -> vote.cast(voter, ballot));
        assertThat(vote.urn().cast()).isZero();
    }

    private static String withAnotherDigit(String ballot) {
        return Pattern.compile("(\"alpha\":\")(\\d)")
                .matcher(ballot)
                .replaceFirst(it -> it.group(1) + (it.group(2).equals("1") ? "2" : "1"));
    }

    @Test
    @DisplayName("is not counted by hand, closed or voted in as others are")
    void noOtherWay() {
        var vote = vote(5, 5).opened(5);

        refused(
                "voting.count.by-device",
                () -> Acting.as(
                        vote.meeting.chair(), () -> conduct.enterBallots(vote.poll.poll(), new Tally(5, 0, 0), 0)));
        refused("voting.close.by-device", () -> Acting.as(vote.meeting.chair(), () -> conduct.close(vote.poll.poll())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(vote.meeting.chair(), () -> conduct.settleUrn(vote.poll.poll(), new Tally(5, 0, 0))));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> Acting.as(
                        vote.meeting.member(1),
                        () -> voting.cast(vote.poll.poll(), de.ratssaal.voting.Choice.YES, UUID.randomUUID())));
        refused("urn.end.too-few", vote::end);
        assertThat(vote.urn().state()).isEqualTo(UrnState.OPEN);
    }

    @Test
    @DisplayName("takes from a teller only what they decrypted with their own share, and each once")
    void whoDecrypts() {
        var vote = vote(5, 5).opened(5);
        vote.vote(0, YES);
        vote.vote(1, NO);
        vote.vote(2, NO);
        refused("urn.decrypt.not-ended", () -> vote.send(1, 1, "{}", "[]"));
        vote.end();
        var second = vote.proven(2);
        var third = vote.proven(3);
        var partial = TestVote.text(second.decryption().write());
        var strong = TestVote.text(second.strong().write());

        refused("urn.decrypt.wrong", () -> vote.send(1, 1, partial, strong));
        refused(
                "urn.decrypt.wrong",
                () -> vote.send(2, 2, partial, TestVote.text(third.strong().write())));
        refused("urn.decrypt.wrong", () -> vote.send(2, 2, "{}", strong));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> vote.send(1, 2, partial, strong));
        var tallying = context.getBean(Tallying.class);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> Acting.as(vote.meeting.chair(), () -> tallying.decrypt(vote.poll, 2, partial, strong)));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(vote.meeting.chair(), () -> tallying.archive(vote.poll)));
        vote.send(2, 2, partial, strong);
        vote.send(2, 2, partial, strong);
        assertThat(vote.urn().countDecrypted()).isEqualTo(1);
        assertThat(vote.tasks(2)).isEmpty();
    }

    @Test
    @DisplayName("comes to nothing where a teller's browser finds the record wrong; the chair cancels it")
    void refusedByATeller() {
        var vote = vote(5, 5).opened(5);
        vote.vote(0, YES);
        vote.vote(1, YES);
        vote.vote(2, YES);
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        assertThat(vote.urn().tellsEveryVote()).isTrue();
        refused("urn.confirm.other-record", () -> vote.confirm(1, true, "0".repeat(64)));
        vote.confirm(1, true);
        vote.confirm(3, false);

        assertThat(vote.urn().state()).isEqualTo(UrnState.REFUSED);
        vote.confirm(2, true);
        assertThat(vote.urn().state()).isEqualTo(UrnState.REFUSED);
        assertThat(vote.result().state()).isEqualTo(PollState.OPEN);
        Acting.as(vote.meeting.chair(), () -> conduct.cancel(vote.poll.poll(), "Prüfung fehlgeschlagen"));
        assertThat(vote.urn().state()).isEqualTo(UrnState.CANCELLED);
    }

    @Test
    @DisplayName("ends at any point when its poll is cancelled, and before the opening when it is taken on paper")
    void brokenOff() {
        var running = vote(5, 5).opened(5);
        running.vote(0, YES);
        Acting.as(running.meeting.chair(), () -> conduct.cancel(running.poll.poll(), "Störung"));
        assertThat(running.urn().state()).isEqualTo(UrnState.CANCELLED);
        assertThat(running.urn().cancelledFor()).isEqualTo("Störung");
        refused("urn.cast.not-open", () -> running.vote(1, YES));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(running.meeting.chair(), () -> urns.archive(running.poll)));

        var onPaper = vote(5, 5);
        onPaper.begin();
        Acting.as(
                onPaper.meeting.member(4),
                () -> onPaper.meeting.attendance().leave(onPaper.meeting.id(), onPaper.meeting.member(4)));
        Acting.as(onPaper.meeting.chair(), () -> conduct.open(onPaper.poll.poll()));
        assertThat(onPaper.urn().state()).isEqualTo(UrnState.CANCELLED);
        assertThat(onPaper.result().byDevice()).isFalse();
        refused("urn.begin.opened-already", onPaper::begin);

        var withdrawn = vote(5, 5);
        withdrawn.begin();
        withdrawn.register(2);
        Acting.as(withdrawn.meeting.chair(), () -> withdrawn.conduct().withdraw(withdrawn.poll));
        assertThat(withdrawn.urn().state()).isEqualTo(UrnState.CANCELLED);
        withdrawn.opened(5);
        assertThat(withdrawn.urn().voters()).hasSize(5);
    }

    @Test
    @DisplayName("mixes ballots in batches: nothing before enough wait, always enough stay behind, each is there once")
    void mixed() {
        var vote = vote(14, 14).opened(14);
        for (var it = 0; it < 9; it++) {
            vote.vote(it, YES);
        }
        mixing.mixAll();
        assertThat(published(vote)).isEmpty();
        for (var it = 9; it < 12; it++) {
            vote.vote(it, NO);
        }
        mixing.mixAll();
        // as soon as ten wait the application itself may mix them
        assertThat(published(vote)).hasSizeBetween(RecordKeeping.BATCH, 12 - RecordKeeping.BATCH);
        vote.end();

        var all = published(vote);
        assertThat(all).hasSize(12).doesNotHaveDuplicates();
        assertThat(all).containsExactlyInAnyOrderElementsOf(store.ballots(vote.poll));
    }

    private List<String> published(TestVote vote) {
        return new ArrayList<>(database.sql("""
                        select e.content from urn_entry e where e.poll_id = ? and e.content like '{"election_uuid"%'
                        order by e.position
                        """)
                .param(vote.poll.value())
                .query((row, number) -> row.getString("content"))
                .list());
    }

    @Test
    @DisplayName("leaves nothing that can be changed: neither ballots nor the record nor what tellers sent")
    void stays() {
        var vote = vote(5, 5).opened(5);
        vote.vote(0, YES);
        vote.vote(1, YES);
        vote.vote(2, YES);
        vote.end();
        vote.decrypt(1);
        for (var attempt : List.of(
                "delete from urn_ballot",
                "update urn_ballot set content = '{}'",
                "update urn_ballot set mixed = false",
                "truncate urn_ballot",
                "delete from urn_entry",
                "update urn_entry set content = '{}'",
                "update urn_decryption set owner = 2",
                "delete from urn_voter",
                "delete from urn_poll",
                "update urn_poll set state = 'OPEN' where state = 'DECRYPTING'",
                "update urn_poll set ballots = 7 where state = 'DECRYPTING'",
                "update urn_poll set credentials = '[]' where state = 'DECRYPTING'",
                "insert into urn_ballot (poll_id, tracker, credential, content) select poll_id, repeat('x', 43), 'k', '{}'"
                        + " from urn_poll where state = 'DECRYPTING'")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(attempt)
                    .isThrownBy(() -> database.sql(attempt).update());
        }
    }

    @Test
    @DisplayName("is in the audit log with its numbers and heads, and with nothing of a single ballot")
    void audited() {
        var vote = vote(5, 5).opened(5);
        for (var it = 0; it < 4; it++) {
            vote.vote(it, YES);
        }
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        vote.confirm(1, true);
        vote.confirm(2, true);
        isSettled(vote);

        var log = database.sql("select type || ': ' || line as said from audit_entry where line like ? order by id")
                .param("%" + vote.poll + "%")
                .query((row, number) -> row.getString("said"))
                .list();
        assertThat(log)
                .anyMatch(it -> it.startsWith("urn.UrnOpened")
                        && it.contains(String.valueOf(vote.urn().openingHead())))
                .anyMatch(it -> it.startsWith("urn.UrnShut") && it.contains("4 were cast"))
                .anyMatch(it -> it.startsWith("urn.SumDecrypted"))
                .anyMatch(it -> it.startsWith("urn.ResultPublished") && it.contains("Ja 4, Nein 0, Enthaltung 0"))
                .anyMatch(it -> it.startsWith("urn.ResultVerified"))
                .anyMatch(it -> it.startsWith("voting.UrnCounted"));
        for (var it = 0; it < 5; it++) {
            var member = vote.meeting.member(it).toString();
            assertThat(log).noneMatch(line -> line.contains(member));
        }
    }

    @Test
    @DisplayName("is begun anew when the public is excluded while devices register; a round of an election goes on")
    void publicExcluded() {
        var vote = vote(5, 5);
        vote.begin();
        vote.register(3);
        vote.meeting.excludePublic("Es geht um Personal");
        assertThat(vote.urn().state()).isEqualTo(UrnState.CANCELLED);
        assertThat(vote.urn().cancelledFor()).isEqualTo("Die Öffentlichkeit wurde ausgeschlossen.");
        refused("urn.register.late", () -> vote.register(vote.meeting.member(3)));

        var round = TestRound.first(TestMeeting.open(5, 5, context), 1, 2, context);
        round.begin();
        round.register(3);
        round.meeting.excludePublic("Es geht um Personal");
        assertThat(round.urn().state()).isEqualTo(UrnState.REGISTERING);
        round.register(round.meeting.member(3));
        round.register(round.meeting.member(4));
        round.open();
        assertThat(round.urn().voters()).hasSize(5);
    }

    @Test
    @DisplayName("is not begun where fewer tellers can sign in than the rules want to confirm the result")
    void tooFewToConfirm() {
        var source = new LegalSource("Satzung", "§ 9");
        var strict = TestRules.with(RulesOfProcedure.THUERINGEN, new SecretVoteRule(3, 3, source));
        var meeting = TestMeeting.open(5, 5, strict, context);
        var council = meeting.council().council();
        var persons = Stream.generate(() -> meeting.invitedGuest()).limit(3).toList();
        var logins = accounts.of(persons, "ein langer Weg zum Rathaus");
        TestTellers.ready(council, persons, 2, context);
        assertThat(Acting.as(meeting.chair(), () -> urns.whyNot(meeting.id()))).isEmpty();

        accounts.close(logins.getLast());

        assertThat(Acting.as(meeting.chair(), () -> urns.whyNot(meeting.id())))
                .as("two could decrypt, but three have to confirm")
                .contains("teller.why.TOO_FEW_ACCOUNTS");
        var summary =
                Acting.as(meeting.chair(), () -> context.getBean(Meetings.class).meeting(meeting.id()));
        refused("teller.why.TOO_FEW_ACCOUNTS", () -> ready.require(summary));
    }

    @Test
    @DisplayName("is settled once, though two nodes enter its result while the chair goes on with the agenda")
    void settledAtOnce(CapturedOutput output) throws Exception {
        var vote = vote(5, 5).opened(5);
        for (var it = 0; it < 5; it++) {
            vote.vote(it, it == 4 ? NO : YES);
        }
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        vote.confirm(1, true);
        var chair = vote.meeting.chair();
        Acting.as(chair, () -> vote.meeting.conduct().interrupt(vote.meeting.id(), vote.meeting.revision()));
        vote.confirm(2, true);
        assertThat(vote.urn().state())
                .as("nothing is decided while the meeting is interrupted")
                .isEqualTo(UrnState.CONFIRMED);
        Acting.as(chair, () -> vote.meeting.conduct().resume(vote.meeting.id(), vote.meeting.revision()));
        try (var threads = Executors.newFixedThreadPool(3)) {
            var all = threads.invokeAll(List.<Callable<Boolean>>of(
                    () -> settled(settling), () -> settled(settling), () -> called(vote.meeting)));
            for (var done : all) {
                done.get();
            }
        }
        isSettled(vote);

        assertThat(vote.result().tally()).isEqualTo(new Tally(4, 1, 0));
        assertThat(database.sql("select count(*) from audit_entry where type = 'voting.UrnCounted' and line like ?")
                        .param("%" + vote.poll + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(output.getAll()).doesNotContain("The result of poll " + vote.poll + " could not be entered");
    }

    private static boolean settled(SettleResults settling) {
        settling.settleAll();
        return true;
    }

    /** Holds the meeting as every act of the chair does. It may be refused: what is voted on is before the meeting. */
    private static boolean called(TestMeeting meeting) {
        try {
            meeting.call(meeting.nonPublic());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Test
    @DisplayName("stands in the minutes with the very hashes that everybody computes from its record")
    void hashesInMinutes() throws Exception {
        var vote = vote(5, 5).opened(5);
        for (var it = 0; it < 4; it++) {
            vote.vote(it, YES);
        }
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        vote.confirm(1, true);
        vote.confirm(2, true);
        isSettled(vote);

        var said = String.join(
                " ",
                access.asSystem("test", () -> inMinutes.of(vote.meeting.id(), true))
                        .getOrDefault(vote.meeting.item(), List.of()));
        var archive = Acting.as(vote.meeting.member(4), () -> urns.archive(vote.poll));
        var record = RecordVerification.verify(archive, Wanted.FINISHED).record();
        var trustees = Archive.read(archive).entries().stream()
                .map(it -> new String(it.content(), StandardCharsets.UTF_8))
                .filter(it -> it.startsWith("[[\"Pedersen\""))
                .findFirst()
                .orElseThrow();
        assertThat(said)
                .contains(record.election().orElseThrow().uuid())
                .contains(record.opening().orElseThrow())
                .contains(record.end().orElseThrow())
                .contains(record.head().orElseThrow())
                .contains(Hash.hex(trustees.getBytes(StandardCharsets.UTF_8)));
    }
}
