package de.ratssaal.teller.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.ui.OrganizationPart;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.teller.TellerSeat;
import de.ratssaal.teller.Tellers;
import java.util.Optional;
import java.util.stream.Collectors;

/** On an organization's page: who counts secret votes, and whether everything is ready for one. */
@org.springframework.stereotype.Component
class TellersOfOrganization implements OrganizationPart {

    private static final int ORDER = 12;

    private final Tellers tellers;

    TellersOfOrganization(Tellers tellers) {
        this.tellers = tellers;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> of(OrganizationSummary organization) {
        if (!organization.classification().meets() || !tellers.maySee(organization.id())) {
            return Optional.empty();
        }
        var page = tellers.page(organization.id());
        var set = page.set();
        if (set == null && !page.mayConduct()) {
            return Optional.empty();
        }
        var card = new Card(new Span().getTranslation("teller.title"));
        card.aside(TellerTexts.badge(card, page.readiness()));
        if (set != null) {
            card.add(new Paragraph(set.seats().stream().map(TellerSeat::name).collect(Collectors.joining(", "))));
        }
        card.add(
                new Paragraph(card.getTranslation(page.readiness().key())),
                ButtonLink.secondary(
                        TellerLinks.of(organization.id()), Symbol.KEY, card.getTranslation("teller.open")));
        return Optional.of(card);
    }
}
