package de.ratssaal.election.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a step that stands in the record. Stays open while the step is refused. */
final class Reasons {

    private Reasons() {}

    /** @param key of the verb; with {@code -text} of what follows from it */
    static void ask(String key, Consumer<String> step) {
        var dialog = new Dialog();
        var reason = new TextArea(ElectionParts.text("election.reason-label"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        dialog.setHeaderTitle(ElectionParts.text(key));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(ElectionParts.text(key + "-text")), reason);
        var confirm = new Button(ElectionParts.text(key), click -> {
            step.accept(reason.getValue());
            dialog.close();
        });
        confirm.addThemeNames("primary");
        dialog.getFooter().add(new Button(ElectionParts.text("base.cancel"), click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }
}
