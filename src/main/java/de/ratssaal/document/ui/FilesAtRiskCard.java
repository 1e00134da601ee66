package de.ratssaal.document.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.document.DocumentAdministration;
import de.ratssaal.document.DocumentCondition;
import de.ratssaal.document.FileLinks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an administrator's start page, as long as files are not scanned for viruses or something was found in one. */
@Component
class FilesAtRiskCard implements StartCard {

    private static final int LATE = 90;

    private final DocumentAdministration administration;

    FilesAtRiskCard(DocumentAdministration administration) {
        this.administration = administration;
    }

    @Override
    public int order() {
        return LATE;
    }

    @Override
    public Optional<Card> card() {
        return administration.isMine()
                ? Optional.of(administration.condition())
                        .filter(DocumentCondition::isWorrying)
                        .map(FilesAtRiskCard::card)
                : Optional.empty();
    }

    private static Card card(DocumentCondition condition) {
        var card = new Card("");
        var text = new Paragraph(card.getTranslation("document.condition.scanner." + condition.scanner()));
        var infected = new Paragraph(card.getTranslation("document.condition.found", condition.infected()));
        infected.setVisible(condition.infected() > 0);
        return new Card(
                        card.getTranslation("document.condition.risk"),
                        text,
                        infected,
                        new Div(ButtonLink.secondary(
                                FileLinks.RULES, Symbol.SHIELD, card.getTranslation("document.condition.go"))))
                .aside(new StatusBadge(Tone.WARNING, card.getTranslation("document.condition.worrying")));
    }
}
