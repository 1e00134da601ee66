package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DoubtingQuorum;
import de.ratssaal.conduct.QuorumCall;
import de.ratssaal.conduct.QuorumCalls;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One press doubts the quorum; everybody sees that members are called out, and what was counted. */
final class RoomQuorum implements LiveCard.Shown {

    private final MeetingId meeting;
    private final DoubtingQuorum doubting;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-acts-part");

    RoomQuorum(MeetingId meeting, DoubtingQuorum doubting, @Nullable PersonId me, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.doubting = doubting;
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
        var open = board.meeting().state() == MeetingState.OPEN;
        var calls = board.part(QuorumCalls.class).orElse(new QuorumCalls(List.of()));
        var called = calls.open().isPresent();
        var mayDoubt = open
                && !called
                && board.seatOf(me)
                        .filter(Seat::isPresent)
                        .filter(Seat::holdsVote)
                        .isPresent();
        section.setVisible(open && (called || mayDoubt || calls.last().isPresent()));
        section.show(
                List.of(called, mayDoubt, calls.last().filter(it -> !it.isOpen())),
                () -> part(called, mayDoubt, calls.last()));
    }

    private Component part(boolean called, boolean mayDoubt, Optional<QuorumCall> last) {
        var part = new Div();
        part.addClassName("rs-actions");
        if (called) {
            part.add(
                    new StatusBadge(Tone.WARNING, Symbol.GROUP, section.getTranslation("conduct.quorum.being-called")));
            return part;
        }
        last.ifPresent(it -> part.add(DeskQuorum.result(section, it)));
        if (mayDoubt) {
            var doubt = new Button(
                    section.getTranslation("conduct.quorum.doubt"),
                    Symbol.HELP.create(),
                    click -> act.accept(() -> doubting.doubt(meeting)));
            doubt.setDisableOnClick(true);
            part.add(doubt);
        }
        return part;
    }
}
