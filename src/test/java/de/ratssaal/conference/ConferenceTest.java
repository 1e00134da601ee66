package de.ratssaal.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.floor.AskingForTheFloor;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("In the conference of a hybrid meeting")
class ConferenceTest {

    private static final UUID NODE = UUID.randomUUID();
    private static final UUID OTHER_NODE = UUID.randomUUID();

    @Autowired
    ApplicationContext context;

    @Autowired
    EnteringRooms entering;

    @Autowired
    Lines lines;

    @Autowired
    LookAfterLines lookAfter;

    @Autowired
    ConferenceConduct conduct;

    @Autowired
    AskingForTheFloor asking;

    @Autowired
    FloorConduct floor;

    @Autowired
    RoomEvidence evidence;

    @Autowired
    ChangeNotices notices;

    @Autowired
    Access access;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    /** Five members, of whom the first two sit in the room. */
    private TestMeeting meeting() {
        return TestMeeting.open(5, 2, context);
    }

    private String ticket(TestMeeting meeting, PersonId person, boolean takeOver, @Nullable LineId before) {
        return Acting.as(person, () ->
                (String) entering.ticket(meeting.id(), takeOver, before).get("ticket"));
    }

    private String ticket(TestMeeting meeting, PersonId person) {
        return ticket(meeting, person, false, null);
    }

    private Lines.Entered enter(PersonId person, String ticket) {
        return Acting.as(person, () -> lines.enter(ticket, NODE, null));
    }

    private Lines.Entered enter(TestMeeting meeting, PersonId person) {
        return enter(person, ticket(meeting, person));
    }

    private Scene scene(TestMeeting meeting) {
        return access.asSystem("test", () -> lines.scene(meeting.id())).orElseThrow();
    }

    private List<PersonId> connected(TestMeeting meeting) {
        return scene(meeting).people().stream().map(Taking::person).toList();
    }

    private List<PersonId> heard(TestMeeting meeting) {
        return scene(meeting).people().stream()
                .filter(Taking::heard)
                .map(Taking::person)
                .toList();
    }

    private @Nullable Presence presence(TestMeeting meeting, PersonId person) {
        return Acting.as(meeting.chair(), () -> meeting.attendance().intervals(meeting.id())).stream()
                .filter(it -> it.person().equals(person))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private void isRefused(Entry why, Runnable act) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(act::run)
                .satisfies(it -> assertThat(it.why()).isEqualTo(why));
    }

    private void pass(Duration time) {
        clock.putForwardTo(clock.instant().plus(time));
    }

    private void look() {
        lookAfter.look();
    }

    private void confirmAlone(TestMeeting meeting, PersonId person) {
        Acting.as(person, () -> entering.confirmAlone(meeting.id()));
    }

    @Nested
    @DisplayName("a ticket")
    class Ticket {

        @Test
        @DisplayName("opens the room to one person, once, and soon; the database keeps its hash alone")
        void once() {
            var meeting = meeting();
            var ada = meeting.member(2);
            var ticket = ticket(meeting, ada);

            assertThat(database.sql("select count(*) from conference_ticket t where t::text like ?")
                            .param("%" + ticket + "%")
                            .query(Integer.class)
                            .single())
                    .isZero();
            isRefused(Entry.NOT_NOW, () -> enter(meeting.member(3), ticket));
            enter(ada, ticket);
            isRefused(Entry.NOT_NOW, () -> enter(ada, ticket));
            assertThat(connected(meeting)).containsExactly(ada);
            var late = ticket(meeting, meeting.member(3));
            pass(EnteringRooms.TICKET);
            isRefused(Entry.NOT_NOW, () -> enter(meeting.member(3), late));
        }

        @Test
        @DisplayName("is void once there is another one for the same person")
        void oneForEach() {
            var meeting = meeting();
            var first = ticket(meeting, meeting.member(2));
            ticket(meeting, meeting.member(2));

            isRefused(Entry.NOT_NOW, () -> enter(meeting.member(2), first));
        }

