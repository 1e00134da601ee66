package de.ratssaal.urn.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import de.ratssaal.identity.PersonId;
import de.ratssaal.urn.BoothTicket;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a member votes in secret. What they choose is encrypted in their browser and comes to the server only so: here is nothing
 * that could see it.
 */
@Tag("rs-booth")
class BoothPad extends Component implements HasStyle {

    private static final String FILES = "/assets/ballot/";
    private static final String[] WORDS = {
        "loading",
        "notReached",
        "signedOut",
        "otherWindow",
        "useHere",
        "elsewhereRegistered",
        "elsewhereVoted",
        "registered",
        "notRegistered",
        "closed",
        "cancelled",
        "unsound",
        "opening",
        "step",
        "questionOf",
        "chooseOne",
        "chooseUpTo",
        "chooseBetween",
        "chosen",
        "blank",
        "nothingChosen",
        "next",
        "back",
        "review",
        "reviewHint",
        "change",
        "encrypt",
        "encrypting",
        "encrypted",
        "encryptedHint",
        "cast",
        "challenge",
        "challengeHint",
        "challengeMore",
        "opened",
        "openedHint",
        "openedLink",
        "openedChoice",
        "again",
        "tracker",
        "words",
        "copy",
        "copied",
        "print",
        "qr",
        "sending",
        "waiting",
        "done",
        "doneHint",
        "refused",
        "finish",
        "unsound.malformed",
        "unsound.trustees",
        "unsound.key",
        "unsound.left-out",
        "unsound.other-election"
    };

    /** @param voter who is signed in, and votes */
    BoothPad(UrnSummary urn, PersonId voter) {
        this(urn, "", voter);
    }

    /**
     * At a device that the city provides: nothing is kept on it.
     *
     * @param signedIn who provides it
     * @param finished called when the voter leaves it
     */
    BoothPad(UrnSummary urn, BoothTicket ticket, PersonId signedIn, Runnable finished) {
        this(urn, "/booths/" + ticket, signedIn);
        getElement().setAttribute("kiosk", true);
        getElement().addEventListener("booth-finished", event -> finished.run());
    }

    private BoothPad(UrnSummary urn, String place, PersonId signedIn) {
        getElement().setAttribute("address", "/api/secret-polls/" + urn.poll() + place);
        getElement().setAttribute("voter", signedIn.toString());
        getElement().setAttribute("worker", FILES + "booth-worker.js");
        getElement()
                .setAttribute(
                        "check",
                        urn.isPublic()
                                ? "/secret-polls/" + urn.poll() + "/opened"
                                : "/app/" + SecretPollView.address(urn.poll()));
        getElement().setAttribute("words", FILES + "words." + getLocale().getLanguage() + ".txt");
        getElement().setAttribute("kind", "vote");
        var words = JsonMapper.shared().createObjectNode();
        for (var word : WORDS) {
            // places for values are filled in the browser
            words.put(word, getTranslation("urn.booth." + word, "{0}", "{1}"));
        }
        getElement().setAttribute("texts", words.toString());
        show(urn.state());
    }

    /** Tells the booth that the vote has moved on. */
    final void show(UrnState state) {
        getElement().setAttribute("phase", state.name());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJsModule("context://assets/ballot/booth.js");
    }
}
