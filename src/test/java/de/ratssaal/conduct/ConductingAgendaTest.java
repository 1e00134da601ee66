package de.ratssaal.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.chamber.Boards;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.TestMeeting;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
@DisplayName("The agenda in the meeting")
class ConductingAgendaTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ConductingAgenda conducting;

    @Autowired
    ActsInMinutes inMinutes;

    @Autowired
    Boards boards;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    PollConduct polls;

    @Autowired
    PollVoting voting;

    @Autowired
    JdbcClient database;

    /** With Ö 1 to Ö 4, of which the first is before the meeting, and N 1. */
    private final List<AgendaItemId> items = new ArrayList<>();

    private TestMeeting meeting() {
        items.clear();
        return TestMeeting.open(5, 5, RulesOfProcedure.THUERINGEN, context, it -> {
            items.add(it.item());
            for (var title : List.of("Haushalt", "Radwege", "Anfragen")) {
                items.add(planning.addItem(it.id(), null, true, title));
            }
        });
    }

    private void chair(TestMeeting meeting, Runnable act) {
        Acting.as(meeting.chair(), act);
    }

    private List<String> numbers(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> meetings.agenda(meeting.id())).stream()
                .map(AgendaItemSummary::number)
                .toList();
    }

    private AgendaActs acts(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> boards.now(meeting.id()))
                .board()
                .part(AgendaActs.class)
                .orElseThrow();
    }

    private List<Outcome> outcomes(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())).stream()
                .map(Resolution::outcome)
                .toList();
    }

    private void undo(TestMeeting meeting) {
        var last = acts(meeting).last().orElseThrow();
        chair(meeting, () -> conducting.undo(meeting.id(), last.id(), "Versehen"));
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("is adopted once, with how the meeting voted; the minutes have it before the items")
    void adopted() {
        var meeting = meeting();
        chair(meeting, () -> conducting.adopt(meeting.id(), "4 Ja, 1 Nein"));
        chair(meeting, () -> conducting.adopt(meeting.id(), ""));

        assertThat(acts(meeting).all()).hasSize(1);
        assertThat(inMinutes.withoutItem(meeting.id(), true))
                .containsExactly("Die Tagesordnung ist festgestellt: 4 Ja, 1 Nein.");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(3), () -> conducting.adopt(meeting.id(), "")));
    }

    @Test
    @DisplayName("an item is taken up before another and keeps its number, which was announced")
    void moved() {
        var meeting = meeting();
        chair(meeting, () -> conducting.move(meeting.id(), items.get(3), items.get(1)));
        assertThat(numbers(meeting)).containsExactly("Ö 1", "Ö 4", "Ö 2", "Ö 3", "N 1");
        chair(meeting, () -> conducting.move(meeting.id(), items.get(1), null));
        assertThat(numbers(meeting)).containsExactly("Ö 1", "Ö 4", "Ö 3", "Ö 2", "N 1");

        undo(meeting);
        undo(meeting);

        assertThat(numbers(meeting)).containsExactly("Ö 1", "Ö 2", "Ö 3", "Ö 4", "N 1");
        assertThat(inMinutes.of(meeting.id(), true).get(items.get(3)))
                .containsExactly("Ö 4 wird vor Ö 2 behandelt. Zurückgenommen: Versehen");
    }

    @Test
    @DisplayName("no item comes before the public, or behind closed doors, by being moved")
    void notAcrossParts() {
        var meeting = meeting();
        isRefused(
                "meeting.order.other-part",
                () -> chair(meeting, () -> conducting.move(meeting.id(), meeting.nonPublic(), items.get(1))));
        isRefused(
                "meeting.order.other-part",
                () -> chair(meeting, () -> conducting.move(meeting.id(), items.get(1), meeting.nonPublic())));
        isRefused(
                "meeting.order.other-part",
                () -> chair(meeting, () -> conducting.join(meeting.id(), meeting.nonPublic(), items.get(1))));
    }

    @Test
    @DisplayName("what was called already is not moved, and what was voted on neither joined nor withdrawn")
    void notAfterwards() {
        var meeting = meeting();
        isRefused(
                "meeting.order.begun",
                () -> chair(meeting, () -> conducting.move(meeting.id(), items.getFirst(), items.get(2))));
        var poll = meeting.openPoll(meeting.item());
        isRefused(
                "voting.item.poll-is-open",
                () -> chair(meeting, () -> conducting.withdraw(meeting.id(), meeting.item(), "Fraktion A")));
        isRefused(
                "voting.item.poll-is-open",
                () -> chair(meeting, () -> conducting.join(meeting.id(), meeting.item(), items.get(1))));
        for (var member = 0; member < 5; member++) {
            Acting.as(meeting.member(member), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
        }
        chair(meeting, () -> polls.close(poll));
        isRefused(
                "voting.record.settled",
                () -> chair(meeting, () -> conducting.withdraw(meeting.id(), meeting.item(), "Fraktion A")));
        isRefused(
                "voting.record.settled",
                () -> chair(meeting, () -> conducting.join(meeting.id(), meeting.item(), items.get(1))));
        isRefused(
                "voting.take-back.voted",
                () -> chair(meeting, () -> resolutions.takeBack(meeting.id(), meeting.item(), "doch nicht")));
    }

    @Test
    @DisplayName("items are deliberated together, and alone again")
    void joined() {
        var meeting = meeting();
        chair(meeting, () -> conducting.join(meeting.id(), items.get(2), items.get(1)));
        chair(meeting, () -> conducting.join(meeting.id(), items.get(2), items.get(1)));
        assertThat(item(meeting, items.get(2)).jointWith()).isEqualTo(items.get(1));
        assertThat(acts(meeting).all()).hasSize(1);

        chair(meeting, () -> conducting.separate(meeting.id(), items.get(2)));
        assertThat(item(meeting, items.get(2)).jointWith()).isNull();
        undo(meeting);
        assertThat(item(meeting, items.get(2)).jointWith()).isEqualTo(items.get(1));
        undo(meeting);
        assertThat(item(meeting, items.get(2)).jointWith()).isNull();
    }

    private AgendaItemSummary item(TestMeeting meeting, AgendaItemId id) {
        return Acting.as(meeting.chair(), () -> meetings.agenda(meeting.id())).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "an item is referred to another organization of the body; taken back, it is open again and the record stays")
    void referred() {
        var meeting = meeting();
        var committee = meeting.council().organization(Classification.COMMITTEE, 5, context);
        isRefused(
                "conduct.refer.nowhere",
                () -> chair(
                        meeting,
                        () -> conducting.refer(
                                meeting.id(), meeting.item(), meeting.council().council())));
        isRefused(
                "conduct.refer.nowhere",
                () -> chair(
                        meeting,
                        () -> conducting.refer(
                                meeting.id(), meeting.item(), meeting.council().office(context))));
        isRefused(
                "conduct.refer.nowhere",
                () -> chair(
                        meeting,
                        () -> conducting.refer(
                                meeting.id(),
                                meeting.item(),
                                TestCouncil.of(3, context).council())));
        chair(meeting, () -> conducting.refer(meeting.id(), meeting.item(), committee));
        assertThat(outcomes(meeting)).containsExactly(Outcome.REFERRED);

        undo(meeting);

        assertThat(outcomes(meeting)).isEmpty();
        assertThat(inMinutes.of(meeting.id(), true).get(meeting.item()))
                .singleElement()
                .asString()
                .contains("ist verwiesen: Gremium")
                .endsWith("Zurückgenommen: Versehen");
        chair(meeting, () -> conducting.defer(meeting.id(), meeting.item(), null));
        assertThat(outcomes(meeting)).containsExactly(Outcome.DEFERRED);
    }

    @Test
    @DisplayName("an item is deferred to a later meeting of the same organization only")
    void deferred() {
        var meeting = meeting();
        var other = TestMeeting.open(5, 5, context);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> chair(meeting, () -> conducting.defer(meeting.id(), meeting.item(), other.id())));
        isRefused(
                "conduct.defer.nowhere",
                () -> chair(meeting, () -> conducting.defer(meeting.id(), meeting.item(), meeting.id())));
        assertThat(outcomes(meeting)).isEmpty();
    }

    @Test
    @DisplayName("an item is withdrawn by who filed it, who is named")
    void withdrawn() {
        var meeting = meeting();
        isRefused(
                "conduct.withdraw.by-missing",
                () -> chair(meeting, () -> conducting.withdraw(meeting.id(), meeting.item(), " ")));
        chair(meeting, () -> conducting.withdraw(meeting.id(), meeting.item(), "Fraktion A"));
        assertThat(inMinutes.of(meeting.id(), true).get(meeting.item()))
                .containsExactly("Ö 1 ist zurückgezogen von: Fraktion A.");
    }

    @Test
    @DisplayName("only the last act is taken back, by who sees it as the last, and not once something was built on it")
    void onlyTheLast() {
        var meeting = meeting();
        chair(meeting, () -> conducting.move(meeting.id(), items.get(3), items.get(1)));
        var first = acts(meeting).last().orElseThrow();
        chair(meeting, () -> conducting.join(meeting.id(), items.get(2), items.get(1)));
        isRefused(
                "meeting.conduct.changed-meanwhile",
                () -> chair(meeting, () -> conducting.undo(meeting.id(), first.id(), "Versehen")));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql(
                                "update conduct_act set undone_for = 'so', undone_at = now() + interval '1 year' where id = ?")
                        .param(first.id())
                        .update());
        undo(meeting);
        meeting.call(items.get(3));
        isRefused("meeting.order.begun", () -> undo(meeting));
    }

    @Test
    @DisplayName("nothing of a non-public item is told to the public")
    void nothingNonPublic() {
        var meeting = meeting();
        chair(meeting, () -> conducting.withdraw(meeting.id(), meeting.nonPublic(), "Verwaltung"));
        chair(meeting, () -> conducting.adopt(meeting.id(), ""));

        var seen = Acting.as(TestCouncil.person(context), () -> boards.now(meeting.id()))
                .board()
                .part(AgendaActs.class)
                .orElseThrow();

        assertThat(seen.all())
                .singleElement()
                .satisfies(it -> assertThat(it.kind()).isEqualTo(ActKind.ADOPT));
    }
}
