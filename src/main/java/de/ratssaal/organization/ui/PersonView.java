package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
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
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.MembershipSummary;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonSummary;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** One person: in which organizations, as what, since when; and where they were before. */
@Route(value = "persons", layout = MainLayout.class)
@PermitAll
class PersonView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final Councils councils;
    private final PersonAdministration persons;
    private final MembershipAdministration memberships;
    private final Access access;
    private final Clock clock;
    private String name = "";

    PersonView(
            Councils councils,
            PersonAdministration persons,
            MembershipAdministration memberships,
            Access access,
            Clock clock) {
        this.councils = councils;
        this.persons = persons;
        this.memberships = memberships;
        this.access = access;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        show(new PersonId(Address.identifier(parameter)));
    }

    private void show(PersonId id) {
        name = councils.nameOf(id);
        var all = councils.memberships(id);
        var header = new PageHeader(name).above(getTranslation("organization.menu"), OrganizationLinks.ALL);
        getContent().removeAll();
        getContent().add(header);
        var mayChange = access.hasAnywhere(Role.ADMINISTRATOR);
        if (mayChange) {
            administration(header, id);
        }
        var now = all.stream().filter(it -> it.holdsOn(today(it))).toList();
        if (now.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.COUNCIL,
                            getTranslation("organization.person.nothing"),
                            getTranslation("organization.person.nothing-text")));
        } else {
            getContent().add(card("organization.person.memberships", now, id, mayChange));
        }
        var later = all.stream().filter(it -> it.firstDay().isAfter(today(it))).toList();
        if (!later.isEmpty()) {
            getContent().add(card("organization.person.later", later, id, mayChange));
        }
        var before = all.stream()
                .filter(it -> !now.contains(it) && !later.contains(it))
                .toList();
        if (!before.isEmpty()) {
            getContent().add(card("organization.person.before", before, id, false));
        }
        if (mayChange) {
            getContent().add(details(persons.details(id)));
        }
    }

    private void administration(PageHeader header, PersonId id) {
        header.above(getTranslation("organization.persons.title"), OrganizationLinks.PERSONS);
        var begin =
                new Button(getTranslation("organization.membership.begin"), Symbol.ADD.create(), click -> begin(id));
        begin.addThemeNames("primary");
        header.actions(
                begin,
                new Button(
                        getTranslation("organization.person.change"),
                        Symbol.EDIT.create(),
                        click -> new PersonDialog(id, persons.details(id), persons, this::show).open()));
    }

    private void begin(PersonId id) {
        var details = persons.details(id);
        MembershipDialog.of(
                        new PersonSummary(id, name, details.name().sorted(), details.mail()),
                        councils.bodies().stream()
                                .flatMap(it -> councils.organizations(it.id()).stream())
                                .filter(it -> it.lastDay() == null && access.has(it.id(), Role.ADMINISTRATOR))
                                .toList(),
                        councils,
                        memberships,
                        persons,
                        clock,
                        () -> show(id))
                .open();
    }

    /** What is not public. */
    private Component details(PersonDetails details) {
        var none = getTranslation("organization.person.unknown");
        var mail = details.mail();
        var form = details.addressForm();
        var gender = details.gender();
        return new Card(
                getTranslation("organization.person.details"),
                new DefinitionList()
                        .add(getTranslation("organization.person.mail"), mail == null ? none : mail)
                        .add(
                                getTranslation("organization.person.address-form"),
                                getTranslation(
                                        form == null
                                                ? "organization.person.address-form-none"
                                                : "organization.address-form." + form))
                        .add(
                                getTranslation("organization.person.gender"),
                                gender == null ? none : getTranslation("organization.gender." + gender)));
    }

    private LocalDate today(MembershipSummary membership) {
        return LocalDate.ofInstant(
                clock.instant(), councils.body(membership.organization().body()).zone());
    }

    private Component card(String key, List<MembershipSummary> shown, PersonId id, boolean mayChange) {
        var list = new UnorderedList();
        list.addClassName("rs-people");
        shown.forEach(it -> list.add(new ListItem(entry(it, id, mayChange))));
        return new Card(getTranslation(key), list);
    }

    private Component entry(MembershipSummary membership, PersonId id, boolean mayChange) {
        var organization = membership.organization();
        var link = new Anchor(OrganizationLinks.organization(organization.id()), organization.name());
        var lastDay = membership.lastDay();
        var role = getTranslation("organization.role." + membership.role());
        var first = membership.firstDay();
        var detail = new Span(
                lastDay == null
                        ? getTranslation("organization.person.since", role, first)
                        : getTranslation("organization.person.from-to", role, first, lastDay));
        detail.addClassName("rs-person-group");
        if (organization.color() != null) {
            detail.getStyle().set("--rs-group", organization.color());
            detail.addClassName("rs-person-colored");
        }
        var entry = new Div(link, detail);
        entry.addClassName("rs-person-words");
        var standsInFor = membership.standsInFor();
        if (standsInFor != null) {
            entry.add(line(getTranslation("organization.members.stands-in-for", councils.nameOf(standsInFor))));
        }
        if (membership.weight() > 1) {
            entry.add(line(getTranslation("organization.members.weight", membership.weight())));
        }
        if (membership.seat() > 0) {
            entry.add(line(getTranslation("organization.person.seat", membership.seat())));
        }
        if (mayChange && access.has(organization.id(), Role.ADMINISTRATOR)) {
            entry.add(actions(membership, id));
        }
        return entry;
    }

    private static Component line(String text) {
        var line = new Span(text);
        line.addClassName("rs-person-group");
        return line;
    }

    private Component actions(MembershipSummary membership, PersonId id) {
        var where = membership.organization().name();
        var end = new Button(
                getTranslation("organization.membership.end"),
                click -> new EndMembershipDialog(membership, today(membership), memberships, () -> show(id)).open());
        end.setAriaLabel(getTranslation("organization.membership.end-in", where));
        var actions = new Div(end);
        actions.addClassName("rs-actions");
        if (membership.role() != MembershipRole.SUBSTITUTE && !membership.role().isOfOffice()) {
            var seat = new Button(
                    getTranslation("organization.membership.set-seat"),
                    click -> new SeatDialog(membership, memberships, () -> show(id)).open());
            seat.setAriaLabel(getTranslation("organization.membership.seat-in", where));
            actions.add(seat);
        }
        actions.getChildren().forEach(it -> it.getElement().getThemeList().add("small"));
        return actions;
    }

    @Override
    public String getPageTitle() {
        return name;
    }
}
