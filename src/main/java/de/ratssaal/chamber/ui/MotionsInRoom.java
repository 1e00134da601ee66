package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Motions;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.ProceduralMotions;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is moved on the procedure, on a member's device or for the gallery; a member moves it here. */
final class MotionsInRoom implements LiveCard.Shown {

    private final ProceduralMotions motions;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-motions-card");

    MotionsInRoom(ProceduralMotions motions, @Nullable PersonId me, Consumer<Runnable> act) {
        this.motions = motions;
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
        var item = board.meeting().currentItem();
        var moved = board.part(Motions.class).map(it -> it.on(item)).orElse(List.of());
        var mayMove = item != null
                && board.meeting().state() == MeetingState.OPEN
                && board.resolutions().stream().noneMatch(it -> it.item().equals(item))
                && board.seatOf(me)
                        .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused() && !it.mustConfirmAlone())
                        .isPresent();
        section.setVisible(mayMove || !moved.isEmpty());
        section.show(List.of(moved, mayMove), () -> card(board, moved, mayMove));
    }

    private Component card(Board board, List<Motions.Moved> moved, boolean mayMove) {
        var card = new Card(section.getTranslation("chamber.motion.title"));
        if (!moved.isEmpty()) {
            card.add(MotionList.of(moved, this::tools));
        }
        if (mayMove) {
            card.add(new Button(
                    section.getTranslation("chamber.motion.move"), Symbol.ALERT.create(), click -> ask(board)));
        }
        return card;
    }

    private Component tools(Motions.Moved moved) {
        var tools = new Div();
        tools.addClassName("rs-actions");
        if (moved.motion().movedBy().equals(me)) {
            tools.add(new Button(
                    section.getTranslation("chamber.motion.withdraw"),
                    Symbol.UNDO.create(),
                    click -> act.accept(() -> motions.withdraw(moved.motion().id()))));
        }
        return tools;
    }

    private void ask(Board board) {
        var item = board.meeting().currentItem();
        if (item == null) {
            return;
        }
        var id = MotionId.next();
        var form = new MotionList.Form();
        var dialog = new Dialog(new Paragraph(section.getTranslation("chamber.motion.move-text")), form);
        dialog.setHeaderTitle(section.getTranslation("chamber.motion.move"));
        dialog.setWidth("34rem");
        var move = new Button(section.getTranslation("chamber.motion.move-verb"), click -> {
            act.accept(() -> motions.move(id, board.meeting().id(), item, form.kind(), form.words()));
            dialog.close();
        });
        move.addThemeNames("primary");
        dialog.getFooter().add(new Button(section.getTranslation("chamber.cancel"), click -> dialog.close()), move);
        dialog.open();
    }
}
