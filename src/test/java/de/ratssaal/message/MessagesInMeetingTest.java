package de.ratssaal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Boards;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.MessageRule;
import de.ratssaal.rules.MessagesAmong;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A message in a running meeting")
class MessagesInMeetingTest {

    private static final String SECRET = "Mein Mikrofon bleibt stumm, Kennwort Zwetschge";

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnMessages own;

    @Autowired
    DeskMessages desk;

    @Autowired
    EraseMessages erasing;

    @Autowired
    Boards boards;

    @Autowired
    Access access;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("reaches chair and secretariat, is answered, and the member knows that it was read")
    void thereAndBack() {
        var meeting = TestMeeting.open(5, 4, context);
        var id = write(meeting, meeting.member(2), MessageSubject.TROUBLE, "Kein Ton");

        assertThat(atDesk(meeting)).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo(meeting.member(2));
            assertThat(it.subject()).isEqualTo(MessageSubject.TROUBLE);
            assertThat(it.words()).isEqualTo("Kein Ton");
            assertThat(it.isRead()).isFalse();
        });
        var answer = MessageId.next();
        Acting.as(meeting.chair(), () -> desk.answer(answer, meeting.id(), id, "Wir kümmern uns darum."));
        Acting.as(meeting.chair(), () -> desk.answer(answer, meeting.id(), id, "Wir kümmern uns darum."));

        assertThat(of(meeting, meeting.member(2))).extracting(Message::id).containsExactly(id, answer);
        assertThat(of(meeting, meeting.member(2)).getFirst().isRead()).isTrue();
        Acting.as(meeting.member(2), () -> own.read(meeting.id(), answer));
        assertThat(atDesk(meeting)).allSatisfy(it -> assertThat(it.isRead()).isTrue());
    }

    @Test
    @DisplayName("sent twice is kept once, and one press pressed twice is told once")
    void once() {
        var meeting = TestMeeting.open(5, 4, context);
        var id = MessageId.next();
        for (var time = 0; time < 2; time++) {
            Acting.as(meeting.member(2), () -> own.writeToDesk(id, meeting.id(), MessageSubject.QUESTION, "Wann?"));
            write(meeting, meeting.member(3), MessageSubject.WANTS_TO_SPEAK, "");
        }
        assertThat(atDesk(meeting)).hasSize(2);
        assertThat(boards.publicPartNow(meeting.id()).board().part(MessageTurns.class))
                .hasValueSatisfying(it -> {
                    assertThat(it.ofDesk()).isEqualTo(2);
                    assertThat(it.of(meeting.member(2))).isEqualTo(1);
                    assertThat(it.of(meeting.member(1))).isZero();
                });
    }

    @Test
    @DisplayName("is read by those alone to whom it was written")
    void nobodyElse() {
        var meeting = TestMeeting.open(5, 4, context);
        var mine = write(meeting, meeting.member(2), MessageSubject.QUESTION, SECRET);
        var toMe = MessageId.next();
        Acting.as(meeting.chair(), () -> desk.writeToMember(toMe, meeting.id(), meeting.member(2), SECRET));
        var within = MessageId.next();
        Acting.as(meeting.chair(), () -> desk.writeWithinDesk(within, meeting.id(), SECRET));

        for (var other : List.of(meeting.member(3), meeting.invitedGuest())) {
            assertThat(of(meeting, other)).isEmpty();
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(other, () -> desk.of(meeting.id())));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(other, () -> desk.read(meeting.id(), mine)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(other, () -> desk.answer(MessageId.next(), meeting.id(), mine, "?")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(
                            () -> Acting.as(other, () -> desk.writeWithinDesk(MessageId.next(), meeting.id(), "?")));
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> Acting.as(other, () -> own.read(meeting.id(), toMe)));
        }
        assertThat(of(meeting, meeting.member(2))).extracting(Message::id).containsExactly(mine, toMe);
        assertThatExceptionOfType(NoSuchElementException.class)
                .as("who wrote it does not say that it was read")
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> own.read(meeting.id(), mine)));
        var elsewhere = TestMeeting.open(5, 4, context);
        assertThatExceptionOfType(NoSuchElementException.class)
                .as("not by way of another meeting")
                .isThrownBy(() -> Acting.as(elsewhere.chair(), () -> desk.read(elsewhere.id(), mine)));
        assertThat(Acting.as(elsewhere.chair(), () -> desk.of(elsewhere.id()))).isEmpty();
        var stranger = TestCouncil.person(context);
        assertThatThrownBy(() -> Acting.as(
                        stranger,
                        () -> own.writeToDesk(MessageId.next(), meeting.id(), MessageSubject.QUESTION, "Darf ich?")))
                .isInstanceOfAny(Refusal.class, NoSuchElementException.class, AccessDeniedException.class);
    }

    @Test
    @DisplayName("is in the log with its time, and what it says in no log at all")
    void logged(CapturedOutput output) {
        var meeting = TestMeeting.open(5, 4, context);
        var id = write(meeting, meeting.member(2), MessageSubject.QUESTION, SECRET);
        assertThat(database.sql("select line from audit_entry where subject = ? and line like ?")
                        .params("meeting/" + meeting.id(), "%" + id + "%")
                        .query(String.class)
                        .single())
                .isEqualTo("message %s of %s to the desk".formatted(id, meeting.member(2)));
        assertThat(database.sql("select count(*) from audit_entry where line like '%Zwetschge%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(atDesk(meeting)).allSatisfy(it -> assertThat(it).asString().doesNotContain("Zwetschge"));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update message_message set words = 'Anderes' where id = ?")
                        .param(id.value())
                        .update());
        assertThat(output.getAll()).doesNotContain("Zwetschge");
    }

    @Test
    @DisplayName("says something, is short, and more are not taken before somebody has read some")
    void wordsAndNumber() {
        var meeting = TestMeeting.open(5, 4, context);
        refused("message.empty", () -> write(meeting, meeting.member(2), MessageSubject.QUESTION, "  "));
        refused(
                "message.too-long",
                () -> write(meeting, meeting.member(2), MessageSubject.QUESTION, "x".repeat(DeskMessages.LONGEST + 1)));
        for (var each = 0; each < OwnMessages.MOST_UNREAD; each++) {
            write(meeting, meeting.member(2), MessageSubject.QUESTION, "Frage " + each);
        }
        refused("message.too-many", () -> write(meeting, meeting.member(2), MessageSubject.QUESTION, "Noch eine"));
        var first = atDesk(meeting).getFirst().id();
        Acting.as(meeting.chair(), () -> desk.read(meeting.id(), first));
        write(meeting, meeting.member(2), MessageSubject.QUESTION, "Noch eine");
    }

    @Test
    @DisplayName("can be written by a member who is not present yet, as long as the meeting runs")
    void whileItRuns() {
        var meeting = TestMeeting.open(5, 4, context);
        write(meeting, meeting.member(4), MessageSubject.TROUBLE, "Ich komme nicht hinein");
        Acting.as(
                meeting.chair(), () -> meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision()));
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        refused(
                "message.meeting-not-running",
                () -> write(meeting, meeting.member(4), MessageSubject.QUESTION, "Wie?"));
        refused(
                "message.meeting-not-running",
                () -> Acting.as(
                        meeting.chair(),
                        () -> desk.writeToMember(MessageId.next(), meeting.id(), meeting.member(4), "So.")));
    }

    @Test
    @DisplayName("goes from member to member only where the rules of procedure allow it, which no preset does")
    void notAmongMembers() {
        var meeting = TestMeeting.open(5, 4, context);
        assertThat(Acting.as(meeting.member(2), () -> own.mayWriteTo(meeting.id())))
                .isEmpty();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> toMember(meeting, 2, 3))
                .withMessage("message.not-among-members");
        assertThat(database.sql("select count(*) from message_message where meeting_id = ?")
                        .param(meeting.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("stays within a political group where they allow that alone, and chair and secretariat do not read it")
    void withinGroup() {
        var meeting = TestMeeting.open(6, 5, rules(MessagesAmong.GROUP), context);
        var group = meeting.council().organization(Classification.POLITICAL_GROUP, 2, context);
        TestCouncil.join(group, meeting.member(2), MembershipRole.MEMBER, context);
        TestCouncil.join(group, meeting.member(3), MembershipRole.MEMBER, context);

        toMember(meeting, 2, 3);
        assertThat(of(meeting, meeting.member(3))).extracting(Message::words).containsExactly(SECRET);
        assertThat(atDesk(meeting)).isEmpty();
        assertThat(Acting.as(meeting.member(2), () -> own.mayWriteTo(meeting.id())))
                .extracting(it -> it.person())
                .containsExactly(meeting.member(3));
        for (var other : List.of(1, 4)) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> toMember(meeting, 2, other))
                    .withMessage("message.own-group-only");
        }
        assertThatExceptionOfType(RuleViolation.class)
                .as("two without a group are no group")
                .isThrownBy(() -> toMember(meeting, 1, 4));
    }

    @Test
    @DisplayName(
            "R7: does not pass between members while one of them is recused on the item; the chair still hears them")
    void recused() {
        var meeting = TestMeeting.open(5, 4, rules(MessagesAmong.EVERYBODY), context);
        Acting.as(
                meeting.member(2), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(2)));
        for (var pair : List.of(List.of(2, 3), List.of(3, 2))) {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> toMember(meeting, pair.getFirst(), pair.getLast()))
                    .withMessage("message.recused")
                    .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 38"));
        }
        write(meeting, meeting.member(2), MessageSubject.QUESTION, "Darf ich wieder herein?");
        toMember(meeting, 1, 3);
    }

    @Test
    @DisplayName("is erased when the days are over that the rules name, and not before")
    void erased() {
        var meeting = TestMeeting.open(5, 4, context);
        write(meeting, meeting.member(2), MessageSubject.QUESTION, SECRET);
        clock.putForwardTo(clock.instant().plus(Duration.ofDays(7)).minusSeconds(1));
        erasing.erase();
        assertThat(atDesk(meeting)).hasSize(1);

        clock.putForwardTo(clock.instant().plusSeconds(1));
        erasing.erase();

        assertThat(atDesk(meeting)).isEmpty();
        assertThat(database.sql("select line from audit_entry where subject = ? and line like '%erased'")
                        .param("meeting/" + meeting.id())
                        .query(String.class)
                        .single())
                .isEqualTo("1 messages erased");
    }

    private MessageId write(TestMeeting meeting, PersonId who, MessageSubject subject, String words) {
        var id = MessageId.next();
        Acting.as(who, () -> own.writeToDesk(id, meeting.id(), subject, words));
        return id;
    }

    private void toMember(TestMeeting meeting, int from, int to) {
        Acting.as(
                meeting.member(from),
                () -> own.writeToMember(MessageId.next(), meeting.id(), meeting.member(to), SECRET));
    }

    private List<Message> of(TestMeeting meeting, PersonId who) {
        return Acting.as(who, () -> own.of(meeting.id()));
    }

    private List<Message> atDesk(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> desk.of(meeting.id()));
    }

    private static void refused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    private static RulesOfProcedure rules(MessagesAmong among) {
        var t = RulesOfProcedure.THUERINGEN;
        return TestRules.with(t, new MessageRule(among, 7, new LegalSource("GeschO", "§ 12")));
    }
}
