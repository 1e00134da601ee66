package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.identity.Enrolment;
import de.ratssaal.identity.Passwords;
import de.ratssaal.identity.SecondFactor;

/** Sets up a person's own second factor, or replaces it. */
class SecondFactorDialog extends Dialog {

    private final transient SecondFactor secondFactor;
    private final transient Enrolment enrolment;
    private final transient Runnable done;
    private final PasswordField password = new PasswordField();
    private final TextField code = new TextField();

    SecondFactorDialog(SecondFactor secondFactor, Passwords passwords, Runnable done) {
        this.secondFactor = secondFactor;
        this.enrolment = secondFactor.begin();
        this.done = done;
        setHeaderTitle(getTranslation("identity.set-up.title"));
        var picture = new Image(enrolment.picture(), getTranslation("identity.set-up.picture"));
        picture.addClassName("rs-qr-code");
        var key = new Code(enrolment.typed());
        key.addClassName("rs-typed-key");
        var link = new Anchor("", getTranslation("identity.set-up.link"));
        // the authenticator application's own scheme, which Vaadin does not know as a safe one
        link.getElement().setAttribute("href", enrolment.link());
        link.setRouterIgnore(true);
        code.setLabel(getTranslation("identity.code.label"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setHelperText(getTranslation("identity.set-up.confirm"));
        password.setLabel(getTranslation("identity.account.present-password"));
        password.setVisible(passwords.haveOne());
        var form = new Div(
                new Paragraph(getTranslation("identity.set-up.scan")),
                picture,
                new Paragraph(getTranslation("identity.set-up.typed")),
                key,
                link,
                code,
                password);
        form.addClassName("rs-form");
        add(form);
        var submit = new Button(getTranslation("identity.account.set-up"), click -> submit());
        submit.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), submit);
    }

    private void submit() {
        var codes = secondFactor.complete(enrolment, password.getValue(), code.getValue());
        close();
        done.run();
        new RecoveryCodesDialog(codes).open();
    }
}
