package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * Something a module contributes to the start page. Implementations are Spring beans; the start page knows no module.
 *
 * <p>Called on every visit, for whoever is signed in.
 */
public interface StartCard {

    /** Which question of the start page the card answers. */
    default Area area() {
        return Area.NEEDS_ME;
    }

    /** Place within the area, lower first. */
    int order();

    /** The card, usually a {@link Card}; nothing if there is nothing to say to whoever is signed in. */
    Optional<? extends Component> card();

    /** The questions that the start page answers, in this order. */
    enum Area {
        /** What is next: the coming meeting. */
        NEXT,
        /** What needs me: invitations, drafts, open votes. */
        NEEDS_ME,
        /** What is new: papers, minutes, decisions. */
        NEWS
    }
}
