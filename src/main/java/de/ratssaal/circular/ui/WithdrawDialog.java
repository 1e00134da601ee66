package de.ratssaal.circular.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why a circular resolution ends without a result. Stays open while it is refused. */
class WithdrawDialog extends Dialog {

    WithdrawDialog(Consumer<String> withdraw) {
        setHeaderTitle(getTranslation("circular.withdraw"));
        setWidth("min(34rem, 100%)");
        var reason = new TextArea(getTranslation("circular.withdraw.reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        add(new Paragraph(getTranslation("circular.withdraw.text")), reason);
        var confirm = new Button(getTranslation("circular.withdraw"), click -> {
            withdraw.accept(reason.getValue());
            close();
        });
        confirm.addThemeNames("primary", "error");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), confirm);
    }
}
