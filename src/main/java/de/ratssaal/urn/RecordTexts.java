package de.ratssaal.urn;

import de.ratssaal.ballot.Step;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ui.ElementTexts;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the elements say that check records and opened ballots in the reader's browser, as JSON. */
@Component
public class RecordTexts {

    /** Words as the message files name them; the element calls {@code not-fetched} {@code notFetched}. */
    private static final String[] VERIFYING = {
        "fetching",
        "not-fetched",
        "again",
        "checking",
        "ballots-done",
        "accepted",
        "accepted-open",
        "rejected",
        "checks",
        "place",
        "result",
        "blank",
        "numbers",
        "replaced",
        "trackers",
        "trackers-hint",
        "search",
        "found",
        "not-found",
        "more",
        "heads",
        "heads-hint",
        "head-same",
        "head-other",
        "head-alone",
        "compare",
        "compare-hint",
        "download",
        "earlier",
        "earlier-hint",
        "earlier-choose",
        "earlier-none",
        "unproved",
        "weight",
        "download-proofs"
    };

    /** Called alike by both. */
    private static final String[] NAMED = {
        "outcome.PASSED",
        "outcome.FAILED",
        "outcome.OPEN",
        "outcome.LEFT",
        "head.opening",
        "head.closing",
        "head.result",
        "head.tellers",
        "reason.layout.malformed",
        "reason.chain.malformed",
        "reason.order.setup",
        "reason.order.late-ballot",
        "reason.order.ended-twice",
        "reason.order.not-ended",
        "reason.order.summed-twice",
        "reason.order.not-summed",
        "reason.order.after-result",
        "reason.order.twice",
        "reason.election.malformed",
        "reason.election.key",
        "reason.trustees.malformed",
        "reason.trustees.group",
        "reason.trustees.knowledge",
        "reason.trustees.key-signature",
        "reason.trustees.certificate",
        "reason.trustees.commitments",
        "reason.trustees.threshold",
        "reason.trustees.mixed",
        "reason.trustees.seen",
        "reason.trustees.share",
        "reason.trustees.same-key",
        "reason.credentials.malformed",
        "reason.credentials.group",
        "reason.credentials.weight",
        "reason.ballot.malformed",
        "reason.ballot.stranger",
        "reason.ballot.replayed",
        "reason.ballot.second",
        "reason.ballot.signature",
        "reason.ballot.group",
        "reason.ballot.marks",
        "reason.ballot.number",
        "reason.ballot.blank",
        "reason.tally.malformed",
        "reason.tally.other",
        "reason.tally.ballots",
        "reason.tally.weight",
        "reason.decryption.malformed",
        "reason.decryption.owner",
        "reason.decryption.twice",
        "reason.decryption.proof",
        "reason.decryption.unusable",
        "reason.decryption.surplus",
        "reason.result.malformed",
        "reason.result.too-few",
        "reason.result.other",
        "reason.strong.malformed",
        "reason.strong.proof",
        "reason.strong.missing",
        "reason.history.malformed",
        "reason.history.head",
        "reason.history.copy"
    };

    private static final String[] OPENED = {
        "checking",
        "nothing",
        "broken",
        "holds",
        "compare",
        "tracker",
        "words",
        "blank",
        "nothing-chosen",
        "question-of"
    };

    private final Messages messages;

    RecordTexts(Messages messages) {
        this.messages = messages;
    }

    /** For {@code rs-verify}. */
    public String verifying(Locale language) {
        var all = JsonMapper.shared().createObjectNode();
        for (var word : VERIFYING) {
            put(all, ElementTexts.name(word), language, "ballot.verify." + word);
        }
        for (var name : NAMED) {
            put(all, name, language, "ballot.verify." + name);
        }
        for (var step : Step.values()) {
            var title = "check.%s.title".formatted(step);
            var meaning = "check.%s.meaning".formatted(step);
            put(all, title, language, "ballot.verify." + title);
            put(all, meaning, language, "ballot.verify." + meaning);
        }
        return all.toString();
    }

    /** For {@code rs-opened-ballot}. */
    public String opened(Locale language) {
        var all = JsonMapper.shared().createObjectNode();
        for (var word : OPENED) {
            put(all, ElementTexts.name(word), language, "ballot.opened." + word);
        }
        return all.toString();
    }

    /** Places for values are filled in the browser. */
    private void put(ObjectNode all, String word, Locale language, String key) {
        all.put(word, messages.text(language, key, "{0}", "{1}"));
    }

    /** Hashes that were recorded, for {@code rs-verify}. */
    public static String heads(UrnSummary urn) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("opening", urn.openingHead())
                .put("closing", urn.closingHead())
                .put("result", urn.resultHead())
                .toString();
    }
}
