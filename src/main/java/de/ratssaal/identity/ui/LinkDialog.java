package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Notice;
import java.net.URI;

/** Shows a link for choosing a password, once, so that the administrator can hand it over. */
class LinkDialog extends Dialog {

    LinkDialog(String owner, URI link) {
        setHeaderTitle(getTranslation("identity.accounts.link-title"));
        setCloseOnOutsideClick(false);
        var field = new TextField(getTranslation("identity.accounts.link"));
        field.setValue(link.toString());
        field.setReadOnly(true);
        field.setAutoselect(true);
        var form = new Div(new Paragraph(getTranslation("identity.accounts.link-text", owner)), field);
        form.addClassName("rs-form");
        add(form);
        var copy = new Button(getTranslation("identity.accounts.copy"));
        copy.addClickListener(click -> copy.getElement()
                .executeJs("return navigator.clipboard.writeText($0)", link.toString())
                .then(copied -> Notice.success(getTranslation("identity.accounts.copied"))));
        var close = new Button(getTranslation("identity.accounts.link-kept"), click -> close());
        close.addThemeNames("primary");
        getFooter().add(copy, close);
    }
}
