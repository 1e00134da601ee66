package de.ratssaal.document.ui;

import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.document.DocumentAdministration;
import de.ratssaal.document.FileText;
import de.ratssaal.document.FileTexts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On an administrator's start page, as long as text of files cannot be read because a program is not installed. */
@Component
class UnreadScansCard implements StartCard {

    private static final int LATE = 91;

    private final DocumentAdministration administration;
    private final FileTexts texts;

    UnreadScansCard(DocumentAdministration administration, FileTexts texts) {
        this.administration = administration;
        this.texts = texts;
    }

    @Override
    public int order() {
        return LATE;
    }

    @Override
    public Optional<Card> card() {
        if (!administration.isMine()) {
            return Optional.empty();
        }
        var scans = texts.filesThatLack(FileText.Gap.OCR_NOT_INSTALLED);
        var office = texts.filesThatLack(FileText.Gap.OFFICE_NOT_INSTALLED);
        return scans + office == 0 ? Optional.empty() : Optional.of(card(scans, office));
    }

    private static Card card(long scans, long office) {
        var card = new Card("");
        var ofScans = new Paragraph(card.getTranslation("document.unread.scans", scans));
        ofScans.setVisible(scans > 0);
        var ofOffice = new Paragraph(card.getTranslation("document.unread.office", office));
        ofOffice.setVisible(office > 0);
        return new Card(card.getTranslation("document.unread.title"), ofScans, ofOffice)
                .aside(new StatusBadge(Tone.WARNING, card.getTranslation("document.condition.worrying")));
    }
}
