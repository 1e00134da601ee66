package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.voteorder.VoteStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/** Gives amendments another order of voting, with the reason. */
final class ReorderDialog {

    private final Dialog dialog = new Dialog();
    private final OrderedList list = new OrderedList();
    private final List<VoteStep.OfAmendment> order;

    private ReorderDialog(List<VoteStep.OfAmendment> open) {
        order = new ArrayList<>(open);
        list.addClassName("rs-reorder");
    }

    static void ask(List<VoteStep.OfAmendment> open, BiConsumer<List<AmendmentId>, String> step) {
        new ReorderDialog(open).open(step);
    }

    private void open(BiConsumer<List<AmendmentId>, String> step) {
        var reason = new TextArea(dialog.getTranslation("voteorder.reorder.reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        dialog.setHeaderTitle(dialog.getTranslation("voteorder.reorder"));
        dialog.setWidth("34rem");
        show();
        dialog.add(new Paragraph(dialog.getTranslation("voteorder.reorder.text")), list, reason);
        var save = new Button(dialog.getTranslation("voteorder.reorder.save"), click -> {
            step.accept(order.stream().map(VoteStep.OfAmendment::id).toList(), reason.getValue());
            dialog.close();
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private void show() {
        list.removeAll();
        for (var at = 0; at < order.size(); at++) {
            var name = VoteSteps.title(list, order.get(at));
            var tools = new Div(
                    move(name, at, at - 1, Symbol.UP, "voteorder.reorder.up"),
                    move(name, at, at + 1, Symbol.DOWN, "voteorder.reorder.down"));
            tools.addClassName("rs-row-tools");
            var row = new Div(new Span(name), tools);
            row.addClassName("rs-row");
            list.add(new ListItem(row));
        }
    }

    private Button move(String name, int from, int to, Symbol symbol, String key) {
        var button = new Button(symbol.create(), click -> {
            Collections.swap(order, from, to);
            show();
        });
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(list.getTranslation(key, name));
        button.setEnabled(to >= 0 && to < order.size());
        return button;
    }
}
