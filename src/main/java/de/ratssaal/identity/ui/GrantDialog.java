package de.ratssaal.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.CouncilRoll.RollOrganization;
import de.ratssaal.identity.Grant;
import de.ratssaal.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Grants a role to an account: where, from which day, and to which day. */
class GrantDialog extends Dialog {

    private final transient Accounts accounts;
    private final transient CouncilRoll roll;
    private final transient Clock clock;
    private final transient Runnable done;
    private final AccountId account;
    private final Select<Role> role = new Select<>();
    private final ComboBox<RollOrganization> organization = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();

    GrantDialog(AccountId account, Accounts accounts, CouncilRoll roll, Clock clock, Runnable done) {
        this.account = account;
        this.accounts = accounts;
        this.roll = roll;
        this.clock = clock;
        this.done = done;
        setHeaderTitle(getTranslation("identity.accounts.grant"));
        role.setLabel(getTranslation("identity.accounts.role"));
        role.setItems(Arrays.stream(Role.values()).filter(Role::isGranted).toList());
        role.setItemLabelGenerator(it -> getTranslation("identity.role." + it));
        role.setValue(Role.SECRETARIAT);
        role.addValueChangeListener(change -> organization.setVisible(change.getValue() != Role.ADMINISTRATOR));
        organization.setLabel(getTranslation("identity.accounts.organization"));
        organization.setHelperText(getTranslation("identity.accounts.organization-help"));
        organization.setItems(roll.organizations());
        organization.setItemLabelGenerator(RollOrganization::name);
        organization.setClearButtonVisible(true);
        from.setLabel(getTranslation("identity.accounts.from"));
        from.setValue(today());
        to.setLabel(getTranslation("identity.accounts.to"));
        to.setHelperText(getTranslation("identity.accounts.to-help"));
        for (var day : new DatePicker[] {from, to}) {
            day.setI18n(DateTexts.of(this));
            day.setLocale(getLocale());
            day.setMin(today());
        }
        var days = new Div(from, to);
        days.addClassName("rs-form-columns");
        var form = new Div(role, organization, days);
        form.addClassName("rs-form");
        add(form);
        var grant = new Button(getTranslation("identity.accounts.grant"), click -> grant());
        grant.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), grant);
    }

    private void grant() {
        var first = from.getValue();
        var last = to.getValue();
        if (first == null || first.isBefore(today()) || last != null && last.isBefore(first)) {
            throw new Refusal("identity.accounts.days-wrong");
        }
        var where = role.getValue() == Role.ADMINISTRATOR ? null : organization.getValue();
        accounts.grant(
                account, new Grant(role.getValue(), where == null ? null : where.id(), beginning(first), end(last)));
        close();
        done.run();
    }

    private Instant beginning(LocalDate day) {
        return day.equals(today())
                ? clock.instant()
                : day.atStartOfDay(roll.zone()).toInstant();
    }

    /** The last day counts whole. */
    private @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(roll.zone()).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), roll.zone());
    }
}
