package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.paper.PaperPage;
import java.util.Optional;

/**
 * Something another module contributes to a paper's page. Implementations are Spring beans; the page knows no module.
 *
 * <p>Called each time the page is shown anew, for whoever is signed in and may see the paper.
 */
public interface PaperPart {

    /** Place among what others contribute, lower first. Below 0 it stands above the paper's text. */
    int order();

    /**
     * The part, usually a {@link de.ratssaal.base.ui.Card}; nothing if there is nothing to say about the paper to whoever is
     * signed in.
     *
     * @param changed shows the page anew; for what the part's own steps changed
     */
    Optional<? extends Component> of(PaperPage page, Runnable changed);
}
