package de.ratssaal.note.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.reader.ItemNotes;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A member's own note on the item before the meeting. */
@Component
class NoteCard implements LiveCard {

    private static final int BEHIND_ALL = 90;

    private final ItemNotes notes;
    private final Access access;

    NoteCard(ItemNotes notes, Access access) {
        this.notes = notes;
        this.access = access;
    }

    @Override
    public int order() {
        return BEHIND_ALL;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return screen == Screen.DESK
                ? Optional.empty()
                : access.signedIn().map(it -> it.person()).map(me -> new NotesInRoom(meeting, me, notes));
    }
}
