package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.PersonChip;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.rules.RulesOfProcedure;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One organization: who is in it today, by group, and by which rules it meets. */
@Route(value = OrganizationLinks.ALL, layout = MainLayout.class)
@PermitAll
class OrganizationView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final Councils councils;
    private final OrganizationAdministration administration;
    private final MembershipAdministration memberships;
    private final PersonAdministration persons;
    private final Access access;
    private final ChangeNotices notices;
    private final Clock clock;
    private final transient List<OrganizationPart> parts;
    private final Section content = new Section("rs-part");
    private final Div contributed = new Div();
    private String title = "";

    OrganizationView(
            Councils councils,
            OrganizationAdministration administration,
            MembershipAdministration memberships,
            PersonAdministration persons,
            Access access,
            ChangeNotices notices,
            ObjectProvider<OrganizationPart> parts,
            Clock clock) {
        this.councils = councils;
        this.administration = administration;
        this.memberships = memberships;
        this.persons = persons;
        this.access = access;
        this.notices = notices;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(OrganizationPart::order))
                .toList();
        this.clock = clock;
        getContent().addClassName("rs-page");
        contributed.addClassName("rs-part");
        getContent().add(content, contributed);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var id = new OrganizationId(Address.identifier(parameter));
        show(id);
        showContributed(id);
        WhileShown.watch(this, ui -> notices.watch(Councils.CHANGES, () -> WhileShown.update(ui, () -> show(id))));
    }

    private void showContributed(OrganizationId id) {
        contributed.removeAll();
        var organization = councils.organization(id);
        parts.forEach(it -> it.of(organization).ifPresent(contributed::add));
        contributed.setVisible(contributed.getChildren().findAny().isPresent());
    }

    private void show(OrganizationId id) {
        var organization = councils.organization(id);
        var body = councils.body(organization.body());
        var today = LocalDate.ofInstant(clock.instant(), body.zone());
        title = organization.name();
        var members = councils.members(id, today);
        var mayChange = organization.lastDay() == null && access.has(id, Role.ADMINISTRATOR);
        if (organization.classification() == Classification.OFFICE) {
            content.show(
                    List.of(organization, body, members, mayChange),
                    () -> section(
                            header(organization, body, today, mayChange), staff(organization, members, mayChange)));
            return;
        }
        var rules = councils.rules(id, today);
        var rulesToCome = councils.changesOfRules(id);
        content.show(
                List.of(organization, body, members, rules, rulesToCome, mayChange),
                () -> section(
                        header(organization, body, today, mayChange),
                        members(organization, members, mayChange),
                        rules(organization, rules, rulesToCome, mayChange)));
    }

    private Component header(OrganizationSummary organization, BodySummary body, LocalDate today, boolean mayChange) {
        var kind = new StatusBadge(
                Tone.NEUTRAL,
                Symbol.COUNCIL,
                getTranslation("organization.classification." + organization.classification()));
        var isOffice = organization.classification() == Classification.OFFICE;
        var facts = new ArrayList<Component>(List.of(kind));
        if (!isOffice) {
            facts.add(new StatusBadge(
                    Tone.INFO, Symbol.VOTE, getTranslation("organization.strength", organization.legalStrength())));
        }
        var lastDay = organization.lastDay();
        if (lastDay != null) {
            facts.add(new StatusBadge(Tone.WARNING, getTranslation("organization.dissolved-after", lastDay)));
        }
        var header = new PageHeader(title, body.name())
                .above(getTranslation("organization.menu"), OrganizationLinks.ALL)
                .meta(facts.toArray(Component[]::new));
        if (mayChange) {
            var add = new Button(
                    getTranslation("organization.membership.add"),
                    Symbol.ADD.create(),
                    click -> add(organization, isOffice ? MembershipRole.OFFICE_WORKER : MembershipRole.MEMBER));
            add.addThemeNames("primary");
            header.actions(
                    add,
                    new Button(
                            getTranslation("organization.change"),
                            Symbol.EDIT.create(),
                            click -> new ChangeOrganizationDialog(
                                            organization, administration, () -> show(organization.id()))
                                    .open()),
                    new Button(
                            getTranslation("organization.dissolve"),
                            Symbol.STOP.create(),
                            click -> new DissolveDialog(
                                            organization, today, administration, () -> show(organization.id()))
                                    .open()));
        }
        return header;
    }

    private void add(OrganizationSummary organization, MembershipRole role) {
        MembershipDialog.in(organization, role, councils, memberships, persons, clock, () -> show(organization.id()))
                .open();
    }

    private Component rules(
            OrganizationSummary organization, RulesOfProcedure rules, List<LocalDate> toCome, boolean mayChange) {
        var card = new Card(getTranslation("organization.rules"));
        if (mayChange) {
            card.aside(ButtonLink.secondary(
                    OrganizationLinks.rules(organization.id()),
                    Symbol.EDIT,
                    getTranslation("organization.rules.edit.title")));
        }
        for (var day : toCome) {
            var note = new Paragraph(getTranslation("organization.rules.change-to-come", day));
            note.addClassName("rs-note");
            card.add(note);
        }
        card.add(new RulesList(rules, organization.legalStrength()));
        return card;
    }

    private static Component section(Component... parts) {
        var section = new Div(parts);
        section.addClassName("rs-part");
        return section;
    }

    private Component staff(OrganizationSummary office, List<MemberSummary> members, boolean mayChange) {
        var card = new Card(getTranslation("organization.office.staff"));
        if (members.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.GROUP,
                    getTranslation("organization.office.staff.none"),
                    getTranslation(
                            mayChange
                                    ? "organization.members.none-for-administrator"
                                    : "organization.members.none-text")));
        } else {
            card.add(list(members, members));
        }
        var note = new Paragraph(getTranslation("organization.office.not-published"));
        note.addClassName("rs-note");
        card.add(note);
        return card;
    }

    private Component members(OrganizationSummary organization, List<MemberSummary> members, boolean mayChange) {
        var card = new Card(getTranslation("organization.members"));
        if (mayChange && members.stream().anyMatch(MemberSummary::votes)) {
            card.aside(new Button(
                    getTranslation("organization.substitute.appoint"),
                    Symbol.ADD.create(),
                    click -> add(organization, MembershipRole.SUBSTITUTE)));
        }
        if (members.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.GROUP,
                    getTranslation("organization.members.none"),
                    getTranslation(
                            mayChange
                                    ? "organization.members.none-for-administrator"
                                    : "organization.members.none-text")));
            return card;
        }
        var regular = members.stream().filter(MemberSummary::votes).toList();
        if (organization.classification() == Classification.POLITICAL_GROUP
                || regular.stream().allMatch(it -> it.group() == null)) {
            card.add(list(regular, members));
        } else {
            byGroup(card, regular, members);
        }
        part(card, "organization.members.advisory", members, it -> !it.votes() && it.standsInFor() == null);
        part(card, "organization.members.substitutes", members, it -> it.standsInFor() != null);
        return card;
    }

    /** The largest group first; who belongs to none comes last. */
    private void byGroup(Card card, List<MemberSummary> regular, List<MemberSummary> all) {
        var groups = new LinkedHashMap<OrganizationId, List<MemberSummary>>();
        for (var member : regular) {
            var group = member.group();
            if (group != null) {
                groups.computeIfAbsent(group, it -> new ArrayList<>()).add(member);
            }
        }
        groups.entrySet().stream()
                .sorted(Comparator.comparing(it -> -it.getValue().size()))
                .forEach(it -> {
                    var group = councils.organization(it.getKey());
                    var link = new Anchor(OrganizationLinks.organization(group.id()), group.name());
                    card.add(heading(link, it.getValue().size(), group.color()), list(it.getValue(), all));
                });
        var without = regular.stream().filter(it -> it.group() == null).toList();
        if (!without.isEmpty()) {
            card.add(
                    heading(new Span(getTranslation("organization.members.without-group")), without.size(), null),
                    list(without, all));
        }
    }

    private void part(Card card, String key, List<MemberSummary> all, Predicate<MemberSummary> which) {
        var chosen = all.stream().filter(which).toList();
        if (!chosen.isEmpty()) {
            card.add(heading(new Span(getTranslation(key)), chosen.size(), null), list(chosen, all));
        }
    }

    private static Component heading(Component name, int size, @Nullable String color) {
        var count = new Span("(" + size + ")");
        count.addClassName("rs-person-group");
        var words = new Span(name, count);
        words.addClassName("rs-people-group");
        if (color != null) {
            words.getStyle().set("--rs-group", color);
            words.addClassName("rs-person-colored");
        }
        return new H3(words);
    }

    private Component list(List<MemberSummary> members, List<MemberSummary> all) {
        var list = new UnorderedList();
        list.addClassName("rs-people");
        // Who presides comes first; the rest stays in the order of names.
        members.stream()
                .sorted(Comparator.comparing(OrganizationView::place))
                .forEach(it -> list.add(new ListItem(entry(it, all))));
        return list;
    }

    private static int place(MemberSummary member) {
        return switch (member.role()) {
            case CHAIR, OFFICE_HEAD -> 0;
            case DEPUTY_CHAIR -> 1;
            case MEMBER, SUBSTITUTE, ADVISORY_MEMBER, GUEST, OFFICE_WORKER -> 2;
        };
    }

    private Component entry(MemberSummary member, List<MemberSummary> all) {
        var chip = new PersonChip(member.name(), detail(member, all).orElse(null), member.groupColor());
        return new Anchor(OrganizationLinks.person(member.person()), chip);
    }

    private Optional<String> detail(MemberSummary member, List<MemberSummary> all) {
        var standsInFor = member.standsInFor();
        if (standsInFor != null) {
            return all.stream()
                    .filter(it -> it.person().equals(standsInFor))
                    .findFirst()
                    .map(it -> getTranslation("organization.members.stands-in-for", it.name()));
        }
        var words = new ArrayList<String>();
        if (member.role() != MembershipRole.MEMBER) {
            words.add(getTranslation("organization.role." + member.role()));
        }
        Optional.ofNullable(member.groupShortName()).ifPresent(words::add);
        if (member.weight() > 1) {
            words.add(getTranslation("organization.members.weight", member.weight()));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", words));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
