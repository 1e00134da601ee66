package de.ratssaal.urn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import de.ratssaal.base.ui.CheckedScript;
import de.ratssaal.base.ui.ElementTexts;
import de.ratssaal.identity.PersonId;
import de.ratssaal.urn.BoothTicket;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;
import java.util.List;

/**
 * Where a member votes in secret. What they choose is encrypted in their browser and comes to the server only so: here is nothing
 * that could see it.
 */
@Tag("rs-booth")
class BoothPad extends Component implements HasStyle {

    private static final String FILES = "/assets/ballot/";
    private static final List<String> WORDS = List.of(
            "loading",
            "not-reached",
            "signed-out",
            "other-window",
            "use-here",
            "elsewhere-registered",
            "elsewhere-voted",
            "registered",
            "not-registered",
            "closed",
            "cancelled",
            "unsound",
            "opening",
            "step",
            "question-of",
            "choose-one",
            "choose-up-to",
            "choose-between",
            "chosen",
            "blank",
            "nothing-chosen",
            "next",
            "back",
            "review",
            "review-hint",
            "change",
            "encrypt",
            "encrypting",
            "encrypted",
            "encrypted-hint",
            "cast",
            "challenge",
            "challenge-hint",
            "challenge-more",
            "opened",
            "opened-hint",
            "opened-link",
            "opened-choice",
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
            "done-hint",
            "not-admitted",
            "refused",
            "storage-full",
            "unknown",
            "try-again",
            "finish",
            "tellers");

    /** Why nobody should vote here, as the browser finds it. */
    private static final List<String> UNSOUND =
            List.of("malformed", "trustees", "key", "left-out", "other-election", "alone");

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
        if (!urn.isElection()) {
            getElement().setAttribute("kind", "vote");
        }
        getElement().setAttribute("texts", texts(urn).json());
        CheckedScript.load(this, "booth");
        show(urn.state());
    }

    /** Tells the booth that the vote has moved on. */
    final void show(UrnState state) {
        getElement().setAttribute("phase", state.name());
    }

    private static ElementTexts texts(UrnSummary urn) {
        var texts = new ElementTexts();
        WORDS.forEach(it -> texts.add(ElementTexts.name(it), "ballot.booth." + it));
        UNSOUND.forEach(it -> texts.add("unsound." + it, "ballot.booth.unsound." + it));
        if (urn.isElection()) {
            texts.add("chooseOne", "urn.booth.choose-candidate");
        }
        return texts;
    }
}
