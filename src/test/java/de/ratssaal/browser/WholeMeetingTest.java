package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.Acting;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.DemoClock;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.floor.AskingForTheFloor;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.RequestId;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Four hours of a council in minutes: chair, secretariat and two members before browsers, 46 others through the same use
 * cases. What is done is written down beside it and compared, act by act, with what the application recorded.
 */
@DisplayName("A whole meeting of four hours with 50 members")
class WholeMeetingTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final int MEMBERS = 50;
    private static final int PRESENT = 42;
    private static final int PUBLIC_ITEMS = 9;
    private static final int NON_PUBLIC_ITEMS = 2;

    /** What somebody did; consequences follow from it and are left out. */
    private static final Set<String> ACTS = Set.of(
            "meeting.MeetingOpened",
            "meeting.ItemCalled",
            "meeting.MeetingInterrupted",
            "meeting.MeetingResumed",
            "meeting.ChairHandedOver",
            "meeting.PublicExcluded",
            "meeting.MeetingClosed",
            "attendance.MemberArrived",
            "attendance.MemberLeft",
            "attendance.MemberRecused",
            "attendance.AloneConfirmed",
            "floor.FloorRequested",
            "floor.SpeechBegan",
            "voting.PollOpened",
            "voting.VoteCast",
            "voting.PollClosed",
            "voting.PollCancelled");

    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    DecidingPublicity publicity;

    @Autowired
    Meetings meetings;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    PollConduct polls;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls results;

    @Autowired
    AskingForTheFloor asking;

    @Autowired
    FloorConduct floor;

    @Autowired
    DemoClock clock;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    private final Random random = new Random(2026);
    private final List<String> done = new ArrayList<>();
    private final Map<PersonId, Place> present = new LinkedHashMap<>();
    private final Map<PollId, Tally> tallies = new LinkedHashMap<>();
    private final List<AgendaItemId> publicItems = new ArrayList<>();
    private final List<AgendaItemId> nonPublicItems = new ArrayList<>();

    private TestCouncil council;
    private MeetingId meeting;

    @Test
    @DisplayName("is recorded act by act as it was done, with disturbances, lost connections and two desks at once")
    void wholeMeeting() {
        convene();
        open();
        council.members().subList(1, PRESENT).forEach(it -> arrive(it, isRemote(it) ? Place.REMOTE : Place.ROOM));
        var logins = accounts.of(List.of(chair(), deputy(), inTheRoom(), atHome()), PASSWORD);
        var chair = window("chair").signIn(logins.get(0), PASSWORD).open("/app/meetings/desk/" + meeting);
        var secondDesk = window("second desk").signIn(logins.get(1), PASSWORD).open("/app/meetings/desk/" + meeting);
        var phone = window("member in the room", Size.PHONE)
                .signIn(logins.get(2), PASSWORD)
                .open("/app/meetings/live/" + meeting);
        var home = window("member at home").signIn(logins.get(3), PASSWORD).open("/app/meetings/live/" + meeting);

        // before everybody's eyes
        call(publicItems.get(0));
        speak(publicItems.get(0), 3);
        voteInBrowsers(publicItems.get(0), chair, phone, home);

        // a member loses the network in the middle of the vote, and comes back with the vote they gave
        call(publicItems.get(1));
        speak(publicItems.get(1), 2);
        withoutNetwork(publicItems.get(1), chair, home);

        // two desks close the same vote in the same moment
        call(publicItems.get(2));
        var poll = openPoll(publicItems.get(2));
        castAll(poll, publicItems.get(2), Set.of());
        var first = closing(chair);
        var second = closing(secondDesk);
        assertThat(first).isVisible();
        assertThat(second).isVisible();
        for (var button : List.of(first.elementHandle(), second.elementHandle())) {
            button.evaluate("it => it.click()"); // without a look whether it is still there
        }
        closed(poll, publicItems.get(2));
        sees(poll, chair, secondDesk, phone);

        // people come and go while others speak and vote
        call(publicItems.get(3));
        council.members().subList(PRESENT, PRESENT + 5).forEach(it -> arrive(it, Place.ROOM));
        speak(publicItems.get(3), 4);
        leave(council.members().get(20));
        leave(council.members().get(21));
        vote(publicItems.get(3), Set.of());

        // recused members neither speak nor vote
        call(publicItems.get(4));
        var recused = Set.of(council.members().get(10), council.members().get(11));
        for (var member : List.of(council.members().get(10), council.members().get(11))) {
            recuse(publicItems.get(4), member);
        }
        vote(publicItems.get(4), recused);

        // the meeting is interrupted with a vote under way, which is taken again
        call(publicItems.get(5));
        var broken = openPoll(publicItems.get(5));
        cast(broken, council.members().get(5), Choice.YES);
        assertThat(closing(chair)).containsText("(1 von");
        interrupt(chair);
        assertThat(phone.page().getByText("unterbrochen").first()).isVisible(PATIENT);
        pass(Duration.ofMinutes(20));
        resume(chair);
        as(chair(), () -> polls.cancel(broken, "Störung der Übertragung"));
        done("voting.PollCancelled poll %s cancelled: Störung der Übertragung".formatted(broken));
        vote(publicItems.get(5), Set.of());

        // the deputy takes the chair, and gives it back
        takeOver(deputy(), chair());
        call(publicItems.get(6));
        speak(publicItems.get(6), 3);
        vote(publicItems.get(6), Set.of());
        takeOver(chair(), deputy());

        // everybody who takes part remotely loses the connection and is there again
        call(publicItems.get(7));
        var remote = present.keySet().stream().filter(this::isRemote).toList();
        remote.forEach(this::leave);
        vote(publicItems.get(7), Set.of());
        remote.forEach(it -> arrive(it, Place.REMOTE));
        home.open("/app/meetings/live/" + meeting);

        // the public is excluded from an item that was announced as public
        call(publicItems.get(8));
        as(inTheChair(), () -> publicity.closeDoors(meeting));
        confirmAlone(publicItems.get(8), remote);
        exclude(publicItems.get(8), "Es geht um Personen.");
        vote(publicItems.get(8), Set.of());
        for (var item : nonPublicItems) {
            confirmAlone(item, remote);
            call(item);
            speak(item, 2);
            vote(item, Set.of());
        }
        close();

        assertThatTheRecordIsComplete();
        assertThatPresenceIsTrue();
        assertThatResultsAreTrue();
        assertThat(chair.page().getByText("geschlossen").first()).isVisible(PATIENT);
        chair.assertAccessible().assertFits().wholePage("whole-meeting-desk");
    }

    // --- what is done ------------------------------------------------------------------------------------------------

    private void convene() {
        council = TestCouncil.of(MEMBERS, context);
        var start = clock.instant().plus(Duration.ofDays(7));
        meeting = access.asSystem("test", () -> {
            var id = planning.plan(
                    council.council(),
                    new MeetingPlan("Vierstündige Sitzung", MeetingMode.HYBRID, start, null, "Saal", "Stream"));
            IntStream.rangeClosed(1, PUBLIC_ITEMS)
                    .forEach(it -> publicItems.add(planning.addItem(id, null, true, "Öffentlich " + it)));
            IntStream.rangeClosed(1, NON_PUBLIC_ITEMS)
                    .forEach(it -> nonPublicItems.add(planning.addItem(id, null, false, "Vertraulich " + it)));
            invitations.send(id, false);
            council.members().forEach(it -> invitations.handedOver(id, it));
            return id;
        });
        clock.putForwardTo(start);
    }

    private void open() {
        as(chair(), () -> conduct.open(meeting, revision()));
        done("meeting.MeetingOpened meeting opened by " + chair());
        // whoever opens the meeting is there
        if (attendance(chair())) {
            present.put(chair(), Place.ROOM);
        } else {
            arrive(chair(), Place.ROOM);
        }
    }

    private boolean attendance(PersonId person) {
        return access.asSystem("test", () -> attendance.present(meeting)).stream()
                .anyMatch(it -> it.person().equals(person));
    }

    private void call(AgendaItemId item) {
        as(inTheChair(), () -> conduct.callItem(meeting, item, revision()));
        done("meeting.ItemCalled item %s called".formatted(item));
        pass(Duration.ofMinutes(10));
    }

    private void arrive(PersonId person, Place place) {
        as(person, () -> attendance.arrive(meeting, person, place));
        done("attendance.MemberArrived %s present (%s)".formatted(person, place));
        present.put(person, place);
    }

    private void leave(PersonId person) {
        as(person, () -> attendance.leave(meeting, person));
        done("attendance.MemberLeft %s left".formatted(person));
        present.remove(person);
    }

    private void recuse(AgendaItemId item, PersonId person) {
        as(person, () -> attendance.recuse(meeting, item, person));
        done("attendance.MemberRecused %s recused on item %s".formatted(person, item));
    }

    private void confirmAlone(AgendaItemId item, List<PersonId> remote) {
        for (var person : remote) {
            as(person, () -> attendance.confirmAlone(meeting, item));
            done("attendance.AloneConfirmed %s confirmed for item %s that nobody listens".formatted(person, item));
        }
    }

    private void exclude(AgendaItemId item, String reason) {
        as(inTheChair(), () -> publicity.exclude(meeting, new Tally(30, 4, 2), reason));
        done("meeting.PublicExcluded public excluded from item %s: %s".formatted(item, reason));
    }

    private void takeOver(PersonId to, PersonId from) {
        as(to, () -> conduct.takeOver(meeting, revision()));
        done("meeting.ChairHandedOver chair handed over from %s to %s".formatted(from, to));
    }

    private void interrupt(Window desk) {
        desk.button("Sitzung unterbrechen").click();
        assertThat(desk.button("Sitzung fortsetzen").first()).isVisible(PATIENT);
        done("meeting.MeetingInterrupted meeting interrupted");
    }

    private void resume(Window desk) {
        desk.button("Sitzung fortsetzen").first().click();
        assertThat(desk.button("Sitzung unterbrechen")).isVisible(PATIENT);
        done("meeting.MeetingResumed meeting resumed");
    }

    private void close() {
        as(inTheChair(), () -> conduct.close(meeting, revision()));
        done("meeting.MeetingClosed meeting closed");
    }

    /** So many members ask for the floor and are called one after the other. */
    private void speak(AgendaItemId item, int speakers) {
        var candidates = new ArrayList<>(present.keySet());
        Collections.shuffle(candidates, random);
        var requests = new LinkedHashMap<RequestId, PersonId>();
        for (var person : candidates.subList(0, speakers)) {
            var request = as(person, () -> asking.ask(meeting, item, SpeechKind.SPEECH));
            requests.put(request, person);
            done("floor.FloorRequested request %s for the floor on item %s: SPEECH of %s"
                    .formatted(request, item, person));
        }
        RequestId speaking = null;
        for (var next : requests.entrySet()) {
            var before = speaking;
            as(inTheChair(), () -> floor.call(meeting, next.getKey(), before));
            done("floor.SpeechBegan %s has the floor on item %s (SPEECH, request %s)"
                    .formatted(next.getValue(), item, next.getKey()));
            pass(Duration.ofMinutes(6));
            speaking = next.getKey();
        }
        var last = speaking;
        as(inTheChair(), () -> floor.end(meeting, last));
    }

    private PollId openPoll(AgendaItemId item) {
        var poll = as(
                inTheChair(),
                () -> polls.putToVote(meeting, item, new PollQuestion("Annehmen?", "Wortlaut", null, true), null));
        done("voting.PollOpened poll %s opened on item %s".formatted(poll, item));
        return poll;
    }

    private void cast(PollId poll, PersonId person, Choice choice) {
        as(person, () -> voting.cast(poll, choice, UUID.randomUUID()));
        voted(poll, person);
    }

    private void voted(PollId poll, PersonId person) {
        done("voting.VoteCast poll %s: %s voted".formatted(poll, person));
    }

    /** All who are present and neither recused nor before a browser vote by chance. */
    private void castAll(PollId poll, AgendaItemId item, Set<PersonId> notThey) {
        for (var person : List.copyOf(present.keySet())) {
            if (!notThey.contains(person)) {
                var choice = choice();
                cast(poll, person, choice);
                count(poll, choice);
            }
        }
        assertThat(access.asSystem("test", () -> results.entitled(poll)))
                .as("entitled on " + item)
                .hasSizeGreaterThanOrEqualTo(tallies.get(poll).total());
    }

    private void vote(AgendaItemId item, Set<PersonId> recused) {
        var poll = openPoll(item);
        castAll(poll, item, recused);
        as(inTheChair(), () -> polls.close(poll));
        closed(poll, item, recused.size());
        pass(Duration.ofMinutes(3));
    }

    private void voteInBrowsers(AgendaItemId item, Window chair, Window phone, Window home) {
        var poll = openPoll(item);
        press(phone, Choice.YES);
        stored(phone);
        voted(poll, inTheRoom());
        count(poll, Choice.YES);
        press(home, Choice.NO);
        stored(home);
        voted(poll, atHome());
        count(poll, Choice.NO);
        castAll(poll, item, Set.of(inTheRoom(), atHome()));
        closing(chair).click();
        closed(poll, item);
        sees(poll, chair, phone, home);
    }

    private void withoutNetwork(AgendaItemId item, Window chair, Window home) {
        var poll = openPoll(item);
        assertThat(home.page().locator("[data-choice=NO]")).isVisible(PATIENT);
        home.offline();
        press(home, Choice.NO);
        assertThat(home.page().getByText("Ihre Stimme ist auf diesem Gerät gesichert"))
                .isVisible(PATIENT);
        castAll(poll, item, Set.of(atHome()));
        home.online();
        stored(home);
        voted(poll, atHome());
        count(poll, Choice.NO);
        closing(chair).click();
        closed(poll, item);
        sees(poll, chair, home);
    }

    private static void press(Window member, Choice choice) {
        member.page().locator("[data-choice=%s]".formatted(choice)).click();
        member.page().locator(".rs-vote-confirm").click();
    }

    private static void stored(Window member) {
        assertThat(member.page().getByText("Ihre Stimme ist gespeichert").first())
                .isVisible(PATIENT);
    }

    private static Locator closing(Window desk) {
        return desk.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Abstimmung schließen")));
    }

    private void closed(PollId poll, AgendaItemId item) {
        closed(poll, item, 0);
    }

    /** Waits for the result, which is the one that follows from what was cast. */
    private void closed(PollId poll, AgendaItemId item, int recused) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> access.asSystem("test", () -> results.poll(poll)).holds());
        var tally = tallies.get(poll);
        done("voting.PollClosed poll %s closed: %d yes, %d no, %d abstentions, %d recused: %s"
                .formatted(
                        poll,
                        tally.yes(),
                        tally.no(),
                        tally.abstentions(),
                        recused,
                        tally.yes() > tally.no() ? Outcome.ADOPTED_WITH_CHANGES : Outcome.REJECTED));
    }

    /** Everybody sees the same sums. */
    private void sees(PollId poll, Window... windows) {
        var tally = tallies.get(poll);
        var text = "Ja: %d, Nein: %d, Enthaltungen: %d".formatted(tally.yes(), tally.no(), tally.abstentions());
        for (var window : windows) {
            assertThat(window.page().getByText(text).first()).isVisible(PATIENT);
        }
    }

    // --- what is compared
    // ----------------------------------------------------------------------------------------------

    private void assertThatTheRecordIsComplete() {
        var recorded = database
                .sql("select type, line from audit_entry where subject = ? order by id")
                .param("meeting/" + meeting)
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list()
                .stream()
                .filter(it -> ACTS.contains(it.substring(0, it.indexOf(' '))))
                .map(WholeMeetingTest::withoutSeal)
                .toList();
        assertThat(recorded).containsExactlyElementsOf(done);
    }

    /** What only the application can know is no part of the comparison. */
    private static String withoutSeal(String line) {
        return line.replaceFirst("(VoteCast .* voted),.*", "$1")
                .replaceFirst("(PollOpened .* on item [0-9a-f-]+),.*", "$1");
    }

    private void assertThatPresenceIsTrue() {
        var intervals = access.asSystem("test", () -> attendance.intervals(meeting));
        assertThat(intervals)
                .as("a time for each arrival")
                .hasSize((int) done.stream()
                                .filter(it -> it.startsWith("attendance.MemberArrived"))
                                .count()
                        + (done.stream().anyMatch(it -> it.startsWith("attendance.MemberArrived " + chair())) ? 0 : 1))
                .allSatisfy(it -> assertThat(it.until() == null || it.until().isAfter(it.since()))
                        .isTrue());
        assertThat(intervals.stream().map(Presence::person).collect(Collectors.toSet()))
                .hasSize(PRESENT + 5);
    }

    private void assertThatResultsAreTrue() {
        tallies.forEach((poll, tally) -> {
            var result = access.asSystem("test", () -> results.poll(poll));
            assertThat(result.tally()).isEqualTo(tally);
            assertThat(result.entitled()).isGreaterThanOrEqualTo(tally.total());
        });
        assertThat(access.asSystem("test", () -> results.publicOf(meeting)))
                .as("nothing of what was deliberated in private")
                .hasSize(PUBLIC_ITEMS - 1)
                .allSatisfy(it -> assertThat(tallies.get(it.poll().id()))
                        .isEqualTo(it.poll().tally()));
        var state = access.asSystem("test", () -> meetings.meeting(meeting));
        assertThat(state.state()).isEqualTo(MeetingState.CLOSED);
        assertThat(Duration.between(state.openedAt(), clock.instant())).isGreaterThan(Duration.ofHours(3));
    }

    // --- who
    // -----------------------------------------------------------------------------------------------------------

    private PersonId chair() {
        return council.chair();
    }

    private PersonId deputy() {
        return council.members().get(1);
    }

    private PersonId inTheRoom() {
        return council.members().get(2);
    }

    private PersonId atHome() {
        return council.members().get(3);
    }

    private boolean isRemote(PersonId person) {
        return council.members().indexOf(person) % 10 == 3;
    }

    private PersonId inTheChair() {
        return access.asSystem("test", () -> meetings.meeting(meeting)).conductedBy();
    }

    private long revision() {
        return access.asSystem("test", () -> meetings.meeting(meeting)).revision();
    }

    private Choice choice() {
        var number = random.nextInt(10);
        return number < 6 ? Choice.YES : number < 9 ? Choice.NO : Choice.ABSTENTION;
    }

    private void count(PollId poll, Choice choice) {
        var one = new EnumMap<>(Map.of(
                Choice.YES, new Tally(1, 0, 0), Choice.NO, new Tally(0, 1, 0), Choice.ABSTENTION, new Tally(0, 0, 1)));
        tallies.merge(poll, one.get(choice), Tally::plus);
    }

    private void done(String act) {
        done.add(act);
    }

    /** Time goes by in the hall. */
    private void pass(Duration time) {
        clock.putForwardTo(clock.instant().plus(time));
    }

    private static void as(PersonId person, Runnable act) {
        Acting.as(person, act);
    }

    private static <T> T as(PersonId person, Callable<T> act) {
        return Acting.as(person, act);
    }
}
