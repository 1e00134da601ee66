package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** All organizations: the council, its committees, boards, districts and groups. */
@Route(value = OrganizationLinks.ALL, layout = MainLayout.class)
@PermitAll
@Menu(title = "organization.menu", order = 40, icon = "council")
class OrganizationsView extends Composite<Div> implements HasDynamicTitle {

    private final Councils councils;
    private final BodyAdministration bodies;
    private final OrganizationAdministration administration;
    private final Access access;
    private final Clock clock;

    OrganizationsView(
            Councils councils,
            BodyAdministration bodies,
            OrganizationAdministration administration,
            Access access,
            Clock clock) {
        this.councils = councils;
        this.bodies = bodies;
        this.administration = administration;
        this.access = access;
        this.clock = clock;
        getContent().addClassName("rs-page");
        show();
    }

    private void show() {
        var all = councils.bodies();
        var mayChange = access.hasAnywhere(Role.ADMINISTRATOR);
        var header = new PageHeader(getPageTitle());
        getContent().removeAll();
        getContent().add(header);
        if (all.size() == 1) {
            header.setSubtitle(subtitle(all.getFirst()));
        }
        if (all.isEmpty()) {
            getContent().add(mayChange ? nothingYet() : nothingToSee());
        } else if (mayChange) {
            var persons = ButtonLink.secondary(
                    OrganizationLinks.PERSONS, Symbol.PERSON, getTranslation("organization.persons.title"));
            if (all.size() == 1) {
                header.actions(create(all.getFirst(), Classification.COMMITTEE), persons);
            } else {
                header.actions(persons);
            }
        }
        all.forEach(it -> show(it, all.size() > 1, mayChange));
        if (mayChange && !all.isEmpty()) {
            getContent()
                    .add(new Div(ButtonLink.secondary(
                            OrganizationLinks.BODY, Symbol.ADD, getTranslation("organization.body.found-another"))));
        }
    }

    private Component nothingToSee() {
        return new EmptyState(
                Symbol.COUNCIL,
                getTranslation("organization.list.empty"),
                getTranslation("organization.list.empty-text"));
    }

    /** The first thing that an administrator does with a new installation. */
    private Component nothingYet() {
        return new EmptyState(
                Symbol.BUILDING,
                getTranslation("organization.list.no-body"),
                getTranslation("organization.list.no-body-text"),
                ButtonLink.primary(OrganizationLinks.BODY, Symbol.ADD, getTranslation("organization.body.found")));
    }

    private Button create(BodySummary body, Classification proposed) {
        var create = new Button(
                getTranslation("organization.create"),
                Symbol.ADD.create(),
                click -> new NewOrganizationDialog(body, proposed, administration, bodies).open());
        create.addThemeNames("primary");
        return create;
    }

    private String subtitle(BodySummary body) {
        return councils.term(body.id(), today(body))
                .map(it -> getTranslation("organization.list.subtitle", body.name(), it.name()))
                .orElse(body.name());
    }

    private void show(BodySummary body, boolean oneOfSeveral, boolean mayChange) {
        var all = councils.organizations(body.id());
        if (mayChange && all.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.COUNCIL,
                            getTranslation("organization.list.no-organization", body.name()),
                            getTranslation("organization.list.no-organization-text"),
                            create(body, Classification.COUNCIL)));
        }
        for (var classification : Classification.values()) {
            var chosen = all.stream()
                    .filter(it -> it.classification() == classification)
                    .toList();
            if (!chosen.isEmpty()) {
                var title = getTranslation("organization.classification.several." + classification);
                getContent().add(card(oneOfSeveral ? title + " – " + body.name() : title, chosen, today(body)));
            }
        }
        if (mayChange) {
            getContent().add(administration(body, oneOfSeveral && !all.isEmpty()));
        }
    }

    /** What an administrator sees to besides the organizations. */
    private Component administration(BodySummary body, boolean withCreate) {
        var details = bodies.details(body.id());
        var facts = new DefinitionList()
                .add(getTranslation("organization.body.land"), getTranslation("organization.land." + details.land()))
                .add(getTranslation("organization.body.zone"), details.zone().getId());
        if (!details.contact().isEmpty()) {
            var lines = new Span(details.contact());
            lines.addClassName("rs-lines");
            facts.add(getTranslation("organization.body.contact"), lines);
        }
        var terms = councils.terms(body.id());
        if (terms.isEmpty()) {
            facts.add(getTranslation("organization.terms"), getTranslation("organization.terms.none"));
        } else {
            var list = new UnorderedList();
            list.addClassName("rs-plain-list");
            terms.forEach(it -> list.add(new ListItem(
                    getTranslation("organization.terms.from-to", it.name(), it.firstDay(), it.lastDay()))));
            facts.add(getTranslation("organization.terms"), list);
        }
        var actions = new Div(
                ButtonLink.secondary(
                        OrganizationLinks.BODY + "/" + body.id(),
                        Symbol.EDIT,
                        getTranslation("organization.body.change")),
                new Button(
                        getTranslation("organization.term.add"),
                        Symbol.ADD.create(),
                        click -> new TermDialog(body, bodies, this::show).open()));
        actions.addClassName("rs-actions");
        if (withCreate) {
            actions.add(create(body, Classification.COMMITTEE));
        }
        return new Card(body.name(), facts, actions);
    }

    private LocalDate today(BodySummary body) {
        return LocalDate.ofInstant(clock.instant(), body.zone());
    }

    private Component card(String title, List<OrganizationSummary> organizations, LocalDate today) {
        var list = new UnorderedList();
        list.addClassName("rs-people");
        organizations.forEach(it -> list.add(new ListItem(entry(it, councils.members(it.id(), today)))));
        return new Card(title, list);
    }

    private Component entry(OrganizationSummary organization, List<MemberSummary> members) {
        var link = new Anchor(OrganizationLinks.organization(organization.id()), organization.name());
        if (organization.classification() == Classification.OFFICE) {
            var head = new Span(members.stream()
                    .filter(it -> it.role() == MembershipRole.OFFICE_HEAD)
                    .findFirst()
                    .map(it -> getTranslation("organization.office.headed-by", it.name()))
                    .orElseGet(() -> getTranslation("organization.office.without-head")));
            head.addClassName("rs-person-group");
            var office = new Div(link, head);
            office.addClassName("rs-person-words");
            return office;
        }
        var votes = members.stream().filter(MemberSummary::votes).count();
        var detail = new Span(members.stream()
                .filter(it -> it.role() == MembershipRole.CHAIR)
                .findFirst()
                .map(it -> getTranslation("organization.list.members-chair", votes, it.name()))
                .orElseGet(() -> getTranslation("organization.list.members", votes)));
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
        return getTranslation("organization.menu");
    }
}