        @Test
        @DisplayName("is for those who belong to the meeting")
        void notForStrangers() {
            var meeting = meeting();
            var stranger = access.asSystem("test", () -> TestCouncil.person(context));

            isRefused(Entry.NOT_INVITED, () -> ticket(meeting, stranger));
        }
    }

    @Nested
    @DisplayName("what the provider tells of who is there")
    class Evidence {

        private Disagreement disagreement(TestMeeting meeting) {
            return access.asSystem(
                    "test",
                    () -> context.getBean(ConferenceOnBoard.class)
                            .read(context.getBean(Meetings.class).meeting(meeting.id()))
                            .disagreement());
        }

        private void tells(Room room, @Nullable PersonId person, String name) {
            access.asSystem(
                    "test",
                    () -> evidence.told(
                            room.provider(),
                            room.name().toLowerCase(Locale.ROOT),
                            List.of(new RoomEvidence.Occupant("at/" + name, person, name, clock.instant(), null)),
                            null));
        }

        @Test
        @DisplayName("is shown at the desk where it contradicts our lines, after some seconds, and is no presence")
        void contradicts() {
            var meeting = meeting();
            Acting.as(meeting.chair(), () -> conduct.chooseProvider(meeting.id(), "JITSI"));
            var ada = meeting.member(2);
            var ben = meeting.member(3);
            enter(meeting, ada);
            enter(meeting, ben);
            var room = scene(meeting).room();
            tells(room, ada, "Ada");
            tells(room, meeting.member(4), "Cem");
            tells(room, null, "Eve");
            assertThat(disagreement(meeting)).isEqualTo(Disagreement.NONE);

            pass(DisagreementRule.PATIENCE);

            assertThat(disagreement(meeting).strangers()).containsExactly("Cem", "Eve");
            assertThat(disagreement(meeting).absent()).containsExactly(ben);
            assertThat(presence(meeting, meeting.member(4))).isNull();
            tells(room, ben, "Ben");
            assertThat(disagreement(meeting).absent()).isEmpty();
        }

        @Test
        @DisplayName(
                "follows the chair: who takes it over comes in anew, with the rights of the chair, and so does who had it")
        void chairHandedOver() {
            var meeting = meeting();
            var deputy = meeting.member(1);
            Acting.as(meeting.chair(), () -> conduct.chooseProvider(meeting.id(), "JITSI"));
            enter(meeting, meeting.chair());
            enter(meeting, deputy);
            enter(meeting, meeting.member(2));

            Acting.as(deputy, () -> meeting.conduct().takeOver(meeting.id(), meeting.revision()));

            assertThat(connected(meeting)).containsExactly(meeting.member(2));
            assertThat(moderates(meeting, deputy)).isTrue();
            assertThat(moderates(meeting, meeting.chair())).isFalse();
            assertThat(moderates(meeting, meeting.member(2))).isFalse();
        }

        @Test
        @DisplayName("lets whoever could have opened the meeting, and did not, come in anew when it is opened")
        void opened() {
            var meeting = TestMeeting.open(5, 1, RulesOfProcedure.THUERINGEN, context, it -> {
                clock.putForwardTo(
                        context.getBean(Meetings.class).meeting(it.id()).startsAt());
                // elsewhere it is not the application itself that acts
                CompletableFuture.runAsync(() -> enterBefore(it)).join();
            });

            assertThat(connected(meeting)).containsExactlyInAnyOrder(meeting.chair(), meeting.member(2));
            assertThat(moderates(meeting, meeting.member(1))).isFalse();
        }

        private void enterBefore(TestMeeting meeting) {
            Acting.as(meeting.chair(), () -> conduct.chooseProvider(meeting.id(), "JITSI"));
            assertThat(moderates(meeting, meeting.member(1))).isTrue();
            assertThat(moderates(meeting, meeting.member(2))).isFalse();
            enter(meeting, meeting.chair());
            enter(meeting, meeting.member(1));
            enter(meeting, meeting.member(2));
        }

        private boolean moderates(TestMeeting meeting, PersonId person) {
            return Acting.as(person, () ->
                    (Boolean) entering.ticket(meeting.id(), true, null).get("moderates"));
        }

