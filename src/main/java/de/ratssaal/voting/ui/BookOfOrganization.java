package de.ratssaal.voting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.ui.OrganizationPart;
import de.ratssaal.voting.VotingLinks;
import java.util.Optional;

/** On an organization's page: the way to what it resolved. */
@org.springframework.stereotype.Component
class BookOfOrganization implements OrganizationPart {

    @Override
    public int order() {
        return 9;
    }

    @Override
    public Optional<? extends Component> of(OrganizationSummary organization) {
        if (!organization.classification().meets()) {
            return Optional.empty();
        }
        var text = UI.getCurrent();
        return Optional.of(new Card(
                text.getTranslation("voting.book"),
                new Paragraph(text.getTranslation("voting.book.text")),
                ButtonLink.secondary(
                        VotingLinks.book(organization.id()),
                        Symbol.DECISION,
                        text.getTranslation("voting.book.open"))));
    }
}
