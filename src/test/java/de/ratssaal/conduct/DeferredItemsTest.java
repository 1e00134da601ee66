package de.ratssaal.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("An item that is deferred")
class DeferredItemsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ConductingAgenda conducting;

    @Autowired
    DeferredItems deferred;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Meetings meetings;

    @Autowired
    PaperShelf papers;

    @Autowired
    JdbcClient database;

    @Autowired
    Access access;

    /** With a paper on its first item. */
    private TestMeeting meeting() {
        return TestMeeting.open(5, 5, RulesOfProcedure.THUERINGEN, context, it -> {
            var drafting = context.getBean(PaperDrafting.class);
            var paper = drafting.draft(
                    it.council().council(), TestPapers.content("Brunnen am Markt", true, "Er wird saniert."));
            drafting.release(paper, 1);
            context.getBean(PaperRouting.class).putOnAgenda(paper, it.item(), ConsultationRole.DECISION);
        });
    }

    private <T> T system(Supplier<T> act) {
        return access.asSystem("test", act);
    }

    private MeetingId later(TestMeeting meeting, int days) {
        return system(() -> planning.plan(
                meeting.council().council(),
                new MeetingPlan(
                        "Nächste Sitzung",
                        MeetingMode.IN_PERSON,
                        meetings.meeting(meeting.id()).startsAt().plus(Duration.ofDays(days)),
                        null,
                        "Rathaus",
                        "")));
    }

    private void defer(TestMeeting meeting, MeetingId to) {
        Acting.as(meeting.chair(), () -> conducting.defer(meeting.id(), meeting.item(), to));
    }

    private List<AgendaItemSummary> agenda(MeetingId meeting) {
        return system(() -> meetings.agenda(meeting));
    }

    private List<DeferredItem> waiting(TestMeeting meeting, PersonId who) {
        return Acting.as(who, () -> deferred.waiting(meeting.council().council()));
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("to a planned meeting stands on its agenda at once, with its papers; each leads to the other")
    void ontoTheAgenda() {
        var meeting = meeting();
        var later = later(meeting, 20);

        defer(meeting, later);

        var placed = agenda(later);
        assertThat(placed).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("Digitalisierung");
            assertThat(it.isPublic()).isTrue();
            assertThat(system(() -> papers.papersOf(it.id())))
                    .singleElement()
                    .satisfies(paper -> assertThat(paper.title()).isEqualTo("Brunnen am Markt"));
        });
        assertThat(Acting.as(meeting.chair(), () -> deferred.deferredIn(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.item().id()).isEqualTo(meeting.item());
                    assertThat(it.takenUpIn()).isNotNull();
                    assertThat(it.takenUpAs()).isEqualTo(placed.getFirst());
                });
        assertThat(Acting.as(meeting.chair(), () -> deferred.takenUpIn(later)))
                .singleElement()
                .satisfies(it -> assertThat(it.meeting().id()).isEqualTo(meeting.id()));
        assertThat(waiting(meeting, meeting.chair())).isEmpty();
        assertThat(Acting.as(meeting.member(2), () -> deferred.deferredIn(meeting.id())))
                .as("who may not know of a meeting that is planned sees that it was deferred, not where to")
                .singleElement()
                .satisfies(it -> assertThat(it.takenUpIn()).isNull());
    }

    @Test
    @DisplayName(
            "to no meeting, by a motion, by one press or to one that is convened waits, and the next one offers it")
    void waits() {
        var byMotion = meeting();
        var motion = MotionId.next();
        Acting.as(byMotion.member(1), () -> motions.move(motion, byMotion.id(), byMotion.item(), MotionKind.DEFER, ""));
        Acting.as(byMotion.chair(), () -> motions.count(motion, new Tally(4, 1, 0)));
        var byPress = meeting();
        Acting.as(byPress.chair(), () -> resolutions.record(byPress.id(), byPress.item(), Outcome.DEFERRED));
        var unknown = meeting();
        defer(unknown, null);
        var convened = meeting();
        var told = later(convened, 20);
        database.sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                .param(told.value())
                .update();
        defer(convened, told);
        assertThat(agenda(told)).as("the invited are told by a supplement").isEmpty();

        for (var each : List.of(byMotion, byPress, unknown, convened)) {
            assertThat(waiting(each, each.chair())).hasSize(1);
            var next = later(each, 40);
            assertThat(system(() -> deferred.waitingFor(next)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.item().id()).isEqualTo(each.item()));

            var placed = system(() -> deferred.takeUp(each.item(), next));
            assertThat(system(() -> deferred.takeUp(each.item(), next))).isEqualTo(placed);

            assertThat(agenda(next)).hasSize(1);
            assertThat(waiting(each, each.chair())).isEmpty();
            var another = later(each, 60);
            isRefused("conduct.deferred.taken-up", () -> system(() -> deferred.takeUp(each.item(), another)));
        }
    }

    @Test
    @DisplayName("and is not deferred after all comes off that agenda again, unless the invited know of it")
    void takenBack() {
        var meeting = meeting();
        var later = later(meeting, 20);
        defer(meeting, later);
        undo(meeting);
        assertThat(agenda(later)).isEmpty();
        assertThat(waiting(meeting, meeting.chair())).isEmpty();

        defer(meeting, later);
        assertThat(agenda(later)).hasSize(1);
        database.sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                .param(later.value())
                .update();
        isRefused("conduct.deferred.told", () -> undo(meeting));
        assertThat(agenda(later)).hasSize(1);
    }

    private void undo(TestMeeting meeting) {
        Acting.as(meeting.chair(), () -> {
            var last = new AgendaActs(context.getBean(ActStore.class).of(meeting.id()))
                    .last()
                    .orElseThrow();
            conducting.undo(meeting.id(), last.id(), "Versehen");
        });
    }

    @Test
    @DisplayName("waits again when it is taken off that agenda, or that meeting is called off")
    void waitsAgain() {
        var meeting = meeting();
        var later = later(meeting, 20);
        defer(meeting, later);
        access.asSystem(
                "test",
                () -> planning.removeItem(later, agenda(later).getFirst().id()));
        assertThat(waiting(meeting, meeting.chair())).hasSize(1);

        var another = later(meeting, 30);
        system(() -> deferred.takeUp(meeting.item(), another));
        assertThat(waiting(meeting, meeting.chair())).isEmpty();
        access.asSystem("test", () -> planning.cancel(another, "Hochwasser"));
        assertThat(waiting(meeting, meeting.chair())).hasSize(1);
        system(() -> deferred.takeUp(meeting.item(), later));
        assertThat(agenda(later)).hasSize(1);
    }

    @Test
    @DisplayName(
            "is put on agendas by the secretariat alone, of the same organization, and later ones; non-public it stays so")
    void notRound() {
        var meeting = meeting();
        Acting.as(meeting.chair(), () -> conducting.defer(meeting.id(), meeting.nonPublic(), null));
        var later = later(meeting, 20);
        for (var other : List.of(meeting.chair(), meeting.member(2), TestCouncil.person(context))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(other, () -> deferred.takeUp(meeting.nonPublic(), elsewhere(meeting))));
        }
        isRefused(
                "conduct.defer.nowhere", () -> system(() -> deferred.takeUp(meeting.nonPublic(), elsewhere(meeting))));
        isRefused("conduct.defer.nowhere", () -> system(() -> deferred.takeUp(meeting.nonPublic(), meeting.id())));

        assertThat(waiting(meeting, TestCouncil.person(context))).isEmpty();
        assertThat(waiting(meeting, meeting.member(2))).hasSize(1);
        system(() -> deferred.takeUp(meeting.nonPublic(), later));
        assertThat(agenda(later))
                .singleElement()
                .satisfies(it -> assertThat(it.isPublic()).isFalse());
    }

    /** A meeting of a committee of the same city, convened so that everybody knows of it. */
    private MeetingId elsewhere(TestMeeting meeting) {
        return system(() -> {
            var committee = meeting.council().organization(Classification.COMMITTEE, 3, context);
            var id = planning.plan(
                    committee,
                    new MeetingPlan(
                            "Ausschuss",
                            MeetingMode.IN_PERSON,
                            meetings.meeting(meeting.id()).startsAt().plus(Duration.ofDays(20)),
                            null,
                            "Rathaus",
                            ""));
            planning.addItem(id, null, true, "Eröffnung");
            database.sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                    .param(id.value())
                    .update();
            return id;
        });
    }
}
