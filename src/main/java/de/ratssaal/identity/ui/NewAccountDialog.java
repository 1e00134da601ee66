package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.identity.AccountSummary;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.CouncilRoll.RollPerson;
import de.ratssaal.identity.NewAccount;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes an account for a person, or for somebody who belongs to no organization. */
class NewAccountDialog extends Dialog {

    private final transient Accounts accounts;
    private final transient Consumer<AccountSummary> created;
    private final ComboBox<RollPerson> person = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField login = new TextField();
    private final EmailField mail = new EmailField();

    NewAccountDialog(Accounts accounts, CouncilRoll roll, Consumer<AccountSummary> created) {
        this.accounts = accounts;
        this.created = created;
        setHeaderTitle(getTranslation("identity.accounts.create"));
        person.setLabel(getTranslation("identity.accounts.person"));
        person.setHelperText(getTranslation("identity.accounts.person-help"));
        person.setItems(roll.persons());
        person.setItemLabelGenerator(RollPerson::name);
        person.setClearButtonVisible(true);
        person.addValueChangeListener(change -> fill(change.getValue()));
        name.setLabel(getTranslation("identity.accounts.name"));
        name.setRequiredIndicatorVisible(true);
        login.setLabel(getTranslation("identity.first.login"));
        login.setRequiredIndicatorVisible(true);
        mail.setLabel(getTranslation("identity.accounts.mail"));
        mail.setHelperText(getTranslation("identity.accounts.mail-help"));
        var form = new Div(person, name, login, mail);
        form.addClassName("rs-form");
        add(form);
        var create = new Button(getTranslation("identity.first.submit"), click -> create());
        create.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), create);
    }

    private void fill(@Nullable RollPerson chosen) {
        if (chosen == null) {
            return;
        }
        name.setValue(chosen.shown());
        login.setValue(proposal(chosen.name()));
        var address = chosen.mail();
        mail.setValue(address == null ? "" : address);
    }

    /** {@code Müller, Änne-Marie} signs in as {@code aenne-marie.mueller}. */
    static String proposal(String sortedName) {
        var plain = sortedName
                .toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var letters = Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9, -]", "")
                .strip();
        int comma = letters.indexOf(',');
        var ordered = comma < 0
                ? letters
                : letters.substring(comma + 1).strip() + " "
                        + letters.substring(0, comma).strip();
        return ordered.strip().replaceAll("[ ,]+", ".");
    }

    private void create() {
        var chosen = person.getValue();
        var account = accounts.create(new NewAccount(
                login.getValue(), name.getValue(), mail.getValue(), chosen == null ? null : chosen.id(), List.of()));
        close();
        created.accept(accounts.show(account));
        invite(accounts, accounts.show(account));
    }

    /** Sends the link, or shows it once where it cannot be sent. */
    static void invite(Accounts accounts, AccountSummary account) {
        accounts.invite(account.id())
                .ifPresentOrElse(
                        link -> new LinkDialog(account.name(), link).open(),
                        () -> Notice.success(new Div()
                                .getTranslation(
                                        "identity.accounts.invited",
                                        account.mail() == null ? account.name() : account.mail())));
    }
}
