package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something a module contributes to everybody's own account page. Implementations are Spring beans. */
public interface AccountCard {

    /** Place among the cards, lower first. */
    int order();

    /** The card for whoever is signed in; nothing if it is not for them. */
    Optional<? extends Component> accountCard();
}
