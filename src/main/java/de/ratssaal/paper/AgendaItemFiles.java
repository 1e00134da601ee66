package de.ratssaal.paper;

import de.ratssaal.document.FileAccess;
import de.ratssaal.document.FileOwner;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PlacedItem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers for the files that lie on an item of an agenda without a paper: they are read by those who see the item. */
@Component
public class AgendaItemFiles implements FileAccess {

    private static final String KIND = "agenda-item";

    private final Placements placements;
    private final Meetings meetings;
    private final Access access;

    AgendaItemFiles(Placements placements, Meetings meetings, Access access) {
        this.placements = placements;
        this.meetings = meetings;
        this.access = access;
    }

    /** What files of the item belong to. */
    public static FileOwner owner(AgendaItemId item) {
        return new FileOwner(KIND, item.value());
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID owner, boolean isPublic) {
        return placements
                .visible(new AgendaItemId(owner))
                .filter(it -> isPublic || meetings.maySeeNonPublic(it.meeting().id()))
                .isPresent();
    }

    /** Until the meeting is over: what was before the members when they decided stays as it was. */
    @Override
    public boolean mayChange(UUID owner) {
        return prepared(owner)
                .filter(it -> it.meeting().state() != MeetingState.CANCELLED
                        && it.meeting().state() != MeetingState.CLOSED)
                .isPresent();
    }

    /** At any time: a confidential file that was marked as public by mistake must not stay before the public. */
    @Override
    public boolean mayWithhold(UUID owner) {
        return prepared(owner).isPresent();
    }

    private Optional<PlacedItem> prepared(UUID owner) {
        return placements
                .visible(new AgendaItemId(owner))
                .filter(it -> access.has(it.meeting().organization(), Role.SECRETARIAT));
    }

    @Override
    public boolean isPublished(UUID owner) {
        return placements
                .any(new AgendaItemId(owner))
                .filter(PlacedItem::isPublished)
                .isPresent();
    }
}
