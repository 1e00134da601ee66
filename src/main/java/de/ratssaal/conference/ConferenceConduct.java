package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ActInMeeting;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the chair, or the secretariat for them, does with who is heard in the conference and which guests are in. */
@Service
@Transactional
public class ConferenceConduct {

    private final ActInMeeting act;
    private final Councils councils;
    private final Rooms rooms;
    private final Scenes scenes;
    private final RoomStore store;
    private final Providers providers;

    ConferenceConduct(
            ActInMeeting act, Councils councils, Rooms rooms, Scenes scenes, RoomStore store, Providers providers) {
        this.act = act;
        this.councils = councils;
        this.rooms = rooms;
        this.scenes = scenes;
        this.store = store;
        this.providers = providers;
    }

    /** Lets somebody speak beside the speakers' list: for a question, an answer, a guest. Asked again, it changes nothing. */
    public void lendWord(MeetingId id, PersonId person) {
        var room = held(id);
        if (store.line(room.id(), person).isEmpty()) {
            throw new Refusal("conference.not-connected");
        }
        if (store.lendWord(room.id(), person)) {
            done(id, new WordLent(id, person, true, act.now()));
        }
    }

    /** They no longer may. Asked again, it changes nothing. */
    public void takeWord(MeetingId id, PersonId person) {
        var room = held(id);
        if (store.takeWord(room.id(), person)) {
            done(id, new WordLent(id, person, false, act.now()));
        }
    }

    /** Mutes somebody. Who has the floor, or where everybody may be heard, can unmute themself again. */
    public void mute(MeetingId id, PersonId person) {
        var room = held(id);
        store.takeWord(room.id(), person);
        store.mute(room.id(), person);
        done(id, new Muted(id, person, act.now()));
    }

    /** Mutes everybody but who conducts the meeting. */
    public void muteAll(MeetingId id) {
        var conducts = conducted(id).conductedBy();
        var room = room(id);
        store.word(room.id()).forEach(it -> store.takeWord(room.id(), it));
        store.muteAllBut(room.id(), conducts == null ? List.of() : List.of(conducts));
        done(id, new Muted(id, null, act.now()));
    }

    /** Chooses for this meeting who may be heard, whatever the rules of procedure say. */
    public void choose(MeetingId id, boolean onlySpeakerHeard) {
        var meeting = conducted(id);
        if (scenes.onlySpeakerHeard(meeting) != onlySpeakerHeard) {
            store.choose(id, onlySpeakerHeard);
            done(id, new HearingChosen(id, onlySpeakerHeard, act.now()));
        }
    }

    /** Names of what can bring sound and picture to a meeting in this installation. */
    @Transactional(readOnly = true)
    public List<String> providers() {
        return providers.setUp();
    }

    /**
     * Chooses what brings sound and picture to this meeting. If it runs, everybody moves to a new room.
     *
     * @param provider name of the {@link ConferenceProvider}; none for that of the installation
     * @throws Refusal {@code conference.not-set-up}
     */
    public void chooseProvider(MeetingId id, @Nullable String provider) {
        conducted(id);
        if (provider != null && !providers.setUp().contains(provider)) {
            throw new Refusal("conference.not-set-up");
        }
        var before = providers.nameFor(id);
        store.chooseProvider(id, provider);
        var now = providers.nameFor(id);
        if (!now.equals(before)) {
            rooms.anew(id);
            done(id, new ProviderChosen(id, now, act.now()));
        }
    }

    /** Lets a guest into the room that is open now; into no other. */
    public void letIn(MeetingId id, PersonId guest) {
        var meeting = conducted(id);
        var room = room(id);
        if (councils.member(meeting.organization(), guest, meeting.day()).isEmpty()) {
            throw new EntryRefused(Entry.NOT_INVITED);
        }
        if (store.admit(room.id(), guest, act.now())) {
            done(id, new GuestLetIn(id, room.id(), guest, act.now()));
        }
    }

    /** Puts a guest out of the room, or sends them away from its door. */
    public void putOut(MeetingId id, PersonId guest) {
        var room = held(id);
        var waited = store.stopWaiting(room.id(), guest);
        if (store.putOut(room.id(), guest)) {
            rooms.putOut(room, guest);
            done(id, new GuestPutOut(id, room.id(), guest, act.now()));
        } else if (waited) {
            rooms.changed(id);
        }
    }

    private void done(MeetingId id, AuditedEvent event) {
        act.done(id, event);
        scenes.tellHearing(id);
        rooms.changed(id);
    }

    private Room held(MeetingId id) {
        conducted(id);
        return room(id);
    }

    private MeetingSummary conducted(MeetingId id) {
        var meeting = act.hold(id);
        act.requireConduct(meeting);
        return meeting;
    }

    private Room room(MeetingId id) {
        return store.open(id).orElseThrow(() -> new EntryRefused(Entry.NOT_NOW));
    }
}
