package de.ratssaal.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("R1: Members are invited in time, or the invitation does not go out")
class InvitationsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Test
    void withFourFullDaysItGoesOut() {
        var meeting = plannedIn(5, RulesOfProcedure.THUERINGEN, true);

        access.asSystem("test", () -> invitations.send(meeting, false));

        assertThat(access.asSystem("test", () -> invitations.of(meeting))).hasSize(3);
    }

    @Test
    void withThreeFullDaysItIsRefusedWithTheParagraph() {
        var meeting = plannedIn(4, RulesOfProcedure.THUERINGEN, true);

        var refusal = catchThrowableOfType(
                RuleViolation.class, () -> access.asSystem("test", () -> invitations.send(meeting, false)));

        assertThat(refusal.key()).isEqualTo("meeting.invitation.period-too-short");
        assertThat(refusal.source().toString()).isEqualTo("ThürKO § 35");
        assertThat(access.asSystem("test", () -> invitations.of(meeting))).isEmpty();
    }

    @Test
    void inUrgencyTheSecondDayBeforeIsEnough() {
        var meeting = plannedIn(2, RulesOfProcedure.THUERINGEN, true);
        var tooLate = plannedIn(1, RulesOfProcedure.THUERINGEN, true);

        access.asSystem("test", () -> invitations.send(meeting, true));

        assertThat(access.asSystem("test", () -> invitations.of(meeting))).hasSize(3);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> access.asSystem("test", () -> invitations.send(tooLate, true)));
    }

    @Test
    void theOrganizationsOwnRulesCount() {
        var fiveDays = plannedIn(5, RulesOfProcedure.NORDRHEIN_WESTFALEN, true);
        var eightDays = plannedIn(8, RulesOfProcedure.NORDRHEIN_WESTFALEN, true);

        var check = access.asSystem("test", () -> invitations.check(fiveDays, false));

        assertThat(check.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        it -> assertThat(it.source().statute()).isEqualTo("GO NRW"));
        assertThat(access.asSystem("test", () -> invitations.check(eightDays, false))
                        .mayGoOut())
                .isTrue();
    }

    @Test
    void withoutAgendaItIsRefused() {
        var meeting = plannedIn(10, RulesOfProcedure.THUERINGEN, false);

        assertThat(catchThrowableOfType(
                                Refusal.class, () -> access.asSystem("test", () -> invitations.send(meeting, false)))
                        .key())
                .isEqualTo("meeting.invitation.agenda-missing");
    }

    @Test
    void sentAgainItChangesNothing() {
        var meeting = plannedIn(10, RulesOfProcedure.THUERINGEN, true);
        access.asSystem("test", () -> invitations.send(meeting, false));
        var before = access.asSystem("test", () -> invitations.of(meeting));

        access.asSystem("test", () -> invitations.send(meeting, false));

        assertThat(access.asSystem("test", () -> invitations.of(meeting))).isEqualTo(before);
    }

    @Test
    void onlyWhoConvenesSendsIt() {
        var meeting = plannedIn(10, RulesOfProcedure.THUERINGEN, true);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> invitations.send(meeting, false));
    }

    @Test
    void everybodyIsDulyInvitedOnlyWhenItReachedEveryMemberInTime() {
        var council = TestCouncil.of(3, context);
        var meeting = planned(council, 5, true);
        access.asSystem("test", () -> invitations.send(meeting, false));

        access.asSystem(
                "test",
                () -> council.members().stream().skip(1).forEach(it -> invitations.deliveredByMail(meeting, it, 1)));
        assertThat(invitations.allDulyInvited(meeting, List.of())).isFalse();
        access.asSystem("test", () -> invitations.handedOver(meeting, council.chair()));

        assertThat(invitations.allDulyInvited(meeting, List.of())).isTrue();
    }

    private MeetingId plannedIn(int days, RulesOfProcedure rules, boolean withAgenda) {
        return planned(TestCouncil.of(3, rules, context), days, withAgenda);
    }

    private MeetingId planned(TestCouncil council, int days, boolean withAgenda) {
        return access.asSystem("test", () -> {
            var plan = new MeetingPlan("Sitzung", MeetingMode.IN_PERSON, in(days), null, "Ratssaal", "");
            var meeting = planning.plan(council.council(), plan);
            if (withAgenda) {
                planning.addItem(meeting, null, true, "Haushalt");
            }
            return meeting;
        });
    }

    private Instant in(int days) {
        return LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE)
                .plusDays(days)
                .atTime(LocalTime.of(23, 30))
                .atZone(TestCouncil.ZONE)
                .toInstant();
    }
}
