package de.ratssaal.conference.jitsi;

import de.ratssaal.conference.ConferenceProvider;
import de.ratssaal.conference.Room;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Meetings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A Jitsi of the operator's own. A token opens one room to one person. Who leaves our line leaves Jitsi by their own page; who
 * conducts the meeting mutes, approves and removes there by theirs; and a room that is closed is ended at the server.
 */
@Component
class JitsiProvider implements ConferenceProvider {

    static final String NAME = "JITSI";

    private final JitsiSettings settings;
    private final JitsiTokens tokens;
    private final JitsiRooms rooms;
    private final Meetings meetings;
    private final Access access;
    /** Jitsi goes by the real time, also where a demo city goes by another one. */
    private final InstantSource clock = InstantSource.system();

    JitsiProvider(JitsiSettings settings, JitsiRooms rooms, Meetings meetings, Access access) {
        this.settings = settings;
        this.tokens = new JitsiTokens(settings);
        this.rooms = rooms;
        this.meetings = meetings;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSetUp() {
        return settings.isSetUp();
    }

    /** Jitsi's bridge hands on what each browser has room for. */
    @Override
    public int mostPictures(Room room) {
        return Integer.MAX_VALUE;
    }

    @Override
    public Map<String, Object> entry(Room room, PersonId person, String personName, String ticket) {
        rooms.prepare();
        var moderates = moderates(room, person);
        return Map.of(
                "provider",
                NAME,
                "ticket",
                ticket,
                "address",
                settings.address(),
                "room",
                JitsiTokens.roomName(room),
                "token",
                tokens.token(room, person, personName, moderates, clock.instant()),
                "moderates",
                moderates,
                "ends",
                moderates && settings.prosody().isEmpty());
    }

    /** Before somebody conducts the meeting, that is whoever may. */
    private boolean moderates(Room room, PersonId person) {
        var meeting = meetings.meeting(room.meeting());
        var conducts = meeting.conductedBy();
        return conducts == null
                ? meetings.mayConduct(room.meeting())
                : conducts.equals(person) || access.has(meeting.organization(), Role.SECRETARIAT);
    }

    /** A token says who moderates. */
    @Override
    public boolean rightsComeWithEntry() {
        return true;
    }

    @Override
    public boolean tellsWhoIsThere() {
        return true;
    }

    @Override
    public void closing(Room room) {
        rooms.end(JitsiTokens.roomName(room));
    }

    /** Their line ends, with it their page leaves, and the page of who conducts removes whoever has no line. */
    @Override
    public void puttingOut(Room room, PersonId person) {}

    /** The pages follow the scene that they are told on their lines. */
    @Override
    public void hearing(Room room, Set<PersonId> heard) {}
}
