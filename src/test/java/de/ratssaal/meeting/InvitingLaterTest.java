package de.ratssaal.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Duration;
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
