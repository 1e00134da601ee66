package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.conduct.DeferredItems;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.organization.ui.OrganizationPart;
import java.util.Optional;

/** On an organization's page: what was deferred and stands on no agenda yet. */
@org.springframework.stereotype.Component
class DeferredOfOrganization implements OrganizationPart {

    private final DeferredItems deferred;

    DeferredOfOrganization(DeferredItems deferred) {
        this.deferred = deferred;
    }

    @Override
    public int order() {
        return 8;
    }

    @Override
    public Optional<? extends Component> of(OrganizationSummary organization) {
        var waiting = deferred.waiting(organization.id());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Card(
                DeferredList.text("conduct.deferred.title"),
                new Paragraph(DeferredList.text("conduct.deferred.list-text")),
                DeferredList.of(waiting, DeferredList::from)));
    }
}
