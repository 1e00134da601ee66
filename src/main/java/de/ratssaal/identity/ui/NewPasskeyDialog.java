package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.identity.PasskeyCreation;
import de.ratssaal.identity.Passkeys;
import de.ratssaal.identity.Passwords;

/** Adds a passkey: the browser makes it, its owner names it. */
class NewPasskeyDialog extends Dialog {

    private static final int LABEL_LENGTH = 100;

    private final transient Passkeys passkeys;
    private final transient Runnable done;
    private final TextField label = new TextField();
    private final PasswordField password = new PasswordField();

    NewPasskeyDialog(Passkeys passkeys, Passwords passwords, Runnable done) {
        this.passkeys = passkeys;
        this.done = done;
        setHeaderTitle(getTranslation("identity.passkey.add"));
        label.setLabel(getTranslation("identity.passkey.label"));
        label.setHelperText(getTranslation("identity.passkey.label-help"));
        label.setMaxLength(LABEL_LENGTH);
        password.setLabel(getTranslation("identity.account.present-password"));
        password.setVisible(passwords.haveOne());
        var form = new Div(new Paragraph(getTranslation("identity.passkey.add-text")), label, password);
        form.addClassName("rs-form");
        add(form);
        var make = new Button(getTranslation("identity.account.set-up"), click -> make());
        make.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), make);
    }

    private void make() {
        if (label.getValue().isBlank()) {
            label.setErrorMessage(getTranslation("identity.passkey.label-missing"));
            label.setInvalid(true);
            label.focus();
            return;
        }
        var creation = passkeys.begin(password.getValue());
        getElement()
                .executeJs("return window.ratssaalPasskeys.create($0)", creation.json())
                .then(
                        String.class,
                        made -> complete(creation, made),
                        failed -> Notice.refusal(getTranslation("identity.passkey.not-made")));
    }

    private void complete(PasskeyCreation creation, String made) {
        passkeys.complete(creation, label.getValue(), made);
        close();
        Notice.success(getTranslation("identity.passkey.added"));
        done.run();
    }
}
