package de.ratssaal.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Standing;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Boards;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R11, R17: The public is excluded from an item")
class DecidingPublicityTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DecidingPublicity publicity;

    @Autowired
    ConductingAgenda conducting;

    @Autowired
    ActsInMinutes inMinutes;

    @Autowired
    Boards boards;

    @Autowired
    Meetings meetings;

    @Autowired
    ResolutionBook resolutions;

    private void chair(TestMeeting meeting, Runnable act) {
        Acting.as(meeting.chair(), act);
    }

    private Board seenBy(PersonId person, TestMeeting meeting) {
        return Acting.as(person, () -> boards.now(meeting.id())).board();
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("by a decision that is taken without the public, and not before the public has left")
    void behindClosedDoors() {
        var meeting = TestMeeting.open(5, 5, context);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() ->
                        chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(5, 0, 0), "Grundstück")))
                .withMessage("conduct.doors.decide-behind")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 40"));

        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() ->
                        chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(2, 2, 1), "Grundstück")))
                .withMessage("conduct.doors.no-majority");
        isRefused(
                "conduct.doors.too-many",
                () -> chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(6, 0, 0), "Grundstück")));
        isRefused(
                "meeting.exclusion.reason-missing",
                () -> chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(5, 0, 0), " ")));
        chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(4, 1, 0), "Preis eines Grundstücks"));

        assertThat(seenBy(meeting.chair(), meeting).currentItem())
                .hasValueSatisfying(it -> assertThat(it.isPublic()).isFalse());
        assertThat(seenBy(meeting.chair(), meeting).meeting().doorsClosed()).isFalse();
        assertThat(inMinutes.of(meeting.id(), false).get(meeting.item()))
                .singleElement()
                .asString()
                .contains("4 : 1 : 0");
    }

    @Test
    @DisplayName("by no other way: neither with the public there nor behind closed doors without a recorded decision")
    void noWayRound() {
        var meeting = TestMeeting.open(5, 5, context);
        Runnable roundIt =
                () -> meeting.conduct().excludePublic(meeting.id(), meeting.item(), "Grundstück", meeting.revision());
        isRefused("meeting.exclusion.doors-open", () -> chair(meeting, roundIt));

        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        isRefused("conduct.doors.not-decided", () -> chair(meeting, roundIt));
        chair(meeting, () -> publicity.admit(meeting.id(), new Tally(1, 4, 0)));
        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        isRefused("conduct.doors.not-decided", () -> chair(meeting, roundIt));

        chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(5, 0, 0), "Grundstück"));
        assertThat(seenBy(meeting.chair(), meeting).currentItem())
                .hasValueSatisfying(it -> assertThat(it.isPublic()).isFalse());
        assertThat(onAgenda(meeting)).as("and asked again it stays as it is").isFalse();
        chair(meeting, roundIt);
        assertThat(onAgenda(meeting)).isFalse();
    }

    private boolean onAgenda(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> meetings.agenda(meeting.id())).stream()
                .filter(it -> it.id().equals(meeting.item()))
                .allMatch(AgendaItemSummary::isPublic);
    }

    @Test
    @DisplayName("and everybody else is out at once: gallery, guests, and nobody but the desk can do it")
    void everybodyIsOut() {
        var meeting = TestMeeting.open(5, 5, context);
        var gallery = TestCouncil.person(context);
        var guest = meeting.invitedGuest();
        assertThat(seenBy(gallery, meeting).currentItem()).isPresent();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(3), () -> publicity.closeDoors(meeting.id())));

        chair(meeting, () -> publicity.closeDoors(meeting.id()));

        assertThat(seenBy(gallery, meeting).isBehindClosedDoors()).isTrue();
        assertThat(seenBy(guest, meeting).isBehindClosedDoors()).isTrue();
        assertThat(seenBy(meeting.member(3), meeting).currentItem()).isPresent();
        chair(meeting, () -> publicity.admit(meeting.id(), new Tally(1, 4, 0)));
        assertThat(seenBy(gallery, meeting).currentItem()).isPresent();
    }

    @Test
    @DisplayName(
            "and who takes part remotely is out until they confirm that nobody listens; the desk sees who is missing")
    void remoteMembersConfirm() {
        var meeting = TestMeeting.open(5, 4, context);
        var remote = meeting.member(4);
        meeting.arrive(remote, Place.REMOTE);
        chair(meeting, () -> publicity.closeDoors(meeting.id()));

        assertThat(seenBy(meeting.chair(), meeting).seatOf(remote))
                .hasValueSatisfying(it -> assertThat(it.mustConfirmAlone()).isTrue());
        assertThat(seenBy(remote, meeting).isOutside(remote)).isTrue();
        assertThat(Acting.as(
                        meeting.chair(), () -> meeting.attendance().standing(meeting.id(), meeting.item(), remote)))
                .isEqualTo(Standing.NOT_CONFIRMED_ALONE);
        isRefused(
                "conduct.doors.too-many",
                () -> chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(5, 0, 0), "Grundstück")));

        Acting.as(remote, () -> meeting.attendance().confirmAlone(meeting.id(), meeting.item()));

        assertThat(seenBy(remote, meeting).isOutside(remote)).isFalse();
        chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(5, 0, 0), "Grundstück"));
        assertThat(seenBy(remote, meeting).isOutside(remote)).isFalse();
    }

    @Test
    @DisplayName("but nothing else is decided on a public item behind closed doors")
    void nothingElse() {
        var meeting = TestMeeting.open(5, 5, context);
        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        isRefused("conduct.doors.decide-first", () -> meeting.openPoll(meeting.item()));
        isRefused(
                "conduct.doors.decide-first",
                () -> chair(meeting, () -> resolutions.record(meeting.id(), meeting.item(), Outcome.DEFERRED)));
        isRefused(
                "conduct.doors.was-excluded",
                () -> chair(meeting, () -> publicity.admit(meeting.id(), new Tally(3, 2, 0))));
    }

    @Test
    @DisplayName("not while it is voted on, not once it was decided in public, and not from what is not public anyway")
    void notInBetween() {
        var meeting = TestMeeting.open(5, 5, context);
        meeting.openPoll(meeting.item());
        isRefused("voting.item.poll-is-open", () -> chair(meeting, () -> publicity.closeDoors(meeting.id())));

        var settled = TestMeeting.open(5, 5, context);
        chair(settled, () -> conducting.defer(settled.id(), settled.item(), null));
        isRefused("voting.record.settled", () -> chair(settled, () -> publicity.closeDoors(settled.id())));
        settled.call(settled.nonPublic());
        isRefused("meeting.doors.not-public-anyway", () -> chair(settled, () -> publicity.closeDoors(settled.id())));
    }

    @Test
    @DisplayName("With the next item the doors are open again, and who may listen is not undone with one press")
    void theNextItem() {
        var meeting = TestMeeting.open(5, 5, context);
        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        meeting.call(meeting.nonPublic());
        assertThat(Acting.as(
                        meeting.chair(), () -> meetings.meeting(meeting.id()).doorsClosed()))
                .isFalse();
        meeting.call(meeting.item());
        chair(meeting, () -> publicity.closeDoors(meeting.id()));
        chair(meeting, () -> publicity.exclude(meeting.id(), new Tally(5, 0, 0), "Grundstück"));
        assertThat(seenBy(meeting.chair(), meeting)
                        .part(AgendaActs.class)
                        .orElseThrow()
                        .last())
                .isEmpty();
    }
}
