package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.voteorder.Bloc;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items that are put to the vote together. */
final class BlocPart {

    private BlocPart() {}

    /** @param tools what may be done with one of them */
    static Component of(Component on, Board board, Bloc bloc, Function<Bloc.Part, Component> tools) {
        var list = new UnorderedList();
        list.addClassName("rs-bloc");
        for (var part : bloc.items()) {
            var name = new Span(board.agenda().stream()
                    .filter(it -> it.id().equals(part.item()))
                    .map(it -> it.number() + " " + it.title())
                    .findFirst()
                    .orElse(part.question().question()));
            var row = new Div(name);
            row.addClassName("rs-vote-step-head");
            if (part.isTakenOut()) {
                var by = board.seatOf(part.objectedBy()).map(it -> it.member().name());
                row.add(new StatusBadge(
                        Tone.WARNING,
                        by.map(it -> on.getTranslation("voteorder.bloc.objected", it))
                                .orElseGet(() -> on.getTranslation("voteorder.bloc.taken-out"))));
            } else {
                row.add(tools.apply(part));
            }
            list.add(new ListItem(row));
        }
        return new Div(
                new H3(on.getTranslation("voteorder.bloc.title")),
                new Paragraph(on.getTranslation("voteorder.bloc.text")),
                list);
    }

    /** Items that could be voted on together with the one before the meeting. */
    static List<AgendaItemSummary> candidates(Board board) {
        var settled = board.resolutions().stream().map(it -> it.item()).collect(Collectors.toSet());
        return board.agenda().stream()
                .filter(it -> it.isPublic() && it.state() == ItemState.PENDING && !settled.contains(it.id()))
                .toList();
    }

    static void ask(List<AgendaItemSummary> candidates, Consumer<Set<AgendaItemId>> step) {
        var dialog = new Dialog();
        var chosen = new CheckboxGroup<AgendaItemSummary>(dialog.getTranslation("voteorder.bloc.which"));
        chosen.setItems(candidates);
        chosen.setItemLabelGenerator(it -> it.number() + " " + it.title());
        chosen.addThemeNames("vertical");
        dialog.setHeaderTitle(dialog.getTranslation("voteorder.bloc.propose"));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(dialog.getTranslation("voteorder.bloc.propose-text")), chosen);
        var save = new Button(dialog.getTranslation("voteorder.bloc.put-together"), click -> {
            step.accept(chosen.getValue().stream().map(AgendaItemSummary::id).collect(Collectors.toSet()));
            dialog.close();
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    static Button small(Component on, String key, Symbol symbol, Runnable step) {
        var button = new Button(on.getTranslation(key), symbol.create(), click -> step.run());
        button.addThemeNames("tertiary");
        return button;
    }
}
