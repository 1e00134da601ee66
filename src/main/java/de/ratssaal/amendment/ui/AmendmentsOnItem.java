package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentMerging;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.MergePreview;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.meeting.AgendaItemId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What an agenda says of the amendments on an item: how many there are, and whether what was adopted is merged. */
@Service
public class AmendmentsOnItem {

    private final Amendments amendments;
    private final AmendmentMerging merging;

    AmendmentsOnItem(Amendments amendments, AmendmentMerging merging) {
        this.amendments = amendments;
        this.merging = merging;
    }

    /** How an amendment is called, such as {@code Änderungsantrag 2}. */
    public static String name(Component view, AmendmentSummary amendment) {
        return AmendmentTexts.name(view, amendment);
    }

    /** How far an amendment goes, in words. */
    public static String reach(Component view, AmendmentRow row) {
        return AmendmentTexts.reach(view, row);
    }

    /**
     * What there is to say of an item's amendments.
     *
     * @param count how many were handed in
     * @param isMerged whether what was adopted is in the text that is voted on
     */
    public record HandedIn(int count, boolean isMerged) {}

    /** As whoever asks may know it. */
    public HandedIn on(AgendaItemId item) {
        var count = amendments.on(item).size();
        return new HandedIn(
                count,
                count == 0 || merging.preview(item).map(MergePreview::isMerged).orElse(true));
    }

    /** A line with a link to the item's amendments; nothing if none were handed in. */
    public static Optional<Component> line(AgendaItemId item, HandedIn handedIn) {
        if (handedIn.count == 0) {
            return Optional.empty();
        }
        var link = new Anchor(AmendmentLinks.item(item));
        link.add(new Span(link.getTranslation("amendment.item.count", handedIn.count)));
        var line = new Div(Symbol.EDIT.create(), link);
        line.addClassName("rs-document");
        if (!handedIn.isMerged) {
            line.add(new StatusBadge(Tone.WARNING, line.getTranslation("amendment.merge.not-merged")));
        }
        return Optional.of(line);
    }
}
