package de.ratssaal.minutes;

import de.ratssaal.document.FileId;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading minutes. A draft is read by the secretariat and by who conducts; released minutes by everybody who may see the
 * meeting: whole by those who may attend its non-public part, in the public version by everybody else.
 */
@Service
@Transactional(readOnly = true)
public class MinutesBook {

    private static final Role[] PREPARING = {Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR};

    private final MinutesStore store;
    private final FactFinding facts;
    private final ProposedTexts proposed;
    private final MinutesWriting writing;
    private final Meetings meetings;
    private final Access access;

    MinutesBook(
            MinutesStore store,
            FactFinding facts,
            ProposedTexts proposed,
            MinutesWriting writing,
            Meetings meetings,
            Access access) {
        this.store = store;
        this.facts = facts;
        this.proposed = proposed;
        this.writing = writing;
        this.meetings = meetings;
        this.access = access;
    }

    /** The minutes of a meeting, if there are any that whoever asks may see. */
    public Optional<MinutesSummary> find(MeetingId meeting) {
        var seen = meetings.meeting(meeting);
        return store.find(meeting).filter(it -> mayRead(it, seen));
    }

    /** Closed meetings whose minutes whoever asks is to finish, by time; those since the moment given. */
    public List<MeetingSummary> toFinish(Instant since, Instant now) {
        var closed = meetings.prepared(since, now).stream()
                .filter(it -> it.state() == MeetingState.CLOSED)
                .toList();
        var released = store.released(closed.stream().map(MeetingSummary::id).toList());
        return closed.stream().filter(it -> !released.contains(it.id())).toList();
    }

    /** What the minutes say, in words; as {@link #sheet}. */
    public WrittenMinutes written(MeetingId meeting) {
        return writing.write(sheet(meeting));
    }

    /** Whether whoever asks writes the minutes of the meeting. */
    public boolean mayWrite(MeetingId meeting) {
        return access.has(meetings.meeting(meeting).organization(), Role.SECRETARIAT);
    }

    /**
     * What the minutes say: of a draft as things are now, of released minutes as it was fixed.
     *
     * @throws NoSuchElementException if there are none that whoever asks may see
     */
    public MinutesSheet sheet(MeetingId meeting) {
        var minutes = find(meeting).orElseThrow(() -> unknown(meeting));
        if (minutes.isReleased()) {
            return version(minutes, !meetings.maySeeNonPublic(meeting))
                    .orElseThrow(() -> unknown(meeting))
                    .sheet();
        }
        return facts.whole(minutes);
    }

    /**
     * The texts that the secretariat wrote, and what is proposed where it wrote none, for those who may read the draft.
     *
     * @throws NoSuchElementException if there are no minutes whose draft whoever asks may see
     */
    public Map<TextBlock, WrittenText> texts(MeetingId meeting) {
        var minutes = store.find(meeting).orElseThrow(() -> unknown(meeting));
        if (!access.has(meetings.meeting(meeting).organization(), PREPARING)) {
            throw unknown(meeting);
        }
        return proposed.with(meeting, store.texts(minutes.id()));
    }

    /** Released minutes, whole, with their file; nothing for who may not read them. */
    public Optional<Version> whole(MeetingId meeting) {
        return find(meeting)
                .filter(MinutesSummary::isReleased)
                .filter(it -> meetings.maySeeNonPublic(meeting))
                .flatMap(it -> version(it, false));
    }

    /** The public version of released minutes. Public knowledge: it depends on nobody's rights. */
    public Optional<Version> publicVersion(MeetingId meeting) {
        return store.find(meeting).filter(MinutesSummary::isReleased).flatMap(it -> version(it, true));
    }

    /**
     * A released version.
     *
     * @param file its PDF
     */
    public record Version(MinutesSheet sheet, FileId file) {}

    boolean mayRead(MinutesSummary minutes, MeetingSummary meeting) {
        return access.has(meeting.organization(), PREPARING)
                || (minutes.isReleased()
                        && (meetings.maySeeNonPublic(meeting.id())
                                || version(minutes, true).isPresent()));
    }

    private Optional<Version> version(MinutesSummary minutes, boolean isPublic) {
        return store.version(minutes.id(), isPublic);
    }

    private static NoSuchElementException unknown(MeetingId meeting) {
        return new NoSuchElementException("minutes of meeting " + meeting);
    }
}
