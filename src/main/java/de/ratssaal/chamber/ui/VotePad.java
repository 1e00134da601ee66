package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.PollId;

/** Where a member votes. The browser keeps the vote until the server has answered, so no lost connection loses it. */
@Tag("rs-vote-pad")
class VotePad extends Component {

    VotePad(PollId poll, String question, PersonId voter) {
        getElement().setAttribute("address", "/api/polls/%s/vote".formatted(poll));
        getElement().setAttribute("voter", voter.toString());
        getElement().setAttribute("question", question);
        getElement().setAttribute("texts", VoteTexts.of(this));
    }
}