        @Test
        @DisplayName("names nobody twice: what one line says to be its name there, no other one can")
        void participants() {
            var meeting = meeting();
            var ada = enter(meeting, meeting.member(2));
            var ben = enter(meeting, meeting.member(3));

            assertThat(Acting.as(meeting.member(2), () -> lines.knownAs(ada, "a1b2c3d4")))
                    .isTrue();
            assertThat(Acting.as(meeting.member(3), () -> lines.knownAs(ben, "a1b2c3d4")))
                    .isFalse();
            assertThat(Acting.as(meeting.member(3), () -> lines.knownAs(ada, "e5f6")))
                    .isFalse();
            assertThat(Acting.as(meeting.member(3), () -> lines.knownAs(ben, "no name")))
                    .isFalse();
            assertThat(scene(meeting).people())
                    .extracting(Taking::participant)
                    .containsExactlyInAnyOrder("a1b2c3d4", null);
        }
    }

    @Nested
    @DisplayName("going into non-public session")
    class NonPublic {

        @Test
        @DisplayName(
                "closes the room: old tickets and lines lead nowhere, whoever confirmed to be alone comes into a new one")
        void newRoom() {
            var meeting = meeting();
            var ada = meeting.member(2);
            var line = enter(meeting, ada);
            var unused = ticket(meeting, meeting.member(3));
            var before = scene(meeting).room();

            meeting.call(meeting.nonPublic());

            assertThat(scene(meeting).room().name()).isNotEqualTo(before.name());
            assertThat(scene(meeting).room().isPublic()).isFalse();
            assertThat(connected(meeting)).isEmpty();
            assertThat(Acting.as(ada, () -> lines.beat(line.line(), NODE))).isFalse();
            isRefused(Entry.NOT_NOW, () -> enter(meeting.member(3), unused));
            isRefused(Entry.ALONE, () -> ticket(meeting, ada));
            confirmAlone(meeting, ada);
            enter(meeting, ada);
            assertThat(connected(meeting)).containsExactly(ada);
            enter(meeting, meeting.member(1)); // sits in the hall, where the doors are closed

            meeting.call(meeting.item());
            assertThat(connected(meeting)).isEmpty();
            enter(meeting, ada);
            assertThat(scene(meeting).room().isPublic()).isTrue();
        }

        @Test
        @DisplayName("leaves nothing of the old room that the database would let anybody into, not even by hand")
        void databaseSaysSo() {
            var meeting = meeting();
            enter(meeting, meeting.member(2));
            var old = scene(meeting).room().id().value();
            meeting.call(meeting.nonPublic());

            assertThat(database.sql("select (select count(*) from conference_line where room_id = :room)"
                                    + " + (select count(*) from conference_ticket where room_id = :room)")
                            .param("room", old)
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql("""
                                    insert into conference_line (id, room_id, person_id, name, node, joined_at, seen_at)
                                    values (gen_random_uuid(), ?, gen_random_uuid(), 'x', gen_random_uuid(), now(), now())
                                    """).param(old).update())
                    .withMessageContaining("the room of the conference is closed");
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql("update conference_room set closed_at = null where id = ?")
                            .param(old)
                            .update())
                    .withMessageContaining("closed once and for all");
        }

        @Test
        @DisplayName(
                "a guest of the public part stays outside until the chair lets them in for the item, and they are alone")
        void guest() {
            var meeting = meeting();
            var guest = meeting.invitedGuest();
            isRefused(Entry.LOBBY, () -> ticket(meeting, guest));
            Acting.as(meeting.chair(), () -> conduct.letIn(meeting.id(), guest));
            enter(meeting, guest);

            meeting.call(meeting.nonPublic());
            assertThat(connected(meeting)).isEmpty();
            isRefused(Entry.LOBBY, () -> ticket(meeting, guest));
            isRefused(Entry.LOBBY, () -> confirmAlone(meeting, guest));
            Acting.as(meeting.chair(), () -> conduct.letIn(meeting.id(), guest));
            isRefused(Entry.ALONE, () -> ticket(meeting, guest));
            confirmAlone(meeting, guest);
            enter(meeting, guest);
            assertThat(connected(meeting)).containsExactly(guest);

            Acting.as(meeting.chair(), () -> conduct.putOut(meeting.id(), guest));
            assertThat(connected(meeting)).isEmpty();
            isRefused(Entry.LOBBY, () -> ticket(meeting, guest));
        }

