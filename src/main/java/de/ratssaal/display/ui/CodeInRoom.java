package de.ratssaal.display.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.RoomCheckIn;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.display.Displays;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.util.List;
import java.util.function.Consumer;

/** On a member's device: the code that is shown in the room, typed by who does not scan it. */
class CodeInRoom implements LiveCard.Shown {

    private final MeetingId meeting;
    private final RoomCheckIn checkIn;
    private final PersonId me;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-check-in-card");

    CodeInRoom(MeetingId meeting, RoomCheckIn checkIn, PersonId me, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.checkIn = checkIn;
        this.me = me;
        this.act = act;
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        var state = board.meeting().state();
        var isAsked = (state == MeetingState.CONVENED || state.isRunning())
                && board.part(Displays.class).filter(it -> it.code() != null).isPresent()
                && board.seatOf(me).filter(it -> it.place() != Place.ROOM).isPresent();
        section.setVisible(isAsked);
        section.show(
                List.of(isAsked),
                () -> new Card(
                        section.getTranslation("display.check-in.title"),
                        new Paragraph(section.getTranslation("display.check-in.text")),
                        new CodeForm(typed -> act.accept(() -> checkIn.arrive(meeting, typed)))));
    }
}
