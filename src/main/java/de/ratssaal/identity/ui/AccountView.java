package de.ratssaal.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountSummary;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.Grant;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;

/** One account: whose it is, what its owner may do, where it is signed in; and everything an administrator does with it. */
@Route(value = AccountsView.PATH + "/:account", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class AccountView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Accounts accounts;
    private final CouncilRoll roll;
    private final Clock clock;
    private String title = "";

    AccountView(Accounts accounts, CouncilRoll roll, Clock clock) {
        this.accounts = accounts;
        this.roll = roll;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    static String path(AccountId account) {
        return AccountsView.PATH + "/" + account;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(new AccountId(
                    UUID.fromString(event.getRouteParameters().get("account").orElseThrow())));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void show(AccountId id) {
        var account = accounts.show(id);
        title = account.name();
        getContent().removeAll();
        getContent().add(header(account), owner(account), rights(account), signIn(account));
    }

    private Component header(AccountSummary account) {
        var header = new PageHeader(account.name())
                .above(getTranslation("identity.accounts.title"), AccountsView.PATH)
                .meta(
                        account.active()
                                ? new StatusBadge(
                                        Tone.SUCCESS, Symbol.CHECK, getTranslation("identity.accounts.is-active"))
                                : new StatusBadge(
                                        Tone.DANGER, Symbol.LOCK, getTranslation("identity.accounts.is-locked")));
        header.actions(account.active() ? lock(account) : unlock(account));
        return header;
    }

    private Button lock(AccountSummary account) {
        return new Button(
                getTranslation("identity.accounts.lock"),
                Symbol.LOCK.create(),
                click -> ConfirmAction.askDestructive(
                        getTranslation("identity.accounts.lock-question", account.name()),
                        getTranslation("identity.accounts.lock-text"),
                        getTranslation("identity.accounts.lock"),
                        () -> {
                            accounts.lock(account.id());
                            show(account.id());
                        }));
    }

    private Button unlock(AccountSummary account) {
        return new Button(getTranslation("identity.accounts.unlock"), click -> {
            accounts.unlock(account.id());
            show(account.id());
        });
    }

    private Component owner(AccountSummary account) {
        var mail = account.mail();
        var change = new Button(getTranslation("identity.accounts.change"), click -> change(account));
        return new Card(
                        getTranslation("identity.account.owner"),
                        new DefinitionList()
                                .add(getTranslation("identity.first.login"), account.login())
                                .add(
                                        getTranslation("identity.accounts.mail"),
                                        mail == null ? getTranslation("identity.accounts.no-mail") : mail)
                                .add(
                                        getTranslation("identity.accounts.belongs"),
                                        getTranslation(
                                                account.person() == null
                                                        ? "identity.accounts.belongs-nobody"
                                                        : "identity.accounts.belongs-person")))
                .aside(change);
    }

    private void change(AccountSummary account) {
        var dialog = new Dialog(getTranslation("identity.accounts.change-title"));
        var name = new TextField(getTranslation("identity.accounts.name"));
        name.setValue(account.name());
        var mail = new EmailField(getTranslation("identity.accounts.mail"));
        mail.setValue(account.mail() == null ? "" : account.mail());
        var form = new Div(name, mail);
        form.addClassName("rs-form");
        dialog.add(form);
        var save = new Button(getTranslation("identity.accounts.save"), click -> {
            accounts.change(account.id(), name.getValue(), mail.getValue());
            dialog.close();
            show(account.id());
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private Component rights(AccountSummary account) {
        var grant = new Button(
                getTranslation("identity.accounts.grant"),
                Symbol.ADD.create(),
                click -> new GrantDialog(account.id(), accounts, roll, clock, () -> show(account.id())).open());
        var hint = new Paragraph(getTranslation("identity.accounts.rights-text"));
        hint.addClassName("rs-hint");
        var list = new UnorderedList();
        list.addClassName("rs-entries");
        account.grants().forEach(it -> list.add(new ListItem(entry(account, it))));
        var card = new Card(getTranslation("identity.accounts.rights"), hint);
        if (!account.grants().isEmpty()) {
            card.add(list);
        }
        return card.aside(grant);
    }

    private Component entry(AccountSummary account, Grant grant) {
        var role = getTranslation("identity.role." + grant.role());
        var name = new Span(role);
        name.addClassName("rs-entry-name");
        var detail = new Span(where(grant) + " · " + when(grant));
        detail.addClassName("rs-entry-detail");
        var words = new Div(name, detail);
        words.addClassName("rs-entry-words");
        var withdraw = new Button(
                getTranslation("identity.accounts.withdraw"),
                click -> ConfirmAction.askDestructive(
                        getTranslation("identity.accounts.withdraw-question", role, account.name()),
                        getTranslation("identity.accounts.withdraw-text"),
                        getTranslation("identity.accounts.withdraw"),
                        () -> {
                            accounts.withdraw(account.id(), grant);
                            show(account.id());
                        }));
        withdraw.setAriaLabel(getTranslation("identity.accounts.withdraw-role", role));
        var line = new Div(words, withdraw);
        line.addClassName("rs-entry");
        return line;
    }

    private String where(Grant grant) {
        var organization = grant.organization();
        return organization == null
                ? getTranslation("identity.accounts.everywhere")
                : roll.organizations().stream()
                        .filter(it -> it.id().equals(organization))
                        .map(CouncilRoll.RollOrganization::name)
                        .findFirst()
                        .orElseGet(() -> getTranslation("identity.accounts.dissolved"));
    }

    private String when(Grant grant) {
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(getLocale())
                .withZone(roll.zone());
        var from = days.format(grant.from());
        var to = grant.to();
        return to == null
                ? getTranslation("identity.accounts.since", from)
                : getTranslation("identity.accounts.from-to", from, days.format(to.minus(Duration.ofSeconds(1))));
    }

    private Component signIn(AccountSummary account) {
        var id = account.id();
        var actions = new Div();
        actions.addClassName("rs-actions");
        if (account.active()) {
            actions.add(new Button(
                    getTranslation("identity.accounts.invite"), click -> NewAccountDialog.invite(accounts, account)));
        }
        if (account.secondFactor() || account.passkeys() > 0) {
            actions.add(new Button(
                    getTranslation("identity.accounts.reset"),
                    click -> ConfirmAction.askDestructive(
                            getTranslation("identity.accounts.reset-question", account.name()),
                            getTranslation("identity.accounts.reset-text"),
                            getTranslation("identity.accounts.reset"),
                            () -> {
                                accounts.resetSecondFactor(id);
                                show(id);
                            })));
        }
        if (account.directory()) {
            actions.add(new Button(
                    getTranslation("identity.accounts.unlink"),
                    click -> ConfirmAction.askDestructive(
                            getTranslation("identity.accounts.unlink-question", account.name()),
                            getTranslation("identity.accounts.unlink-text"),
                            getTranslation("identity.accounts.unlink"),
                            () -> {
                                accounts.unlinkDirectory(id);
                                show(id);
                            })));
        }
        var sessions = accounts.sessions(id);
        if (!sessions.isEmpty()) {
            actions.add(new Button(getTranslation("identity.accounts.end-sessions"), click -> {
                accounts.endSessions(id);
                Notice.success(getTranslation("identity.accounts.sessions-ended"));
                show(id);
            }));
        }
        return new Card(
                getTranslation("identity.accounts.sign-in"),
                new DefinitionList()
                        .add(
                                getTranslation("identity.sign-in.password"),
                                getTranslation(
                                        account.password() ? "identity.accounts.chosen" : "identity.accounts.none"))
                        .add(
                                getTranslation("identity.code.title"),
                                getTranslation(account.secondFactor() ? "identity.account.on" : "identity.account.off"))
                        .add(getTranslation("identity.passkey.title"), String.valueOf(account.passkeys())),
                new SessionList(sessions, roll.zone(), null),
                actions);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
