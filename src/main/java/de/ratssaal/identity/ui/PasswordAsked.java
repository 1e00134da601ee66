package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import de.ratssaal.identity.Passwords;
import java.util.function.Consumer;

/** Asks for the password once more before a step that a computer left open must not allow. */
class PasswordAsked extends Dialog {

    /**
     * @param verb what the confirming button says
     * @param act gets the password; empty if the person has none. If it throws, the dialog stays
     */
    PasswordAsked(String title, String text, String verb, Passwords passwords, Consumer<String> act) {
        setHeaderTitle(title);
        var password = new PasswordField(getTranslation("identity.account.present-password"));
        password.setVisible(passwords.haveOne());
        var form = new Div(new Paragraph(text), password);
        form.addClassName("rs-form");
        add(form);
        var confirm = new Button(verb, click -> {
            act.accept(password.getValue());
            close();
        });
        confirm.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), confirm);
    }
}
