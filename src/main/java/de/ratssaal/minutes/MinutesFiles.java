package de.ratssaal.minutes;

import de.ratssaal.document.FileAccess;
import de.ratssaal.document.FileOwner;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers for the PDFs of minutes: the whole version is for those who may attend the non-public part, the public one for
 * everybody. They come with the release and never change.
 */
@Component
class MinutesFiles implements FileAccess {

    private static final String KIND = "minutes";

    private final MinutesStore store;
    private final Meetings meetings;
    private final Access access;

    MinutesFiles(MinutesStore store, Meetings meetings, Access access) {
        this.store = store;
        this.meetings = meetings;
        this.access = access;
    }

    static FileOwner owner(MinutesId minutes) {
        return new FileOwner(KIND, minutes.value());
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID owner, boolean isPublic) {
        return store.find(new MinutesId(owner))
                .filter(it -> it.isReleased() || access.isSystem())
                .filter(it -> isPublic ? isVisible(it.meeting()) : meetings.maySeeNonPublic(it.meeting()))
                .isPresent();
    }

    @Override
    public boolean mayChange(UUID owner) {
        return access.isSystem()
                && store.find(new MinutesId(owner))
                        .filter(it -> !it.isReleased())
                        .isPresent();
    }

    @Override
    public boolean isPublished(UUID owner) {
        return store.find(new MinutesId(owner))
                .filter(MinutesSummary::isReleased)
                .filter(it -> access.asSystem(KIND, () -> meetings.isInPublic(meetings.meeting(it.meeting()))))
                .isPresent();
    }

    private boolean isVisible(MeetingId meeting) {
        try {
            meetings.meeting(meeting);
            return true;
        } catch (NoSuchElementException e) {
            return false; // it is none of their business: answered like one that is not there
        }
    }
}
