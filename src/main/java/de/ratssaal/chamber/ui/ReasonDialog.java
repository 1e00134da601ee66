package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a step that cannot be undone. Stays open while the step is refused. */
final class ReasonDialog {

    private ReasonDialog() {}

    /**
     * @param key of the verb; with {@code -question}, {@code -text} and {@code -reason} of the rest
     * @param subject what it is about, for the question
     */
    static void ask(String key, String subject, Consumer<String> step) {
        var dialog = new Dialog();
        var reason = new TextArea(dialog.getTranslation(key + "-reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        dialog.setHeaderTitle(dialog.getTranslation(key + "-question", subject));
        dialog.setWidth("34rem");
        dialog.add(new Paragraph(dialog.getTranslation(key + "-text")), reason);
        var confirm = new Button(dialog.getTranslation(key), click -> {
            step.accept(reason.getValue());
            dialog.close();
        });
        confirm.addThemeNames("primary", "error");
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }
}
