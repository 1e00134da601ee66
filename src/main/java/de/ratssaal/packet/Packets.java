package de.ratssaal.packet;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.document.DerivedContents;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packets of meetings. Everybody gets the one that holds what they may read, and only while it still holds what the meeting
 * holds: one that is out of date could show what was taken back meanwhile.
 */
@Service
@Transactional
public class Packets {

    private final PacketStore store;
    private final PresentContents present;
    private final PacketCollection collection;
    private final PacketUpkeep upkeep;
    private final PacketWork work;
    private final MarkDrawing marks;
    private final DerivedContents contents;
    private final Meetings meetings;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Clock clock;

    Packets(
            PacketStore store,
            PresentContents present,
            PacketCollection collection,
            PacketUpkeep upkeep,
            PacketWork work,
            MarkDrawing marks,
            DerivedContents contents,
            Meetings meetings,
            Access access,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Clock clock) {
        this.store = store;
        this.present = present;
        this.collection = collection;
        this.upkeep = upkeep;
        this.work = work;
        this.marks = marks;
        this.contents = contents;
        this.meetings = meetings;
        this.access = access;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /** The topic under which {@link ChangeNotices} announces that the packets of a meeting changed. */
    public static String topic(MeetingId meeting) {
        return "packet/" + meeting;
    }

    /**
     * The packet that whoever asks may read; nothing as long as none was ordered.
     *
     * @throws NoSuchElementException if there is no such meeting for whoever asks
     */
    @Transactional(readOnly = true)
    public Optional<PacketSummary> mine(MeetingId id) {
        var meeting = meetings.meeting(id);
        return store.find(id, audience(meeting))
                .map(this::summary)
                .map(it -> mayOrder(meeting) ? it : it.withoutProblems());
    }

    /**
     * All packets of the meeting, for who prepares it.
     *
     * @throws AccessDeniedException if whoever asks is not the secretariat
     */
    @Transactional(readOnly = true)
    public List<PacketSummary> all(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        return upkeep.audiences(meeting).stream()
                .flatMap(it -> store.find(id, it).stream())
                .map(this::summary)
                .toList();
    }

    /** Whether whoever asks may have the packets bound. */
    @Transactional(readOnly = true)
    public boolean mayOrder(MeetingId id) {
        return mayOrder(meetings.meeting(id));
    }

    private boolean mayOrder(MeetingSummary meeting) {
        return access.has(meeting.organization(), Role.SECRETARIAT);
    }

    /**
     * Has the packets bound anew, and files converted that could not be converted before.
     *
     * @throws NoSuchElementException if there is no such meeting for whoever acts
     * @throws AccessDeniedException if whoever acts is not the secretariat
     */
    public void order(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        events.publishEvent(new PacketOrdered(id, clock.instant()));
        access.asSystem(
                PacketCollection.JOB,
                () -> upkeep.audiences(meeting).forEach(it -> {
                    collection.collect(id, it).ifPresent(work::convertAgain);
                    upkeep.order(id, it, true);
                }));
        notices.changed(topic(id));
    }

    /**
     * The packet that whoever asks may read, on which non-public pages carry their name.
     *
     * @return nothing if there is none that is up to date
     * @throws NoSuchElementException if there is no such meeting for whoever asks
     */
    @Transactional(readOnly = true)
    public Optional<PacketContent> read(MeetingId id) {
        var who = access.require();
        return current(id, audience(meetings.meeting(id))).map(it -> content(it, who));
    }

    /** The packet that everybody may read, if the meeting is before the public and it is up to date. Public knowledge. */
    @Transactional(readOnly = true)
    public Optional<PacketContent> readPublic(MeetingId id) {
        return current(id, PacketAudience.PUBLIC).map(it -> content(it, null));
    }

    private PacketContent content(PacketStore.Row row, @Nullable SignedIn who) {
        var mark = who == null || row.audience() != PacketAudience.NON_PUBLIC ? null : marks.draw(who.name());
        return new PacketContent(row, mark, contents);
    }

    /** One that holds what it would hold if it were bound now. */
    private Optional<PacketStore.Row> current(MeetingId id, PacketAudience audience) {
        return store.find(id, audience).filter(it -> it.state() == PacketState.BOUND && isCurrent(it));
    }

    private boolean isCurrent(PacketStore.Row row) {
        return present.fingerprint(row.meeting(), row.audience())
                .filter(it -> it.equals(row.fingerprint()))
                .isPresent();
    }

    /** The most that whoever asks may read; they may see the meeting. */
    private PacketAudience audience(MeetingSummary meeting) {
        if (meetings.maySeeNonPublic(meeting.id())) {
            return PacketAudience.NON_PUBLIC;
        }
        return meetings.isInPublic(meeting) ? PacketAudience.PUBLIC : PacketAudience.MEMBER;
    }

    private PacketSummary summary(PacketStore.Row row) {
        return new PacketSummary(
                row.id(),
                row.meeting(),
                row.audience(),
                row.state(),
                isCurrent(row),
                row.done(),
                row.total(),
                row.pages(),
                row.size(),
                row.boundAt(),
                row.problems());
    }
}
