package de.ratssaal.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.AccountSummary;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.Grant;
import jakarta.annotation.security.RolesAllowed;

/** Every account of the installation, to be found by name. */
@Route(value = AccountsView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "identity.accounts.menu", order = 80, icon = "key")
class AccountsView extends Composite<Div> implements HasDynamicTitle {

    static final String PATH = "accounts";

    private final Accounts accounts;
    private final TextField search = new TextField();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph count = new Paragraph();

    AccountsView(Accounts accounts, CouncilRoll roll) {
        this.accounts = accounts;
        search.setLabel(getTranslation("identity.accounts.search"));
        search.setPrefixComponent(Symbol.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.addClassName("rs-search");
        list.addClassName("rs-entries");
        count.addClassName("rs-hint");
        count.getElement().setAttribute("role", "status");
        var create = new Button(
                getTranslation("identity.accounts.create"),
                Symbol.ADD.create(),
                click -> new NewAccountDialog(accounts, roll, AccountsView::open).open());
        create.addThemeNames("primary");
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(
                                        getTranslation("identity.accounts.title"),
                                        getTranslation("identity.accounts.subtitle"))
                                .actions(create),
                        search,
                        count,
                        list);
        show();
    }

    private static void open(AccountSummary created) {
        UI.getCurrent().navigate(AccountView.path(created.id()));
    }

    private void show() {
        var found = accounts.find(search.getValue());
        list.removeAll();
        found.forEach(it -> list.add(new ListItem(entry(it))));
        count.setText(
                found.size() < Accounts.SHOWN
                        ? getTranslation("identity.accounts.count", found.size())
                        : getTranslation("identity.accounts.first", Accounts.SHOWN));
    }

    private Component entry(AccountSummary account) {
        var name = new Anchor(AccountView.path(account.id()), account.name());
        name.addClassName("rs-entry-name");
        var detail = new Span(account.login());
        detail.addClassName("rs-entry-detail");
        var words = new Div(name, detail);
        words.addClassName("rs-entry-words");
        var badges = new Div();
        badges.addClassName("rs-entry-badges");
        if (!account.active()) {
            badges.add(new StatusBadge(Tone.DANGER, Symbol.LOCK, getTranslation("identity.accounts.is-locked")));
        }
        account.grants().stream()
                .map(Grant::role)
                .distinct()
                .forEach(role -> badges.add(new StatusBadge(Tone.INFO, getTranslation("identity.role." + role))));
        var line = new Div(words, badges);
        line.addClassName("rs-entry");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.accounts.title");
    }
}
