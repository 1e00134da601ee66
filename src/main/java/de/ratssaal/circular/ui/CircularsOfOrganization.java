package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.Circulars;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.ui.OrganizationPart;
import java.util.Optional;

/** What an organization resolves in writing, on its page; and where chair and secretariat begin. */
@org.springframework.stereotype.Component
class CircularsOfOrganization implements OrganizationPart {

    private static final int ORDER = 10;
    private static final int SHOWN = 5;

    private final Circulars circulars;
    private final Councils councils;

    CircularsOfOrganization(Circulars circulars, Councils councils) {
        this.circulars = circulars;
        this.councils = councils;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> of(OrganizationSummary organization) {
        if (!organization.classification().meets()) {
            return Optional.empty();
        }
        var all = circulars.of(organization.id());
        var mayBegin = councils.rules(organization.id()).circular().allowed()
                && circulars.whereToBegin().stream().anyMatch(it -> it.id().equals(organization.id()));
        if (all.isEmpty() && !mayBegin) {
            return Optional.empty();
        }
        var card = new Card(new Span().getTranslation("circular.list"));
        if (mayBegin) {
            card.aside(ButtonLink.secondary(
                    CircularLinks.create(organization.id()), Symbol.ADD, card.getTranslation("circular.begin")));
        }
        if (all.isEmpty()) {
            card.add(new Paragraph(card.getTranslation("circular.none-here")));
        } else {
            var list = new UnorderedList();
            list.addClassName("rs-rows");
            all.stream().limit(SHOWN).forEach(it -> list.add(new ListItem(CircularRows.of(card, it, false))));
            card.add(list, new Anchor(CircularLinks.LIST, card.getTranslation("circular.all")));
        }
        return Optional.of(card);
    }
}
