package de.ratssaal.election.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.election.CandidateId;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.LotDrawing;
import de.ratssaal.election.LotSummary;
import java.util.List;
import java.util.function.Consumer;

/** Asks whom the chair drew by hand, and who saw it. */
class HandDrawnDialog {

    private final Dialog dialog = new Dialog();

    HandDrawnDialog(ElectionSummary election, LotSummary lot, LotDrawing lots, Consumer<Runnable> act) {
        var drawn = new CheckboxGroup<CandidateId>(ElectionParts.text("election.lot.drawn-label", lot.places()));
        drawn.setItems(lot.among());
        drawn.setItemLabelGenerator(election::nameOf);
        var witness = new TextField(ElectionParts.text("election.lot.witness"));
        witness.setWidthFull();
        dialog.setHeaderTitle(ElectionParts.text("election.desk.lot-by-hand"));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(ElectionParts.text("election.lot.by-hand-text")), drawn, witness);
        var done = new Button(ElectionParts.text("election.lot.enter"), click -> {
            act.accept(() -> lots.drawnByHand(lot.id(), List.copyOf(drawn.getValue()), witness.getValue()));
            dialog.close();
        });
        done.addThemeNames("primary");
        dialog.getFooter().add(new Button(ElectionParts.text("base.cancel"), click -> dialog.close()), done);
    }

    void open() {
        dialog.open();
    }
}
