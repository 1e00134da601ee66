package de.ratssaal.election.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.chamber.Board;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import java.util.Objects;

/** Asks what is elected. */
class PrepareDialog {

    private final Dialog dialog = new Dialog();

    /** Takes what was entered. */
    @FunctionalInterface
    interface Prepare {

        void with(AgendaItemId item, ElectionKind kind, String office, int seats);
    }

    PrepareDialog(Board board, Prepare prepare) {
        var item = new Select<AgendaItemSummary>();
        item.setLabel(ElectionParts.text("election.prepare.item"));
        item.setItems(board.agenda());
        item.setItemLabelGenerator(it -> it.number() + " " + it.title());
        item.setValue(board.currentItem()
                .or(() -> board.agenda().stream().findFirst())
                .orElse(null));
        var kind = new Select<ElectionKind>();
        kind.setLabel(ElectionParts.text("election.prepare.kind"));
        kind.setItems(ElectionKind.values());
        kind.setItemLabelGenerator(it -> ElectionParts.text("election.kind." + it));
        kind.setValue(ElectionKind.PERSONS);
        var office = new TextField(ElectionParts.text("election.prepare.office"));
        var seats = new IntegerField(ElectionParts.text("election.prepare.seats-label"));
        seats.setMin(1);
        seats.setStepButtonsVisible(true);
        seats.setValue(1);
        item.setWidthFull();
        kind.setWidthFull();
        office.setWidthFull();
        dialog.setHeaderTitle(ElectionParts.text("election.desk.prepare"));
        dialog.setWidth("34rem");
        dialog.add(new Div(item, kind, office, seats));
        var done = new Button(ElectionParts.text("election.desk.prepare"), click -> {
            if (item.getValue() != null) {
                prepare.with(
                        item.getValue().id(),
                        kind.getValue(),
                        office.getValue(),
                        Objects.requireNonNullElse(seats.getValue(), 0));
                dialog.close();
            }
        });
        done.addThemeNames("primary");
        dialog.getFooter().add(new Button(ElectionParts.text("base.cancel"), click -> dialog.close()), done);
    }

    void open() {
        dialog.open();
    }
}
