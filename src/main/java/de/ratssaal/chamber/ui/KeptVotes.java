package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import de.ratssaal.identity.PersonId;

/**
 * Tells a member what became of a vote that waited on their device until its poll was closed. It stays on the page
 * whatever the meeting does: the pad goes with the poll, and with it would go the answer.
 */
@Tag("rs-kept-votes")
class KeptVotes extends Component {

    KeptVotes(PersonId voter) {
        getElement().setAttribute("voter", voter.toString());
        getElement().setAttribute("texts", VoteTexts.of(this));
    }
}
