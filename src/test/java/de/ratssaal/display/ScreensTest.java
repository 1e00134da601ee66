package de.ratssaal.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.chamber.Boards;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("The screens of the hall")
class ScreensTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ScreenControl control;

    @Autowired
    Boards boards;

    @Autowired
    PollConduct polls;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("follow the meeting by themselves: item, vote, result, break")
    void followTheMeeting() {
        var meeting = TestMeeting.open(5, 4, context);
        assertThat(main(meeting).scene()).isEqualTo(Scene.ITEM);

        var poll = meeting.openPoll(meeting.item());
        assertThat(main(meeting).scene()).isEqualTo(Scene.VOTE);
        Acting.as(meeting.chair(), () -> {
            polls.enterCount(poll, new Tally(3, 1, 0));
            polls.close(poll);
        });
        assertThat(main(meeting).scene()).isEqualTo(Scene.RESULT);

        Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));
        assertThat(main(meeting).scene()).isEqualTo(Scene.BREAK);
    }

    @Test
    @DisplayName("have each its own content, and all the same if the desk wants it")
    void ownContent() {
        var meeting = TestMeeting.open(5, 4, context);
        var foyer = add(meeting, "Foyer");
        chair(meeting, () -> control.show(meeting.id(), foyer, Showing.of(ScreenContent.SEATS)));

        assertThat(on(meeting, foyer).scene()).isEqualTo(Scene.SEATS);
        assertThat(main(meeting).scene()).isEqualTo(Scene.ITEM);

        var end = clock.instant().plus(Duration.ofMinutes(15));
        chair(meeting, () -> control.showOnAll(meeting.id(), Showing.breakUntil(end)));

        assertThat(List.of(on(meeting, foyer), main(meeting))).allSatisfy(it -> {
            assertThat(it.scene()).isEqualTo(Scene.BREAK);
            assertThat(it.breakUntil()).isNotNull();
        });
        chair(meeting, () -> control.showOnAll(meeting.id(), Showing.message("Bitte Plätze einnehmen")));
        assertThat(main(meeting).scene()).isEqualTo(Scene.MESSAGE);
        chair(meeting, () -> control.show(meeting.id(), foyer, Showing.of(ScreenContent.CHECK_IN)));
        assertThat(on(meeting, foyer).code()).matches("\\d{6}");
        assertThat(main(meeting).code()).isNull();
    }

    @Test
    @DisplayName(
            "tell when the break ends, and never when an old one ended: not once it is past, nor in the next break")
    void noOldEnd() {
        var meeting = TestMeeting.open(5, 4, context);
        var foyer = add(meeting, "Foyer");
        Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));
        var end = clock.instant().plus(Duration.ofMinutes(15));
        chair(meeting, () -> control.show(meeting.id(), foyer, Showing.breakUntil(end)));
        assertThat(List.of(on(meeting, foyer), main(meeting)))
                .allSatisfy(it -> assertThat(it.breakUntil()).isNotNull());

        // they go on sooner, and a disturbance stops them at once
        Acting.as(meeting.chair(), () -> meeting.conduct().resume(meeting.id(), meeting.revision()));
        assertThat(on(meeting, foyer).scene()).isEqualTo(Scene.ITEM);
        Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));
        assertThat(List.of(on(meeting, foyer), main(meeting))).allSatisfy(it -> {
            assertThat(it.scene()).isEqualTo(Scene.BREAK);
            assertThat(it.breakUntil()).isNull();
        });

        var past = clock.instant().plus(Duration.ofMinutes(5));
        chair(meeting, () -> control.showOnAll(meeting.id(), Showing.breakUntil(past)));
        clock.putForwardTo(past.plusSeconds(1));
        assertThat(main(meeting).scene()).isEqualTo(Scene.BREAK);
        assertThat(main(meeting).breakUntil()).isNull();
    }

    @ParameterizedTest
    @EnumSource(ScreenContent.class)
    @DisplayName(
            "R17: show of a non-public item only that it is one, whatever the desk lets them show, unless they stand inside")
    void behindClosedDoors(ScreenContent content) {
        var meeting = TestMeeting.open(5, 4, context);
        var inside = add(meeting, "Innen");
        chair(meeting, () -> control.place(meeting.id(), inside, true));
        meeting.call(meeting.nonPublic());
        var showing = content == ScreenContent.MESSAGE ? Showing.message("Kaufpreis 3 Mio.") : Showing.of(content);
        chair(meeting, () -> control.showOnAll(meeting.id(), showing));
        meeting.openPoll(meeting.nonPublic());

        var outside = main(meeting);

        assertThat(outside.scene()).isEqualTo(content == ScreenContent.BLANK ? Scene.BLANK : Scene.CLOSED_DOORS);
        assertThat(outside.code()).isNull();
        assertThat(outside.board().currentItem()).isEmpty();
        assertThat(outside.board().openPoll()).isEmpty();
        assertThat(outside.board().agenda()).allMatch(AgendaItemSummary::isPublic);
        assertThat(outside.board().seats()).noneMatch(it -> it.mayVote() || it.hasVoted() || it.isRecused());
        assertThat(on(meeting, inside).scene()).isNotEqualTo(Scene.CLOSED_DOORS);
        assertThat(on(meeting, inside).board().currentItem()).isPresent();
    }

    @Test
    @DisplayName("R17: A message that was written during a non-public item is gone with the item, inside as well")
    void messageOfANonPublicItem() {
        var meeting = TestMeeting.open(5, 4, context);
        var inside = add(meeting, "Innen");
        chair(meeting, () -> control.place(meeting.id(), inside, true));
        Acting.as(
                meeting.chair(), () -> meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision()));
        meeting.call(meeting.nonPublic());
        chair(meeting, () -> control.showOnAll(meeting.id(), Showing.message("Kaufpreis 3 Mio.")));
        assertThat(on(meeting, inside).scene()).isEqualTo(Scene.MESSAGE);

        Acting.as(
                meeting.chair(),
                () -> meeting.conduct().finishItem(meeting.id(), meeting.nonPublic(), meeting.revision()));

        assertThat(on(meeting, inside).scene()).isNotEqualTo(Scene.MESSAGE);
        assertThat(main(meeting).scene()).isNotEqualTo(Scene.MESSAGE);
    }

    @Test
    @DisplayName("are directed by the chair and the secretariat, and by nobody else")
    void directedFromTheDesk() {
        var meeting = TestMeeting.open(5, 4, context);
        var screen = ScreenId.mainOf(meeting.id());
        for (var person : List.of(meeting.member(2), TestCouncil.person(context))) {
            denied(() -> Acting.as(person, () -> control.show(meeting.id(), screen, Showing.of(ScreenContent.BLANK))));
            denied(() -> Acting.as(person, () -> control.showOnAll(meeting.id(), Showing.message("Feierabend"))));
            denied(() -> Acting.as(person, () -> control.add(meeting.id(), ScreenId.next(), "Meiner")));
            denied(() -> Acting.as(person, () -> control.remove(meeting.id(), screen)));
            denied(() -> Acting.as(person, () -> control.place(meeting.id(), screen, true)));
        }
        assertThat(main(meeting).screen().showing().content()).isEqualTo(ScreenContent.AUTOMATIC);
    }

    @Test
    @DisplayName("are added once, under names that differ, and not without end")
    void adding() {
        var meeting = TestMeeting.open(5, 4, context);
        var foyer = add(meeting, "Foyer");
        chair(meeting, () -> control.add(meeting.id(), foyer, "Foyer"));

        refused("display.screen.same-name", () -> add(meeting, "foyer "));
        refused("display.screen.name", () -> add(meeting, " "));
        refused("display.screen.name", () -> add(meeting, "x".repeat(41)));
        IntStream.range(2, ScreenControl.MOST).forEach(it -> add(meeting, "Nr. " + it));
        refused("display.screen.too-many", () -> add(meeting, "Noch einer"));
        refused(
                "display.screen.main-stays",
                () -> chair(meeting, () -> control.remove(meeting.id(), ScreenId.mainOf(meeting.id()))));

        chair(meeting, () -> control.remove(meeting.id(), foyer));
        chair(meeting, () -> control.remove(meeting.id(), foyer));
        refused(
                "display.screen.gone",
                () -> chair(meeting, () -> control.show(meeting.id(), foyer, Showing.of(ScreenContent.BLANK))));
    }

    @Test
    @DisplayName("of one meeting are not reached through another")
    void ofOneMeeting() {
        var meeting = TestMeeting.open(5, 4, context);
        var other = TestMeeting.open(5, 4, context);
        var screen = add(meeting, "Foyer");

        refused(
                "display.screen.gone",
                () -> chair(other, () -> control.show(other.id(), screen, Showing.message("fremd"))));
        chair(other, () -> control.add(other.id(), screen, "Fremd"));
        chair(other, () -> control.show(other.id(), screen, Showing.of(ScreenContent.BLANK)));

        assertThat(on(meeting, screen).screen().name()).isEqualTo("Foyer");
        assertThat(on(meeting, screen).screen().showing().content()).isEqualTo(ScreenContent.AUTOMATIC);
    }

    @Test
    @DisplayName("show nothing new when the meeting is over")
    void over() {
        var meeting = TestMeeting.open(5, 4, context);
        Acting.as(meeting.chair(), () -> {
            meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision());
            meeting.conduct().close(meeting.id(), meeting.revision());
        });

        assertThat(main(meeting).scene()).isEqualTo(Scene.OVER);
        refused("display.screen.over", () -> add(meeting, "Foyer"));
    }

    @Test
    @DisplayName("say in the log what was done, and not what a message says")
    void audited() {
        var meeting = TestMeeting.open(5, 4, context);
        chair(meeting, () -> control.showOnAll(meeting.id(), Showing.message("Bitte Ruhe")));
        chair(meeting, () -> control.showOnAll(meeting.id(), Showing.message("Bitte Ruhe")));

        assertThat(database.sql("select line from audit_entry where subject = ? and type like '%ScreenSwitched'")
                        .param("meeting/" + meeting.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("MESSAGE")
                .doesNotContain("Ruhe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x', 'MESSAGE', null, null, null",
                "'x', 'ITEM', 'text', null, null",
                "'x', 'ITEM', null, now(), null",
                "'x', 'BREAK', null, now(), gen_random_uuid()",
                "'x', 'FILM', null, null, null",
                "'', 'ITEM', null, null, null"
            })
    @DisplayName("cannot be stored in a state that makes no sense")
    void constraints(String values) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                        insert into display_screen
                            (name, content, message, until, written_during, meeting_id, id, is_inside, added_at)
                        values (%s, gen_random_uuid(), gen_random_uuid(), false, now())
                        """.formatted(values)).update());
    }

    private ScreenId add(TestMeeting meeting, String name) {
        var screen = ScreenId.next();
        chair(meeting, () -> control.add(meeting.id(), screen, name));
        return screen;
    }

    private OnScreen main(TestMeeting meeting) {
        return on(meeting, ScreenId.mainOf(meeting.id()));
    }

    private OnScreen on(TestMeeting meeting, ScreenId screen) {
        return Acting.as(
                        meeting.chair(),
                        () -> OnScreen.of(boards.now(meeting.id()).board(), screen))
                .orElseThrow();
    }

    private static void chair(TestMeeting meeting, Runnable step) {
        Acting.as(meeting.chair(), step);
    }

    private static void refused(String key, Runnable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step::run).withMessage(key);
    }

    private static void denied(Runnable step) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(step::run);
    }
}
