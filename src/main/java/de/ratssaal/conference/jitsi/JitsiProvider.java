package de.ratssaal.conference.jitsi;

import de.ratssaal.conference.ConferenceProvider;
import de.ratssaal.conference.Room;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
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
    private final Clock clock;

    JitsiProvider(JitsiSettings settings, JitsiRooms rooms, Meetings meetings, Clock clock) {
        this.settings = settings;
        this.tokens = new JitsiTokens(settings);
        this.rooms = rooms;
        this.meetings = meetings;
        this.clock = clock;
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
        var moderates = meetings.mayConduct(room.meeting());
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
                moderates);
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
