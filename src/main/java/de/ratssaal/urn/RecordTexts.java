package de.ratssaal.urn;

import de.ratssaal.ballot.Step;
import de.ratssaal.base.Messages;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the elements say that check records and opened ballots in the reader's browser, as JSON. */
@Component
public class RecordTexts {

    private static final String[] VERIFYING = {
        "fetching",
        "notFetched",
        "again",
        "checking",
        "ballotsDone",
        "accepted",
        "acceptedOpen",
        "rejected",
        "checks",
        "place",
        "result",
        "blank",
        "numbers",
        "replaced",
        "trackers",
        "trackersHint",
        "search",
        "found",
        "notFound",
        "more",
        "heads",
        "headsHint",
        "headSame",
        "headOther",
        "headAlone",
        "compare",
        "compareHint",
        "download",
        "earlier",
        "earlierHint",
        "outcome.PASSED",
        "outcome.FAILED",
        "outcome.OPEN",
        "outcome.LEFT",
        "head.opening",
        "head.closing",
        "head.result",
        "reason.layout.malformed",
        "reason.chain.malformed",
        "reason.order.setup",
        "reason.order.late-ballot",
        "reason.order.ended-twice",
        "reason.order.not-ended",
        "reason.order.summed-twice",
        "reason.order.not-summed",
        "reason.order.after-result",
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
        "checking", "nothing", "broken", "holds", "compare", "tracker", "words", "blank", "nothingChosen", "questionOf"
    };

    private final Messages messages;

    RecordTexts(Messages messages) {
        this.messages = messages;
    }

    /** For {@code rs-verify}. */
    public String verifying(Locale language) {
        var all = JsonMapper.shared().createObjectNode();
        for (var word : VERIFYING) {
            put(all, word, language, "urn.verify." + word);
        }
        for (var step : Step.values()) {
            put(all, "check.%s.title".formatted(step), language, "urn.check." + step);
            put(all, "check.%s.meaning".formatted(step), language, "urn.check-meaning." + step);
        }
        return all.toString();
    }

    /** For {@code rs-opened-ballot}. */
    public String opened(Locale language) {
        var all = JsonMapper.shared().createObjectNode();
        for (var word : OPENED) {
            put(all, word, language, "urn.opened." + word);
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
