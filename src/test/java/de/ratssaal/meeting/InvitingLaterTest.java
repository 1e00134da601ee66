package de.ratssaal.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@DisplayName("A convened meeting")
class InvitingLaterTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    Meetings meetings;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("R1: a member who joined after the invitation went out is invited later, once")
    void invitedLater() {
        var council = TestCouncil.of(3, context);
        var meeting = convened(council);
        var late = TestCouncil.person(context);
        TestCouncil.join(council.council(), late, MembershipRole.ADVISORY_MEMBER, context);
        assertThat(asSystem(() -> invitations.notInvited(meeting))).containsExactly(late);

        access.asSystem("test", () -> invitations.inviteLater(meeting));
        access.asSystem("test", () -> invitations.inviteLater(meeting));

        assertThat(asSystem(() -> invitations.notInvited(meeting))).isEmpty();
        assertThat(asSystem(() -> invitations.of(meeting)))
                .hasSize(4)
                .extracting(Invitation::person)
                .contains(late);
    }

    @Test
    @DisplayName("R4: an invitation that failed is healed when its member comes, and by nobody else")
    void healedByComing() {
        var council = TestCouncil.of(3, context);
        var meeting = convened(council);
        var late = council.members().get(2);
        access.asSystem("test", () -> {
            invitations.handedOver(meeting, council.members().get(0));
            invitations.handedOver(meeting, council.members().get(1));
        });

        assertThat(invitations.allDulyInvited(meeting, List.of())).isFalse();
        assertThat(invitations.allDulyInvited(meeting, List.of(council.chair())))
                .isFalse();
        assertThat(invitations.allDulyInvited(meeting, List.of(late))).isTrue();
    }

    @Test
    @DisplayName("R1, R2: is not moved to a day for which nobody can be invited in time any more")
    void notMovedTooNear() {
        var council = TestCouncil.of(3, context);
        var meeting = convened(council);
        var starts = start(meeting);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> access.asSystem("test", () -> planning.replan(meeting, plan(days(2)))))
                .withMessage("meeting.invitation.period-too-short")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 35"));

        assertThat(start(meeting)).isEqualTo(starts);
    }

    @Test
    @DisplayName(
            "R1, R4: when it is moved everybody is invited anew, and what reached them for the old day proves nothing")
    void invitedAnewWhenMoved() {
        var council = TestCouncil.of(3, context);
        var meeting = convened(council);
        access.asSystem("test", () -> council.members().forEach(it -> invitations.handedOver(meeting, it)));
        assertThat(invitations.allDulyInvited(meeting, List.of())).isTrue();

        access.asSystem("test", () -> planning.replan(meeting, plan(days(10))));

        assertThat(invitations.allDulyInvited(meeting, List.of())).isFalse();
        assertThat(asSystem(() -> invitations.of(meeting))).allSatisfy(it -> {
            assertThat(it.times()).isEqualTo(2);
            assertThat(it.deliveredAt()).isNull();
        });
        access.asSystem("test", () -> council.members().forEach(it -> invitations.deliveredByMail(meeting, it, 1)));
        assertThat(invitations.allDulyInvited(meeting, List.of()))
                .as("the old mail, come late")
                .isFalse();
        access.asSystem("test", () -> council.members().forEach(it -> invitations.deliveredByMail(meeting, it, 2)));
        assertThat(invitations.allDulyInvited(meeting, List.of())).isTrue();
    }

    @Test
    @DisplayName("R1: keeps its invitations when it goes to another place, or begins later on the same day")
    void keepsItsInvitations() {
        var council = TestCouncil.of(3, context);
        var meeting = convened(council);
        access.asSystem("test", () -> council.members().forEach(it -> invitations.handedOver(meeting, it)));
        var later = start(meeting)
                .atZone(TestCouncil.ZONE)
                .with(LocalTime.of(23, 59))
                .toInstant();

        access.asSystem("test", () -> planning.replan(meeting, plan(later)));

        assertThat(start(meeting)).isEqualTo(later);
        assertThat(invitations.allDulyInvited(meeting, List.of())).isTrue();
    }

    private Instant start(MeetingId meeting) {
        return asSystem(() -> meetings.meeting(meeting)).startsAt();
    }

    private Instant days(int days) {
        return clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static MeetingPlan plan(Instant starts) {
        return new MeetingPlan("Sitzung", MeetingMode.IN_PERSON, starts, null, "Saal", "");
    }

    @Test
    @DisplayName("R5: is no second invitation where no earlier meeting lacked a quorum")
    void noSecondWithoutFirst() {
        var council = TestCouncil.of(3, context);
        var earlier = convened(council);
        var meeting = planned(council);
        var item = asSystem(() -> meetings.agenda(meeting)).getFirst().id();

        assertThat(asSystem(() -> invitations.earlierWithoutQuorum(meeting))).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> access.asSystem(
                        "test", () -> invitations.send(meeting, false, new SecondCall(earlier, Set.of(item)))))
                .withMessage("meeting.invitation.second-without-first");
    }

    @Test
    @DisplayName("of an organization that meets in private is there for its members and guests only")
    void inPrivate() {
        var club = TestCouncil.of(3, RulesOfProcedure.ASSOCIATION, context);
        var guest = TestCouncil.person(context);
        TestCouncil.join(club.council(), guest, MembershipRole.GUEST, context);
        var stranger = TestCouncil.of(3, context).members().get(2);
        var meeting = convened(club);
        var open = convened(TestCouncil.of(3, context));

        assertThat(de.ratssaal.Acting.as(club.members().get(2), () -> meetings.agenda(meeting)))
                .isNotEmpty();
        assertThat(de.ratssaal.Acting.as(guest, () -> meetings.agenda(meeting)))
                .extracting(AgendaItemSummary::isPublic)
                .containsOnly(true);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> de.ratssaal.Acting.as(stranger, () -> meetings.agenda(meeting)));
        assertThat(de.ratssaal.Acting.as(stranger, () -> meetings.agenda(open))).isNotEmpty();
    }

    private MeetingId convened(TestCouncil council) {
        var meeting = planned(council);
        access.asSystem("test", () -> invitations.send(meeting, false));
        return meeting;
    }

    private MeetingId planned(TestCouncil council) {
        return asSystem(() -> {
            var starts = clock.instant().plus(Duration.ofDays(30));
            var meeting = planning.plan(
                    council.council(), new MeetingPlan("Sitzung", MeetingMode.IN_PERSON, starts, null, "Saal", ""));
            planning.addItem(meeting, null, true, "Haushalt");
            planning.addItem(meeting, null, false, "Grundstück");
            return meeting;
        });
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
