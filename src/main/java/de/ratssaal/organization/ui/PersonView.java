package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipSummary;
import de.ratssaal.organization.OrganizationLinks;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** One person: in which organizations, as what, since when; and where they were before. */
@Route(value = "persons", layout = MainLayout.class)
@PermitAll
class PersonView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final Councils councils;
    private final Clock clock;
    private String name = "";

    PersonView(Councils councils, Clock clock) {
        this.councils = councils;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var id = new PersonId(Address.identifier(parameter));
        name = councils.nameOf(id);
        var all = councils.memberships(id);
        getContent().removeAll();
        getContent().add(new PageHeader(name).above(getTranslation("organization.menu"), OrganizationLinks.ALL));
        var now = all.stream().filter(it -> it.holdsOn(today(it))).toList();
        if (now.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.COUNCIL,
                            getTranslation("organization.person.nothing"),
                            getTranslation("organization.person.nothing-text")));
        } else {
            getContent().add(card("organization.person.memberships", now));
        }
        var later = all.stream().filter(it -> it.firstDay().isAfter(today(it))).toList();
        if (!later.isEmpty()) {
            getContent().add(card("organization.person.later", later));
        }
        var before = all.stream()
                .filter(it -> !now.contains(it) && !later.contains(it))
                .toList();
        if (!before.isEmpty()) {
            getContent().add(card("organization.person.before", before));
        }
    }

    private LocalDate today(MembershipSummary membership) {
        return LocalDate.ofInstant(
                clock.instant(), councils.body(membership.organization().body()).zone());
    }

    private Component card(String key, List<MembershipSummary> memberships) {
        var list = new UnorderedList();
        list.addClassName("rs-people");
        memberships.forEach(it -> list.add(new ListItem(entry(it))));
        return new Card(getTranslation(key), list);
    }

    private Component entry(MembershipSummary membership) {
        var organization = membership.organization();
        var link = new Anchor(OrganizationLinks.organization(organization.id()), organization.name());
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(getLocale());
        var lastDay = membership.lastDay();
        var role = getTranslation("organization.role." + membership.role());
        var first = days.format(membership.firstDay());
        var detail = new Span(
                lastDay == null
                        ? getTranslation("organization.person.since", role, first)
                        : getTranslation("organization.person.from-to", role, first, days.format(lastDay)));
        detail.addClassName("rs-person-group");
        if (organization.color() != null) {
            detail.getStyle().set("--rs-group", organization.color());
            detail.addClassName("rs-person-colored");
        }
        var entry = new Div(link, detail);
        entry.addClassName("rs-person-words");
        return entry;
    }

    @Override
    public String getPageTitle() {
        return name;
    }
}
