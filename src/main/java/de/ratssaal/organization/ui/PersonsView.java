package de.ratssaal.organization.ui;

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
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipSummary;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonSummary;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Everybody who is registered, to be found by name or mail address. */
@Route(value = OrganizationLinks.PERSONS, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class PersonsView extends Composite<Div> implements HasDynamicTitle {

    /** As many are listed at a time; more are found by typing. */
    private static final int SHOWN = 100;

    private final PersonAdministration persons;
    private final Councils councils;
    private final Clock clock;
    private final TextField search = new TextField();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph count = new Paragraph();
    private final Div none = new Div();

    PersonsView(PersonAdministration persons, Councils councils, Clock clock) {
        this.persons = persons;
        this.councils = councils;
        this.clock = clock;
        search.setLabel(getTranslation("organization.persons.search"));
        search.setPrefixComponent(Symbol.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.addClassName("rs-search");
        list.addClassName("rs-entries");
        count.addClassName("rs-hint");
        count.getElement().setAttribute("role", "status");
        getContent().addClassName("rs-page");
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("organization.persons.subtitle"))
                                .above(getTranslation("organization.menu"), OrganizationLinks.ALL)
                                .actions(register()),
                        search,
                        count,
                        none,
                        list);
        show();
    }

    private Button register() {
        var register = new Button(
                getTranslation("organization.person.register"),
                Symbol.ADD.create(),
                click ->
                        new PersonDialog(persons, id -> UI.getCurrent().navigate(OrganizationLinks.person(id))).open());
        register.addThemeNames("primary");
        return register;
    }

    private void show() {
        var found = persons.search(search.getValue());
        list.removeAll();
        found.stream().limit(SHOWN).forEach(it -> list.add(new ListItem(entry(it))));
        count.setText(
                found.size() <= SHOWN
                        ? getTranslation("organization.persons.count", found.size())
                        : getTranslation("organization.persons.first", SHOWN, found.size()));
        none.removeAll();
        if (found.isEmpty() && search.isEmpty()) {
            none.add(new EmptyState(
                    Symbol.PERSON,
                    getTranslation("organization.persons.none"),
                    getTranslation("organization.persons.none-text")));
        }
    }

    private Component entry(PersonSummary person) {
        var name = new Anchor(OrganizationLinks.person(person.id()), person.sortName());
        name.addClassName("rs-entry-name");
        var words = new Div(name);
        words.addClassName("rs-entry-words");
        var mail = person.mail();
        if (mail != null) {
            var detail = new Span(mail);
            detail.addClassName("rs-entry-detail");
            words.add(detail);
        }
        var memberships = new Span(councils.memberships(person.id()).stream()
                .filter(it -> it.holdsOn(today(it)))
                .map(MembershipSummary::organization)
                .map(OrganizationSummary::shortName)
                .collect(Collectors.joining(" · ")));
        memberships.addClassName("rs-entry-detail");
        var line = new Div(words, memberships);
        line.addClassName("rs-entry");
        return line;
    }

    private LocalDate today(MembershipSummary membership) {
        return LocalDate.ofInstant(
                clock.instant(), councils.body(membership.organization().body()).zone());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organization.persons.title");
    }
}
