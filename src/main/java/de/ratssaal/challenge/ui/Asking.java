package de.ratssaal.challenge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason of a challenge, or of what is decided on it. Without one it stays open. */
final class Asking {

    private static final int LONGEST = 1_000;

    private Asking() {}

    static void reason(Component on, String title, String verb, Div more, Consumer<String> step) {
        var reason = new TextArea(on.getTranslation("challenge.reason"));
        reason.setWidthFull();
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        more.addClassName("rs-form");
        more.add(reason);
        var dialog = new Dialog(more);
        dialog.setHeaderTitle(title);
        dialog.setWidth("34rem");
        var confirm = new Button(verb, click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.setErrorMessage(on.getTranslation("challenge.reason-missing"));
                return;
            }
            step.accept(reason.getValue());
            dialog.close();
        });
        confirm.addThemeNames("primary");
        dialog.getFooter().add(new Button(on.getTranslation("base.cancel"), click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }
}