        @Test
        @DisplayName(
                "while it is decided on the public, the doors are closed here as well, and the same room goes on afterwards")
        void doors() {
            var meeting = TestMeeting.open(5, 3, context);
            enter(meeting, meeting.member(3));
            meeting.excludePublic("Vertragsdetails");

            assertThat(connected(meeting)).isEmpty();
            assertThat(scene(meeting).room().item()).isEqualTo(meeting.item());
        }
    }

    @Test
    @DisplayName("R7: who is recused is put out for the item, also of a public one, and comes back after it")
    void recused() {
        var meeting = meeting();
        var ada = meeting.member(2);
        var ben = meeting.member(3);
        enter(meeting, ada);
        enter(meeting, ben);
        var unused = ticket(meeting, meeting.member(4));

        Acting.as(ada, () -> meeting.attendance().recuse(meeting.id(), meeting.item(), ada));
        Acting.as(
                meeting.member(4), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(4)));

        assertThat(connected(meeting)).containsExactly(ben);
        isRefused(Entry.RECUSED, () -> ticket(meeting, ada));
        isRefused(Entry.NOT_NOW, () -> enter(meeting.member(4), unused));
        assertThat(presence(meeting, ada)).extracting("until").isNull();
        meeting.call(meeting.nonPublic());
        confirmAlone(meeting, ada);
        enter(meeting, ada);
        assertThat(connected(meeting)).containsExactly(ada);
    }

    @Nested
    @DisplayName("who is connected")
    class Connected {

        @Test
        @DisplayName(
                "moves to a new room, from browser to browser, if the gateway of theirs cannot be reached from here")
        void gatewayElsewhere() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            var before = scene(meeting).room();
            database.sql("""
                            insert into conference_gateway_room (room_id, gateway, number, secret, pin)
                            values (:room, 'own of another machine', 1, :secret, :secret)
                            """)
                    .param("room", before.id().value())
                    .param("secret", "x".repeat(40))
                    .update();

            enter(meeting, ada);
            assertThat(scene(meeting).room().id()).isNotEqualTo(before.id());
            assertThat(scene(meeting).mostPictures()).isEqualTo(4);
            assertThat(database.sql("select count(*) from conference_gateway_room where room_id = ?")
                            .param(scene(meeting).room().id().value())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(connected(meeting)).containsExactly(ada);
        }

        @Test
        @DisplayName(
                "has company before the door: who goes on asking there waits, who has not asked for a minute does not")
        void goneFromTheDoor() {
            var meeting = meeting();
            enter(meeting, meeting.member(2));
            var guest = meeting.invitedGuest();
            var other = meeting.invitedGuest();
            isRefused(Entry.LOBBY, () -> ticket(meeting, guest));
            isRefused(Entry.LOBBY, () -> ticket(meeting, other));
            pass(Duration.ofSeconds(50));
            isRefused(Entry.LOBBY, () -> ticket(meeting, other));
            pass(Duration.ofSeconds(15));
            look();
            assertThat(database.sql("select person_id from conference_waiting where room_id = ?")
                            .param(scene(meeting).room().id().value())
                            .query(UUID.class)
                            .list())
                    .containsExactly(other.value());
        }

        @Test
        @DisplayName("and is entered as having left stays outside until they say that they take part again")
        void entersAsLeft() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            Acting.as(meeting.chair(), () -> meeting.attendance().leave(meeting.id(), ada));

            assertThat(connected(meeting)).isEmpty();
            isRefused(Entry.LEFT, () -> ticket(meeting, ada));
            Acting.as(ada, () -> entering.comeBack(meeting.id()));
            enter(meeting, ada);
            assertThat(connected(meeting)).containsExactly(ada);
        }

        @Test
        @DisplayName(
                "but has no line any more after a crash of the database is lost, and left when the grace time is over")
        void afterCrash() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            database.sql("delete from conference_line where person_id = ?")
                    .param(ada.value())
                    .update();
            look();
            assertThat(presence(meeting, ada)).extracting("until").isNull();
            pass(Duration.ofMinutes(2));
            look();
            assertThat(presence(meeting, ada)).extracting("until").isNotNull();
        }

        @Test
        @DisplayName("from the hall behind closed doors, and goes on from elsewhere, has to be alone there")
        void goesHome() {
            var meeting = meeting();
            var ben = meeting.member(1);
            meeting.call(meeting.nonPublic());
            enter(meeting, ben);
            assertThat(connected(meeting)).containsExactly(ben);

            Acting.as(meeting.chair(), () -> meeting.attendance().leave(meeting.id(), ben));
            Acting.as(ben, () -> meeting.attendance().arrive(meeting.id(), ben, Place.REMOTE));
            assertThat(connected(meeting)).isEmpty();
            isRefused(Entry.ALONE, () -> ticket(meeting, ben));
        }

        @Test
        @DisplayName("counts as present remotely from that moment on; who sits in the hall stays there")
        void arrives() {
            var meeting = meeting();
            enter(meeting, meeting.member(2));
            enter(meeting, meeting.member(1));

            assertThat(presence(meeting, meeting.member(2)).place()).isEqualTo(Place.REMOTE);
            assertThat(presence(meeting, meeting.member(1)).place()).isEqualTo(Place.ROOM);
        }

        @Test
        @DisplayName("and leaves is absent; who only sat in the hall as well stays present")
        void leaves() {
            var meeting = meeting();
            var ada = enter(meeting, meeting.member(2));
            var ben = enter(meeting, meeting.member(1));
            Acting.as(meeting.member(2), () -> lines.leave(ada));
            Acting.as(meeting.member(1), () -> lines.leave(ben));

            assertThat(presence(meeting, meeting.member(2)).until()).isNotNull();
            assertThat(presence(meeting, meeting.member(1)).until()).isNull();
            assertThat(connected(meeting)).isEmpty();
        }

        @Test
        @DisplayName("and falls silent is lost after 15 seconds, and absent after the grace time, at its end")
        void grace() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            pass(Lines.LOST.minusSeconds(8));
            look();
            assertThat(connected(meeting)).containsExactly(ada);
            pass(Duration.ofSeconds(9));
            look();
            assertThat(connected(meeting)).isEmpty();
            pass(Duration.ofSeconds(45));
            look();
            assertThat(presence(meeting, ada).until()).isNull();
            pass(Duration.ofSeconds(16));
            look();
            assertThat(presence(meeting, ada).until()).isBetween(clock.instant().minusSeconds(20), clock.instant());
        }

        @Test
        @DisplayName("and is back within the grace time was present all the time")
        void back() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            var since = presence(meeting, ada).since();
            pass(Duration.ofSeconds(20));
            look();
            pass(Duration.ofSeconds(45));
            enter(meeting, ada);
            pass(Duration.ofSeconds(8));
            look();

            assertThat(presence(meeting, ada).since()).isEqualTo(since);
            assertThat(presence(meeting, ada).until()).isNull();
        }

        @Test
        @DisplayName("and stays out because recused counts as present as long as their page asks")
        void asksAgain() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            Acting.as(ada, () -> meeting.attendance().recuse(meeting.id(), meeting.item(), ada));
            for (var minute = 0; minute < 3; minute++) {
                pass(Duration.ofSeconds(45));
                isRefused(Entry.RECUSED, () -> ticket(meeting, ada));
                look();
            }
            assertThat(presence(meeting, ada).until()).isNull();
            pass(Duration.ofSeconds(61));
            look();
            assertThat(presence(meeting, ada).until()).isNotNull();
        }

        @Test
        @DisplayName("is so once: another window is asked first, then takes over, and the first can take it back")
        void takeOver() {
            var meeting = meeting();
            var ada = meeting.member(2);
            var first = enter(meeting, ada);

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> ticket(meeting, ada))
                    .withMessage("conference.elsewhere");
            var second = enter(ada, ticket(meeting, ada, true, null));
            assertThat(connected(meeting)).containsExactly(ada);
            assertThat(Acting.as(ada, () -> lines.beat(first.line(), NODE))).isFalse();
            assertThat(Acting.as(ada, () -> lines.beat(second.line(), NODE))).isTrue();
            var third = enter(ada, ticket(meeting, ada, true, null));
            assertThat(Acting.as(ada, () -> lines.beat(second.line(), NODE))).isFalse();
            assertThat(Acting.as(ada, () -> lines.beat(third.line(), NODE))).isTrue();
        }

        @Test
        @DisplayName("comes back on the same line, also by another server, and to the others was never away")
        void comesBack() {
            var meeting = meeting();
            var ada = meeting.member(2);
            var line = enter(meeting, ada).line();
            var ticket = ticket(meeting, ada, false, line);

            var again =
                    Acting.as(ada, () -> lines.enter(ticket, OTHER_NODE, line)).line();

            assertThat(again).isEqualTo(line);
            assertThat(Acting.as(ada, () -> lines.beat(line, NODE))).isFalse();
            assertThat(Acting.as(ada, () -> lines.beat(line, OTHER_NODE))).isTrue();
        }
    }

    @Nested
    @DisplayName("R14: heard")
    class Heard {

        @Test
        @DisplayName("is who has the floor and who conducts; afterwards the next one")
        void floor() {
            var meeting = meeting();
            var ada = meeting.member(2);
            var ben = meeting.member(3);
            var line = enter(meeting, ada);
            enter(meeting, ben);
            enter(meeting, meeting.chair());
            Acting.as(ada, () -> lines.show(line, true, true));
            assertThat(heard(meeting)).containsExactly(meeting.chair());
            assertThat(scene(meeting).people().getFirst().sound()).isFalse();

            var request = Acting.as(ada, () -> asking.ask(meeting.id(), meeting.item(), SpeechKind.SPEECH));
            Acting.as(meeting.chair(), () -> floor.call(meeting.id(), request, null));
            assertThat(heard(meeting)).containsExactly(ada, meeting.chair());
            assertThat(scene(meeting).large()).isEqualTo(line.line());
            Acting.as(ada, () -> lines.show(line, true, true));
            assertThat(scene(meeting).people().getFirst().sound()).isTrue();

            Acting.as(meeting.chair(), () -> floor.end(meeting.id(), request));
            assertThat(heard(meeting)).containsExactly(meeting.chair());
        }

        @Test
        @DisplayName(
                "is whom the chair lets speak, until they end it; muted is who they mute, and everybody but they themselves")
        void chair() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);
            Acting.as(meeting.chair(), () -> conduct.lendWord(meeting.id(), ada));
            assertThat(heard(meeting)).containsExactly(ada);
            Acting.as(meeting.chair(), () -> conduct.takeWord(meeting.id(), ada));
            assertThat(heard(meeting)).isEmpty();

            Acting.as(meeting.chair(), () -> conduct.choose(meeting.id(), false));
            assertThat(heard(meeting)).containsExactly(ada);
            enter(meeting, meeting.chair());
            Acting.as(meeting.chair(), () -> conduct.muteAll(meeting.id()));
            Acting.as(meeting.chair(), () -> conduct.mute(meeting.id(), ada));
            assertThat(scene(meeting).people()).extracting(Taking::mutes).containsExactly(2, 0);
        }

        @Test
        @DisplayName("while the meeting is interrupted nobody is, but who conducts it")
        void interrupted() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, meeting.chair());
            enter(meeting, ada);
            Acting.as(meeting.chair(), () -> conduct.lendWord(meeting.id(), ada));
            Acting.as(meeting.chair(), () -> conduct.choose(meeting.id(), false));
            assertThat(heard(meeting)).containsExactlyInAnyOrder(meeting.chair(), ada);

            Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));
            assertThat(heard(meeting)).containsExactly(meeting.chair());

            Acting.as(meeting.chair(), () -> meeting.conduct().resume(meeting.id(), meeting.revision()));
            assertThat(heard(meeting)).containsExactlyInAnyOrder(meeting.chair(), ada);
        }

        @Test
        @DisplayName("nobody but the chair decides that")
        void nobodyElse() {
            var meeting = meeting();
            var ada = meeting.member(2);
            enter(meeting, ada);

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(ada, () -> conduct.lendWord(meeting.id(), ada)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(ada, () -> conduct.chooseProvider(meeting.id(), null)));
        }
    }

    @Test
    @DisplayName("sound and picture come from nothing that is not set up here")
    void notSetUp() {
        var meeting = meeting();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> Acting.as(meeting.chair(), () -> conduct.chooseProvider(meeting.id(), "CARRIER PIGEON")))
                .withMessageContaining("not-set-up");
    }

    @Test
    @DisplayName("four send a picture; who comes later takes part with sound")
    void fourPictures() {
        var meeting = TestMeeting.open(6, 1, context);
        var all = meeting.council().members().stream()
                .map(it -> enter(meeting, it))
                .toList();
        for (var at = 0; at < 5; at++) {
            var line = all.get(at);
            Acting.as(meeting.member(at), () -> lines.show(line, false, true));
        }
        assertThat(scene(meeting).people())
                .extracting(Taking::picture)
                .containsExactly(true, true, true, true, false, false);

        Acting.as(meeting.member(0), () -> lines.show(all.getFirst(), false, false));
        Acting.as(meeting.member(4), () -> lines.show(all.get(4), false, true));
        assertThat(scene(meeting).people())
                .extracting(Taking::picture)
                .containsExactly(false, true, true, true, true, false);
    }

    @Nested
    @DisplayName("what browsers say to find each other")
    class Signals {

        @Test
        @DisplayName("goes from one server to the other through the database, in order and once")
        void handedOn() {
            var meeting = meeting();
            var ada = enter(meeting, meeting.member(2));
            var ticket = ticket(meeting, meeting.member(3));
            var ben = Acting.as(meeting.member(3), () -> lines.enter(ticket, OTHER_NODE, null));
            var told = new AtomicInteger();
            try (var watch = notices.watch(Lines.topic(meeting.id()), told::incrementAndGet)) {
                Acting.as(meeting.member(2), () -> {
                    lines.signal(ada, ben.line(), "offer");
                    lines.signal(ada, ben.line(), "candidate");
                });
                await().untilAtomic(told, Matchers.greaterThan(0));
            }

            var taken = access.asSystem("test", () -> lines.takeSignals(OTHER_NODE, List.of(ben.line())));
            assertThat(taken).extracting(Signal::body).containsExactly("offer", "candidate");
            assertThat(access.asSystem("test", () -> lines.takeSignals(OTHER_NODE, List.of(ben.line(), ada.line()))))
                    .isEmpty();
        }

        @Test
        @DisplayName("leads out of no room and into none, is nobody else's line, and has its length")
        void refused() {
            var meeting = meeting();
            var other = meeting();
            var ada = enter(meeting, meeting.member(2));
            var ben = enter(meeting, meeting.member(3));
            var cem = enter(other, other.member(2));

            assertThat(Acting.as(meeting.member(2), () -> lines.signal(ada, cem.line(), "x")))
                    .isFalse();
            assertThat(Acting.as(meeting.member(2), () -> lines.signal(ben, ada.line(), "x")))
                    .isFalse();
            assertThat(Acting.as(
                            meeting.member(2), () -> lines.signal(ada, ben.line(), "x".repeat(Signal.LONGEST + 1))))
                    .isFalse();
            meeting.call(meeting.nonPublic());
            assertThat(Acting.as(meeting.member(2), () -> lines.signal(ada, ben.line(), "x")))
                    .isFalse();
        }
    }
}
