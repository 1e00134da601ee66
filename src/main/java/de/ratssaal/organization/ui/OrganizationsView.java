package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
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
    private final Clock clock;

    OrganizationsView(Councils councils, Clock clock) {
        this.councils = councils;
        this.clock = clock;
        getContent().addClassName("rs-page");
        var bodies = councils.bodies();
        var header = new PageHeader(getPageTitle());
        getContent().add(header);
        if (bodies.size() == 1) {
            header.setSubtitle(subtitle(bodies.getFirst()));
        } else if (bodies.isEmpty()) {
            getContent()
                    .add(new EmptyState(
                            Symbol.COUNCIL,
                            getTranslation("organization.list.empty"),
                            getTranslation("organization.list.empty-text")));
        }
        bodies.forEach(it -> show(it, bodies.size() > 1));
    }

    private String subtitle(BodySummary body) {
        return councils.term(body.id(), today(body))
                .map(it -> getTranslation("organization.list.subtitle", body.name(), it.name()))
                .orElse(body.name());
    }

    private void show(BodySummary body, boolean oneOfSeveral) {
        var all = councils.organizations(body.id());
        for (var classification : Classification.values()) {
            var chosen = all.stream()
                    .filter(it -> it.classification() == classification)
                    .toList();
            if (!chosen.isEmpty()) {
                var title = getTranslation("organization.classification.several." + classification);
                getContent().add(card(oneOfSeveral ? title + " – " + body.name() : title, chosen, today(body)));
            }
        }
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
