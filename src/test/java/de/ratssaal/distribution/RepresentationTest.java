package de.ratssaal.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.Substitutes;
import de.ratssaal.organization.TestCouncil;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("Who cannot come")
class RepresentationTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    Representation representation;

    @Autowired
    Substitutes substitutes;

    @Autowired
    Replies replies;

    @Autowired
    Rounds rounds;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("is represented at once; the substitute sees the non-public part from the call to the release")
    void calledAndReleased() {
        var test = TestInvitation.of(4, context);
        var member = test.member(2);
        var substitute = test.substituteFor(member);
        test.convene();
        assertThat(titles(test, substitute)).doesNotContain(TestInvitation.SECRET);
        assertThat(test.as(substitute, () -> meetings.maySeeNonPublic(test.meeting)))
                .isFalse();

        decline(test, member);

        assertThat(test.invitation(substitute).standsInFor()).isEqualTo(member);
        assertThat(titles(test, substitute)).contains(TestInvitation.SECRET);
        assertThat(test.as(member, () -> representation.representsMe(test.meeting)))
                .contains(substitute);
        assertThat(test.as(substitute, () -> representation.representedByMe(test.meeting)))
                .contains(member);

        withdraw(test, member);

        assertThat(test.invitation(substitute).isStanding()).isFalse();
        assertThat(titles(test, substitute)).doesNotContain(TestInvitation.SECRET);
        assertThat(test.as(member, () -> representation.representsMe(test.meeting)))
                .isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(test.system(() -> rounds.of(test.meeting)))
                        .extracting(Round::kind)
                        .isSubsetOf(RoundKind.RELEASE, RoundKind.RETURN));
        assertThat(test.system(() -> rounds.of(test.meeting)))
                .filteredOn(it -> it.kind() == RoundKind.RETURN)
                .singleElement()
                .satisfies(it ->
                        assertThat(it.deliveries()).extracting(Delivery::person).containsExactly(member));

        decline(test, member);

        assertThat(test.invitation(substitute).isStanding()).isTrue();
        assertThat(test.invitation(substitute).times()).isEqualTo(2);
    }

    @Test
    @DisplayName("is represented by the next substitute when the first declines too; then the secretariat is told")
    void nextOne() {
        var test = TestInvitation.of(4, context);
        var member = test.member(2);
        var first = test.substituteFor(member);
        var second = test.substituteFor(member);
        test.convene();
        decline(test, member);
        var called = called(test);

        decline(test, called);

        assertThat(called(test)).isIn(first, second).isNotEqualTo(called);
        assertThat(test.system(() -> representation.unfilled(test.meeting))).isEmpty();

        decline(test, called(test));

        assertThat(test.system(() -> substitutes.called(test.meeting))).isEmpty();
        assertThat(test.system(() -> representation.unfilled(test.meeting))).containsExactly(member);

        withdraw(test, first);

        assertThat(called(test)).isEqualTo(first);
        assertThat(test.system(() -> representation.unfilled(test.meeting))).isEmpty();
    }

    @Test
    @DisplayName("is represented by a substitute who was invited with the members, as it was done before")
    void invitedAsItWasDoneBefore() {
        var test = TestInvitation.of(4, context);
        var member = test.member(2);
        var substitute = test.substituteFor(member);
        test.convene();
        database.sql("insert into meeting_invitation (meeting_id, person_id, sent_at) values (?, ?, now())")
                .params(test.meeting.value(), substitute.value())
                .update();

        decline(test, member);

        assertThat(called(test)).isEqualTo(substitute);
        assertThat(test.invitation(substitute).standsInFor()).isEqualTo(member);
        assertThat(titles(test, substitute)).contains(TestInvitation.SECRET);
        assertThat(test.system(() -> representation.unfilled(test.meeting))).isEmpty();
    }

    @Test
    @DisplayName("says so with the link in the mail, once, and somebody else's address leads nowhere")
    void byLink() {
        var test = TestInvitation.of(4, context);
        var member = test.member(3);
        var substitute = test.substituteFor(member);
        test.convene();
        var token = test.system(() -> replies.address(test.meeting, member, 1)).replace("decline/", "");

        assertThat(replies.find(token))
                .hasValueSatisfying(it -> assertThat(it.declined()).isFalse());
        assertThat(test.system(() -> attendance.excused(test.meeting))).isEmpty();

        assertThat(replies.decline(token))
                .hasValueSatisfying(it -> assertThat(it.declined()).isTrue());
        replies.decline(token);

        assertThat(test.system(() -> attendance.excused(test.meeting))).containsExactly(member);
        assertThat(called(test)).isEqualTo(substitute);
        assertThat(replies.find(token.substring(1) + "A")).isEmpty();
        assertThat(replies.decline("x")).isEmpty();
    }

    @Test
    @DisplayName("is not represented by somebody who was not appointed, nor does a stranger learn who is")
    void strangers() {
        var test = TestInvitation.of(4, context).convene();
        var stranger = TestCouncil.person(context);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> test.system(() -> substitutes.call(test.meeting, stranger)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(test.member(2), () -> {
                    substitutes.call(test.meeting, test.member(3));
                    return true;
                }));
    }

    private PersonId called(TestInvitation test) {
        return test.system(() -> substitutes.called(test.meeting)).getFirst().substitute();
    }

    private void decline(TestInvitation test, PersonId person) {
        test.as(person, () -> {
            attendance.excuse(test.meeting, person, "");
            return true;
        });
    }

    private void withdraw(TestInvitation test, PersonId person) {
        test.as(person, () -> {
            attendance.withdrawExcuse(test.meeting, person);
            return true;
        });
    }

    private List<String> titles(TestInvitation test, PersonId person) {
        return test.as(person, () -> meetings.agenda(test.meeting)).stream()
                .map(AgendaItemSummary::title)
                .toList();
    }
}
