package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.organization.OrganizationSummary;
import java.util.Optional;

/**
 * Something another module contributes to an organization's page, below its rules. Implementations are Spring beans; the
 * page knows no module.
 */
public interface OrganizationPart {

    /** Place among the parts, lower first. */
    int order();

    /** The part, usually a card; nothing if there is nothing to say to whoever is signed in. */
    Optional<? extends Component> of(OrganizationSummary organization);
}
