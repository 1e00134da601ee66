package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the browser's own code says about a vote, in the reader's language. */
final class VoteTexts {

    private static final String[] WORDS = {
        "yes",
        "no",
        "abstention",
        "choose",
        "confirm",
        "change",
        "sending",
        "waiting",
        "stored",
        "counts",
        "keep",
        "over",
        "signedOut",
        "understood"
    };

    private VoteTexts() {}

    /** As JSON, for whoever looks at the component. */
    static String of(Component shown) {
        var words = JsonMapper.shared().createObjectNode();
        for (var word : WORDS) {
            words.put(word, shown.getTranslation("chamber.vote." + word));
        }
        return words.toString();
    }
}
