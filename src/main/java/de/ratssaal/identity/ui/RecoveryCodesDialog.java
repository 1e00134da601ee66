package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Shows recovery codes once. */
class RecoveryCodesDialog extends Dialog {

    RecoveryCodesDialog(List<String> codes) {
        setHeaderTitle(getTranslation("identity.recovery.title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var list = new UnorderedList();
        list.addClassName("rs-recovery-codes");
        codes.forEach(it -> list.add(new ListItem(it)));
        add(new Paragraph(getTranslation("identity.recovery.text")), list);
        var kept = new Button(getTranslation("identity.recovery.kept"), click -> close());
        kept.addThemeNames("primary");
        getFooter().add(kept);
    }
}
