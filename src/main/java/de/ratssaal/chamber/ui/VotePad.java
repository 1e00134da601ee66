package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.PollId;
import tools.jackson.databind.json.JsonMapper;

/** Where a member votes. The browser keeps the vote until the server has answered, so no lost connection loses it. */
@Tag("rs-vote-pad")
class VotePad extends Component {

    private static final String[] WORDS = {
        "yes", "no", "abstention", "choose", "confirm", "change", "sending", "waiting", "stored", "signedOut"
    };

    VotePad(PollId poll, PersonId voter) {
        getElement().setAttribute("address", "/api/polls/%s/vote".formatted(poll));
        getElement().setAttribute("voter", voter.toString());
        var words = JsonMapper.shared().createObjectNode();
        for (var word : WORDS) {
            words.put(word, getTranslation("chamber.vote." + word));
        }
        getElement().setAttribute("texts", words.toString());
    }
}
