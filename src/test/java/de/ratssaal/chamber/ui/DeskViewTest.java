package de.ratssaal.chamber.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.attendance.Excuse;
import de.ratssaal.base.LegalSource;
import de.ratssaal.chamber.Boards;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesDrafting;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.minutes.TextBlock;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@Import(MovableClock.class)
@ViewPackages(packages = {"de.ratssaal.chamber.ui", "de.ratssaal.base.ui"})
@WithMockUser(authorities = {"ROLE_SECRETARIAT", "SYSTEM"})
@DisplayName("The desk")
class DeskViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Boards boards;

    @Autowired
    Polls polls;

    @Autowired
    Meetings meetings;

    @Autowired
    MinutesBook minutes;

    @BeforeEach
    void german() {
        UI.getCurrent().setLocale(Locale.GERMAN);
    }

    private void desk(TestMeeting meeting) {
        navigate(MeetingLinks.desk(meeting.id()), DeskView.class);
    }

    private Seat seat(TestMeeting meeting, PersonId person) {
        return boards.now(meeting.id()).board().seatOf(person).orElseThrow();
    }

    private List<String> paragraphs() {
        return $(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Test
    @DisplayName("R8: asks for the usual majority, or for a larger one, and says which")
    @SuppressWarnings("unchecked")
    void theMajorityIsChosen() {
        var meeting = TestMeeting.open(5, 4, context);
        desk(meeting);
        Select<Majority> majority =
                $(Select.class).withCaption("Welche Mehrheit ist nötig?").single();
        assertThat(majority.getValue()).isEqualTo(Majority.OF_VOTES_CAST);

        majority.setValue(Majority.TWO_THIRDS_OF_MEMBERS);
        test($(Button.class).withText("Abstimmung eröffnen").single()).click();

        assertThat(polls.of(meeting.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(PollState.OPEN))
                .satisfies(it -> assertThat(it.majority()).isEqualTo(Majority.TWO_THIRDS_OF_MEMBERS));
        // the picture from before may still be shown; the next one follows it
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(paragraphs()).contains("Nötig: zwei Drittel aller Mitglieder");
        });
    }

    @Test
    @DisplayName("R3: offers no vote on an item of which nobody was told, until it is recorded that nobody objects")
    void notToldInTime() {
        var meeting = TestMeeting.open(
                3,
                3,
                RulesOfProcedure.THUERINGEN,
                context,
                it -> context.getBean(MeetingPlanning.class).addItem(it.id(), null, true, "Nachtrag"));
        meeting.call(boards.now(meeting.id()).board().agenda().stream()
                .filter(it -> it.title().equals("Nachtrag"))
                .findFirst()
                .orElseThrow()
                .id());
        desk(meeting);
        assertThat($(Button.class).withText("Abstimmung eröffnen").all()).isEmpty();

        test($(Button.class).withText("Alle anwesend, niemand widerspricht").single())
                .click();

        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat($(Button.class).withText("Abstimmung eröffnen").all()).hasSize(1);
        });
    }

    @Test
    @DisplayName("enters a member as absent while their vote is waited for")
    void whoLeavesDuringAVote() {
        var meeting = TestMeeting.open(5, 4, context);
        meeting.openPoll(meeting.item());
        desk(meeting);

        // the frame's own menu is a kind of its own
        var menus = $(MenuBar.class).all().stream()
                .filter(it -> it.getClass() == MenuBar.class)
                .toList();
        assertThat(menus).hasSize(4);
        new MenuBarTester<>(menus.getFirst()).clickItem(0, 0);

        assertThat(boards.now(meeting.id()).board().countPresent()).isEqualTo(3);
    }

    @Test
    @DisplayName("has the votes by name for who wants to see them")
    void votesByName() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = meeting.openPoll(meeting.item());
        for (var member = 0; member < 3; member++) {
            Acting.as(
                    meeting.member(member),
                    () -> context.getBean(PollVoting.class).cast(poll, Choice.YES, UUID.randomUUID()));
        }
        Acting.as(meeting.chair(), () -> context.getBean(PollConduct.class).close(poll));
        desk(meeting);
        var names = $(Details.class).all().stream()
                .filter(it -> it.getSummaryText().equals("Alle Stimmen nach Namen"))
                .findFirst()
                .orElseThrow();
        assertThat(names.getContent()).isEmpty();

        names.setOpened(true);

        assertThat(names.getContent())
                .singleElement()
                .satisfies(it -> assertThat(it.getChildren()).hasSize(3));
    }

    @Test
    @DisplayName("enters hands of members in the room only")
    void handsInTheRoom() {
        var meeting = TestMeeting.open(5, 3, context);
        meeting.arrive(meeting.member(3), de.ratssaal.attendance.Place.REMOTE);
        meeting.openPoll(meeting.item());
        desk(meeting);

        assertThat($(Button.class).all().stream()
                        .flatMap(it -> it.getAriaLabel().stream())
                        .filter(it -> it.endsWith(": Ja eintragen")))
                .hasSize(3);
    }

    @Test
    @DisplayName(
            "keeps the fields for hands that were counted before somebody left their vote to another, until they are taken away")
    void handsBeforeADelegation() {
        var rules = TestRules.with(
                RulesOfProcedure.THUERINGEN, new DelegationRule(1, false, new LegalSource("Satzung", "§ 9")));
        var meeting = TestMeeting.open(5, 4, rules, context);
        var poll = meeting.openPoll(meeting.item());
        var polling = context.getBean(PollConduct.class);
        Acting.as(meeting.chair(), () -> polling.enterCount(poll, new Tally(3, 0, 0)));
        desk(meeting);
        Acting.as(
                meeting.member(4),
                () -> context.getBean(Delegating.class)
                        .give(DelegationId.next(), meeting.id(), null, meeting.member(4), meeting.member(1)));

        UI.getCurrent().navigate("");
        desk(meeting);
        assertThat(paragraphs()).noneMatch(it -> it.endsWith("Handzeichen werden nicht gezählt."));
        assertThat($(IntegerField.class).withCaption("Ja").all()).isNotEmpty();

        Acting.as(meeting.chair(), () -> polling.enterCount(poll, Tally.EMPTY));
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(paragraphs()).anyMatch(it -> it.endsWith("Handzeichen werden nicht gezählt."));
            assertThat($(IntegerField.class).withCaption("Ja").all()).isEmpty();
        });
    }

    private List<Component> agendaLines() {
        return $(OrderedList.class).all().stream()
                .filter(it -> it.hasClassName("rs-agenda"))
                .flatMap(OrderedList::getChildren)
                .flatMap(Component::getChildren)
                .toList();
    }

    private static boolean mayBeCalled(Component line) {
        return line.getChildren().anyMatch(it -> it instanceof Button && it.isVisible());
    }

    @Test
    @DisplayName("makes no row of its agenda anew when a vote is opened and closed, and one when an item is called")
    void agendaRowsStay() {
        var meeting = TestMeeting.open(5, 5, RulesOfProcedure.THUERINGEN, context, it -> {
            for (var number = 0; number < 20; number++) {
                context.getBean(MeetingPlanning.class).addItem(it.id(), null, true, "Punkt " + number);
            }
        });
        desk(meeting);
        var before = agendaLines();
        assertThat(before).hasSize(22).filteredOn(it -> mayBeCalled(it)).hasSize(21);

        var poll = meeting.openPoll(meeting.item());
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(agendaLines()).containsExactlyElementsOf(before).noneMatch(it -> mayBeCalled(it));
        });
        Acting.as(meeting.chair(), () -> context.getBean(PollConduct.class).cancel(poll, "Versehen"));
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(agendaLines())
                    .containsExactlyElementsOf(before)
                    .filteredOn(it -> mayBeCalled(it))
                    .hasSize(21);
        });

        meeting.call(meeting.nonPublic());
        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            roundTrip();
            assertThat(agendaLines())
                    .as("the item that was left and the one that was called")
                    .filteredOn(it -> !before.contains(it))
                    .hasSize(2);
        });
    }

    @Test
    @DisplayName("enters all others together, but neither who is excused nor who has no vote of their own")
    void theOthersArePresent() {
        var meeting = TestMeeting.open(6, 3, context);
        var substitute = substitute(meeting, meeting.member(5));
        meeting.attendance().excuse(meeting.id(), meeting.member(5), "");
        desk(meeting);

        test($(Button.class).withText("Alle Übrigen sind da").single()).click();
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(seat(meeting, meeting.member(4)).isPresent()).isTrue();
        assertThat(seat(meeting, meeting.member(5)).isPresent()).isFalse();
        assertThat(seat(meeting, substitute).isPresent()).isFalse();
    }

    @Test
    @DisplayName("R7: knows that a substitute holds the vote while their member is absent, and no longer")
    void theVoteOfASubstitute() {
        var meeting = TestMeeting.open(5, 4, context);
        var substitute = substitute(meeting, meeting.member(4));

        assertThat(seat(meeting, substitute).holdsVote()).isTrue();
        meeting.arrive(meeting.member(4), de.ratssaal.attendance.Place.ROOM);
        assertThat(seat(meeting, substitute).holdsVote()).isFalse();
    }

    @Test
    @DisplayName("R18: a member excuses themselves with or without a reason, and takes it back")
    void aMemberIsExcused() {
        var meeting = TestMeeting.open(5, 4, context);
        var member = meeting.member(4);

        Acting.as(member, () -> meeting.attendance().excuse(meeting.id(), member, "Dienstreise"));
        assertThat(seat(meeting, member).isExcused()).isTrue();
        assertThat(meeting.attendance().excuses(meeting.id())).containsExactly(new Excuse(member, "Dienstreise"));

        Acting.as(member, () -> meeting.attendance().withdrawExcuse(meeting.id(), member));
        assertThat(seat(meeting, member).isExcused()).isFalse();
    }

    @Test
    @DisplayName("R18: names the deputy who takes the chair")
    void theDeputyTakesOver() {
        var meeting = TestMeeting.open(5, 4, context);

        Acting.as(meeting.member(1), () -> meeting.conduct().takeOver(meeting.id(), meeting.revision()));

        assertThat(Objects.requireNonNull(meetings.meeting(meeting.id()).conductedBy()))
                .isEqualTo(meeting.member(1));
    }

    @Test
    @DisplayName("finishes an item without calling another")
    void finishesAnItem() {
        var meeting = TestMeeting.open(5, 4, context);
        desk(meeting);

        test($(Button.class).withText("Punkt beenden").single()).click();

        assertThat(boards.now(meeting.id()).board().currentItem()).isEmpty();
        assertThat(boards.now(meeting.id()).board().agenda())
                .filteredOn(it -> it.id().equals(meeting.item()))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(ItemState.DONE));
    }

    @Test
    @DisplayName("of a closed meeting leads to its minutes")
    void afterTheMeeting() {
        var meeting = TestMeeting.open(5, 4, context);
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));

        desk(meeting);

        assertThat($(Anchor.class).all())
                .filteredOn(it -> it.hasClassName("rs-next-step"))
                .singleElement()
                .satisfies(it -> assertThat(it.getHref()).isEqualTo(MinutesLinks.minutes(meeting.id())));
    }

    @Test
    @DisplayName("R18: of a closed meeting still takes an excuse of who was not there, until the minutes are released")
    void anExcuseThatComesAfterTheMeeting() {
        var meeting = TestMeeting.open(5, 4, context);
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        desk(meeting);
        assertThat(excuseTools()).hasSize(1);

        test(excuseTools().getFirst()).click();
        $(TextField.class).withCaption("Grund (freiwillig)").single().setValue("Krankheit");
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(meeting.attendance().excuses(meeting.id()))
                .containsExactly(new Excuse(meeting.member(4), "Krankheit"));
        var drafting = context.getBean(MinutesDrafting.class);
        var draft = drafting.begin(meeting.id());
        drafting.save(meeting.id(), TextBlock.RECORDER, "Birgit Hollenbach", 0);
        drafting.release(meeting.id(), minutes.find(meeting.id()).orElse(draft).version());
        UI.getCurrent().navigate("");
        desk(meeting);
        assertThat(excuseTools()).isEmpty();
    }

    private List<Button> excuseTools() {
        return $(Button.class).all().stream()
                .filter(it -> it.getAriaLabel()
                        .filter(label -> label.contains("ntschuldig"))
                        .isPresent())
                .toList();
    }

    private PersonId substitute(TestMeeting meeting, PersonId member) {
        var person = TestCouncil.person(context);
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(MembershipAdministration.class)
                                .appointSubstitute(
                                        meeting.council().council(), person, member, TestCouncil.SINCE, null));
        return person;
    }
}
