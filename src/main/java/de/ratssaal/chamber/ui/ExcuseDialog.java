package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks why somebody cannot come. They need not say. */
final class ExcuseDialog {

    private ExcuseDialog() {}

    /**
     * @param question what is about to happen, as a question
     * @param verb what the confirming button says
     * @param excuse is given the reason, which may be empty
     */
    static void ask(String question, String verb, Consumer<String> excuse) {
        var ui = UI.getCurrent();
        var reason = new TextField(ui.getTranslation("chamber.excuse.reason"));
        reason.setHelperText(ui.getTranslation("chamber.excuse.reason-help"));
        reason.setMaxLength(200);
        reason.setWidthFull();
        var dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.add(new Div(reason));
        dialog.setConfirmText(verb);
        dialog.setCancelText(ui.getTranslation("chamber.cancel"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirm -> excuse.accept(reason.getValue()));
        dialog.open();
        reason.focus();
    }
}
