package de.ratssaal.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.support.Supported;
import de.ratssaal.support.Supporting;
import de.ratssaal.support.Supports;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a member can stand behind with one press; for the gallery, how many do. */
final class SupportInRoom implements LiveCard.Shown {

    private final MeetingId meeting;
    private final @Nullable PersonId me;
    private final Supporting supporting;
    private final Consumer<Runnable> act;
    private final Section section = new Section("rs-supports").calm();

    SupportInRoom(MeetingId meeting, @Nullable PersonId me, Supporting supporting, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.me = me;
        this.supporting = supporting;
        this.act = act;
        section.setVisible(false);
    }

    @Override
    public Component component() {
        return section;
    }

    @Override
    public void show(Board board) {
        var supports = board.part(Supports.class);
        var item = supports.map(Supports::item).orElse(null);
        var all = supports.map(Supports::all).orElse(List.of());
        var maySupport = board.meeting().state() == MeetingState.OPEN
                && board.seatOf(me)
                        .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused() && !it.mustConfirmAlone())
                        .isPresent();
        if (item == null || all.isEmpty() || !board.meeting().state().isRunning()) {
            section.setVisible(false);
            return;
        }
        section.setVisible(true);
        section.show(List.of(item, all, maySupport), () -> card(item, all, maySupport));
    }

    private Component card(AgendaItemId item, List<Supported> all, boolean maySupport) {
        var card = new Card(section.getTranslation("support.title"));
        for (var moved : all) {
            var line = SupportLine.of(section, moved);
            if (moved.isPutToVote()) {
                line.add(new Paragraph(
                        section.getTranslation(moved.isMissed() ? "support.is-missed" : "support.is-put-to-vote")));
            } else if (maySupport) {
                line.add(actions(item, moved));
            }
            card.add(line);
        }
        return card;
    }

    private Component actions(AgendaItemId item, Supported moved) {
        var actions = new Div();
        actions.addClassName("rs-actions");
        var title = SupportLine.title(section, moved);
        if (moved.isMovedBy(me)) {
            actions.add(new Paragraph(section.getTranslation("support.you-moved")));
        } else if (moved.isSupportedBy(me)) {
            var withdraw = new Button(
                    section.getTranslation("support.withdraw"),
                    Symbol.UNDO.create(),
                    click -> act.accept(() -> supporting.withdraw(meeting, item, moved.subject())));
            withdraw.setAriaLabel(section.getTranslation("support.withdraw-of", title));
            actions.add(new Paragraph(section.getTranslation("support.you-support")), withdraw);
        } else {
            var support = new Button(
                    section.getTranslation("support.support"),
                    Symbol.ADD.create(),
                    click -> act.accept(() -> supporting.support(meeting, item, moved.subject())));
            support.setAriaLabel(section.getTranslation("support.support-of", title));
            support.addThemeNames("primary", "large");
            actions.add(support);
        }
        return actions;
    }
}
