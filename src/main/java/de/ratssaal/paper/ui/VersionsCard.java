package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperWording;
import java.time.ZoneId;
import java.util.List;

/** Every version of a paper with its wording, and what was changed for a meeting; any two can be compared. */
class VersionsCard extends Composite<Card> {

    /** @param wordings as {@link de.ratssaal.paper.PaperWordings} gives them, one at least */
    VersionsCard(PaperId paper, List<PaperWording> wordings, ZoneId zone) {
        var card = getContent();
        if (wordings.size() > 1) {
            card.aside(ButtonLink.secondary(
                    PaperLinks.compare(paper), Symbol.DOCUMENT, getTranslation("paper.compare.title")));
        }
        var latest = wordings.stream()
                .filter(it -> it.item() == null)
                .reduce((one, next) -> next)
                .orElseThrow();
        for (var wording : wordings.reversed()) {
            if (wording.equals(latest)) {
                card.add(new Paragraph(title(wording, zone)));
            } else {
                card.add(other(paper, wording, latest, zone));
            }
        }
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("paper.page.versions"));
    }

    private Component other(PaperId paper, PaperWording wording, PaperWording latest, ZoneId zone) {
        var address = wording.item() == null
                ? PaperLinks.compare(paper, wording.key(), latest.key())
                : PaperLinks.compare(paper, PaperWording.key(wording.version()), wording.key());
        var compare = new Anchor(
                address,
                wording.item() == null
                        ? getTranslation("paper.compare.with-latest", wording.version(), latest.version())
                        : getTranslation("paper.compare.with-paper", wording.version()));
        return new Details(title(wording, zone), new ProposalText(wording.proposal()), new Paragraph(compare));
    }

    private String title(PaperWording wording, ZoneId zone) {
        return wording.item() == null
                ? getTranslation(
                        "paper.page.version", wording.version(), wording.at().atZone(zone), wording.by())
                : getTranslation(
                        "paper.page.changed-for",
                        wording.meeting(),
                        wording.version(),
                        wording.at().atZone(zone),
                        wording.by());
    }
}
