package de.ratssaal.voteorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import de.ratssaal.voting.UrgentItems;
import de.ratssaal.voting.Vote;
import de.ratssaal.voting.VoteCorrecting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R7, R8: A vote on several items together")
class BlocVotesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    BlocVotes together;

    @Autowired
    Blocs blocs;

    @Autowired
    PollConduct conduct;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls polls;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Meetings meetings;

    @Autowired
    Access access;

    /** A meeting at its first item, with two more public ones to come. */
    private record Evening(TestMeeting meeting, AgendaItemId second, AgendaItemId third) {}

    private Evening evening() {
        var more = new ArrayList<AgendaItemId>();
        var meeting = TestMeeting.open(5, 5, RulesOfProcedure.THUERINGEN, context, it -> {
            var planning = context.getBean(MeetingPlanning.class);
            more.add(planning.addItem(it.id(), null, true, "Spielplatz"));
            more.add(planning.addItem(it.id(), null, true, "Radweg"));
        });
        return new Evening(meeting, more.get(0), more.get(1));
    }

    private void propose(Evening on, AgendaItemId... others) {
        Acting.as(
                on.meeting().chair(),
                () -> together.propose(BlocId.next(), on.meeting().id(), Set.of(others)));
    }

    private List<Resolution> resolved(Evening on) {
        return Acting.as(on.meeting().chair(), () -> resolutions.of(on.meeting().id()));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private void admitAll(Evening on) {
        access.asSystem("test", () -> {
            var urgent = context.getBean(UrgentItems.class);
            for (var item : List.of(on.second(), on.third())) {
                if (urgent.isBarred(on.meeting().id(), item)) {
                    urgent.nobodyObjects(on.meeting().id(), item);
                }
            }
        });
    }

    @Test
    @DisplayName(
            "does not take along what was deferred meanwhile, and ends when nothing is left to be voted on together")
    void withoutWhatIsSettled() {
        var on = evening();
        admitAll(on);
        propose(on, on.second(), on.third());
        var meeting = on.meeting();
        Acting.as(meeting.chair(), () -> resolutions.record(meeting.id(), on.third(), Outcome.DEFERRED));

        assertThat(blocs.current(meeting.id())).hasValueSatisfying(it -> {
            assertThat(it.has(on.third())).isFalse();
            assertThat(it.has(on.second())).isTrue();
        });
        Acting.as(meeting.chair(), () -> resolutions.record(meeting.id(), meeting.item(), Outcome.DEFERRED));
        assertThat(blocs.current(meeting.id())).isEmpty();
    }

    @Test
    @DisplayName(
            "counts for each of them: one poll leads, its votes and result are recorded for each as a poll of its own")
    void countsForEach() {
        var on = evening();
        admitAll(on);
        propose(on, on.second(), on.third());
        var poll =
                Acting.as(on.meeting().chair(), () -> together.open(on.meeting().id()));
        assertThat(Acting.as(
                        on.meeting().chair(), () -> together.open(on.meeting().id())))
                .as("a double click")
                .isEqualTo(poll);
        assertThat(Acting.as(on.meeting().member(2), () -> polls.poll(poll))
                        .question()
                        .wording())
                .contains("Digitalisierung")
                .contains("Spielplatz")
                .contains("Radweg");
        for (var member = 0; member < 4; member++) {
            var choice = member < 3 ? Choice.YES : Choice.NO;
            Acting.as(on.meeting().member(member), () -> voting.cast(poll, choice, UUID.randomUUID()));
        }
        Acting.as(on.meeting().chair(), () -> conduct.enterCount(poll, new Tally(0, 0, 1)));

        Acting.as(on.meeting().chair(), () -> conduct.close(poll));

        assertThat(resolved(on))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED));
        var recorded = Acting.as(
                        on.meeting().chair(), () -> polls.of(on.meeting().id()))
                .stream()
                .filter(it -> it.purpose() == PollPurpose.PROPOSAL)
                .toList();
        assertThat(recorded).hasSize(3).allSatisfy(it -> {
            assertThat(it.tally()).isEqualTo(new Tally(3, 1, 1));
            assertThat(it.recordedFrom()).isEqualTo(poll);
            assertThat(Acting.as(on.meeting().member(2), () -> polls.votes(it.id())))
                    .hasSize(4);
        });
        assertThat(recorded)
                .extracting(PollSummary::item)
                .containsExactlyInAnyOrder(on.meeting().item(), on.second(), on.third());
        assertThat(Acting.as(
                                on.meeting().chair(),
                                () -> meetings.agenda(on.meeting().id()))
                        .stream()
                        .filter(AgendaItemSummary::isPublic))
                .noneMatch(it -> it.state() == ItemState.PENDING);
    }

    @Test
    @DisplayName("marks on each of the items what the desk entered and then corrected")
    void corrected() {
        var on = evening();
        admitAll(on);
        propose(on, on.second(), on.third());
        var meeting = on.meeting();
        var poll = Acting.as(meeting.chair(), () -> together.open(meeting.id()));
        var correcting = context.getBean(VoteCorrecting.class);
        Acting.as(meeting.chair(), () -> {
            conduct.enterVote(poll, meeting.member(2), Choice.NO, UUID.randomUUID());
            conduct.enterVote(poll, meeting.member(3), Choice.YES, UUID.randomUUID());
            var seen = correcting.entered(poll).stream()
                    .filter(it -> it.person().equals(meeting.member(2)))
                    .findFirst()
                    .orElseThrow();
            correcting.correctEntry(poll, seen, Choice.YES);
            conduct.close(poll);
        });

        var recorded = Acting.as(meeting.chair(), () -> polls.of(meeting.id())).stream()
                .filter(it -> poll.equals(it.recordedFrom()))
                .toList();
        assertThat(recorded)
                .hasSize(3)
                .allSatisfy(each -> assertThat(Acting.as(meeting.chair(), () -> polls.votes(each.id())))
                        .extracting(Vote::person, Vote::corrected)
                        .containsExactlyInAnyOrder(tuple(meeting.member(2), true), tuple(meeting.member(3), false)));
    }

    @Test
    @DisplayName("leaves out an item to which a member objects before it is opened; whoever may not vote cannot object")
    void objection() {
        var on = evening();
        admitAll(on);
        propose(on, on.second(), on.third());
        refused(
                "voteorder.bloc.not-entitled",
                () -> Acting.as(
                        PersonId.next(), () -> together.object(on.meeting().id(), on.second())));
        Acting.as(on.meeting().member(3), () -> together.object(on.meeting().id(), on.second()));
        Acting.as(on.meeting().member(3), () -> together.object(on.meeting().id(), on.second()));

        var poll =
                Acting.as(on.meeting().chair(), () -> together.open(on.meeting().id()));
        refused(
                "voteorder.bloc.runs",
                () -> Acting.as(
                        on.meeting().member(3),
                        () -> together.object(on.meeting().id(), on.third())));
        Acting.as(on.meeting().member(2), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
        Acting.as(on.meeting().chair(), () -> conduct.close(poll));

        assertThat(resolved(on))
                .extracting(Resolution::item)
                .containsExactlyInAnyOrder(on.meeting().item(), on.third());
    }

    @Test
    @DisplayName(
            "never counts for a recused member: their item is not put together, and nobody is recused while it runs")
    void recused() {
        var on = evening();
        admitAll(on);
        Acting.as(
                on.meeting().chair(),
                () -> on.meeting()
                        .attendance()
                        .recuse(on.meeting().id(), on.second(), on.meeting().member(2)));
        refused("voting.together.recused", () -> propose(on, on.second()));
        propose(on, on.third());
        Acting.as(on.meeting().chair(), () -> together.open(on.meeting().id()));
        refused(
                "voteorder.bloc.runs",
                () -> Acting.as(
                        on.meeting().chair(),
                        () -> on.meeting()
                                .attendance()
                                .recuse(
                                        on.meeting().id(),
                                        on.third(),
                                        on.meeting().member(2))));
    }

    @Test
    @DisplayName("is proposed by those who conduct, of several public items, and can be taken apart or cancelled")
    void guarded() {
        var on = evening();
        admitAll(on);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        on.meeting().member(2),
                        () -> together.propose(BlocId.next(), on.meeting().id(), Set.of(on.second()))));
        refused("voteorder.bloc.too-few", () -> propose(on));
        refused("voting.together.public-only", () -> propose(on, on.meeting().nonPublic()));
        propose(on, on.second());
        refused("voteorder.bloc.another", () -> propose(on, on.third()));
        Acting.as(on.meeting().chair(), () -> together.dissolve(on.meeting().id()));
        propose(on, on.third());
        var poll =
                Acting.as(on.meeting().chair(), () -> together.open(on.meeting().id()));
        Acting.as(on.meeting().chair(), () -> conduct.cancel(poll, "Zählfehler"));

        assertThat(resolved(on)).isEmpty();
        assertThat(blocs.current(on.meeting().id())).isEmpty();
    }
}
