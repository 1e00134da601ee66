package de.ratssaal.organization.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an administrator's start page, as long as no council has members: what is still to be entered. */
@Component
class CitySetupCard implements StartCard {

    private final Councils councils;
    private final Access access;
    private final Clock clock;

    CitySetupCard(Councils councils, Access access, Clock clock) {
        this.councils = councils;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Card> card() {
        if (!access.hasAnywhere(Role.ADMINISTRATOR)) {
            return Optional.empty();
        }
        var steps = steps(councils.bodies());
        return steps.containsValue(false) ? Optional.of(card(steps)) : Optional.empty();
    }

    /** Each step and whether it is done. */
    private Map<String, Boolean> steps(List<BodySummary> bodies) {
        var assemblies = bodies.stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .filter(it -> it.classification() == Classification.COUNCIL)
                .toList();
        var steps = new LinkedHashMap<String, Boolean>();
        steps.put("organization.setup.body", !bodies.isEmpty());
        steps.put(
                "organization.setup.term",
                bodies.stream().anyMatch(it -> !councils.terms(it.id()).isEmpty()));
        steps.put("organization.setup.council", !assemblies.isEmpty());
        steps.put("organization.setup.members", assemblies.stream().anyMatch(this::hasMembers));
        return steps;
    }

    private boolean hasMembers(OrganizationSummary council) {
        var today = LocalDate.ofInstant(
                clock.instant(), councils.body(council.body()).zone());
        return !councils.members(council.id(), today).isEmpty();
    }

    private static Card card(Map<String, Boolean> steps) {
        var list = new OrderedList();
        list.addClassName("rs-steps");
        steps.forEach((step, done) -> {
            var name = new Span(list.getTranslation(step));
            var state = done
                    ? new StatusBadge(Tone.SUCCESS, list.getTranslation("organization.setup.done"))
                    : new StatusBadge(Tone.NEUTRAL, list.getTranslation("organization.setup.open"));
            list.add(new ListItem(name, state));
        });
        var go =
                ButtonLink.primary(OrganizationLinks.ALL, Symbol.COUNCIL, list.getTranslation("organization.setup.go"));
        return new Card(list.getTranslation("organization.setup.title"), list, new Div(go)).emphasized();
    }
}
