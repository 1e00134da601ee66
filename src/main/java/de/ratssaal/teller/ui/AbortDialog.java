package de.ratssaal.teller.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.teller.AbortReason;
import java.util.function.Consumer;

/** Asks why the making of a key is broken off. Stays open while it is refused. */
class AbortDialog extends Dialog {

    AbortDialog(Consumer<String> abort) {
        setHeaderTitle(getTranslation("teller.abort"));
        setWidth("min(34rem, 100%)");
        var reason = new TextField(getTranslation("teller.abort.why"));
        reason.setMaxLength(AbortReason.LONGEST);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        add(new Paragraph(getTranslation("teller.abort.text")), reason);
        var confirm = new Button(getTranslation("teller.abort"), click -> {
            abort.accept(reason.getValue());
            close();
        });
        confirm.addThemeNames("primary", "error");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), confirm);
    }
}
