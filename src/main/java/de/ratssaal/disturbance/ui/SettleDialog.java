package de.ratssaal.disturbance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.disturbance.Ground;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks why, before something is settled. Stays open while that is refused. */
final class SettleDialog {

    private SettleDialog() {}

    /** @param verb what the button says */
    static void askReason(Component on, String title, String verb, Consumer<String> step) {
        var reason = reason(on);
        open(on, title, verb, new Div(reason), () -> step.accept(reason.getValue()));
        reason.focus();
    }

    static void askGround(Component on, String name, BiConsumer<Ground, String> step) {
        var grounds = new RadioButtonGroup<Ground>();
        grounds.setLabel(on.getTranslation("disturbance.desk.ground"));
        grounds.setItems(Ground.values());
        grounds.setItemLabelGenerator(it -> on.getTranslation("disturbance.ground." + it));
        grounds.setValue(Ground.OWN_SPHERE);
        var reason = reason(on);
        open(
                on,
                on.getTranslation("disturbance.desk.irrelevant-question", name),
                on.getTranslation("disturbance.desk.irrelevant-verb"),
                new Div(new Paragraph(on.getTranslation("disturbance.desk.irrelevant-text")), grounds, reason),
                () -> step.accept(grounds.getValue(), reason.getValue()));
    }

    private static TextArea reason(Component on) {
        var reason = new TextArea(on.getTranslation("disturbance.desk.reason"));
        reason.setWidthFull();
        reason.setMaxLength(1000);
        reason.setRequiredIndicatorVisible(true);
        return reason;
    }

    private static void open(Component on, String title, String verb, Component content, Runnable step) {
        var dialog = new Dialog(content);
        dialog.setHeaderTitle(title);
        dialog.setWidth("34rem");
        var confirm = new Button(verb, click -> {
            step.run();
            dialog.close();
        });
        confirm.addThemeNames("primary");
        dialog.getFooter().add(new Button(on.getTranslation("base.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }
}
