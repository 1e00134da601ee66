package de.ratssaal.teller.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import de.ratssaal.base.ui.CheckedScript;
import de.ratssaal.base.ui.ElementTexts;
import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.TellerLinks;
import java.util.List;

/** Where a teller makes the key with the others, decrypts and verifies. All of it happens in the browser; no secret comes here. */
@Tag("rs-teller")
class TellerPad extends Component {

    private static final List<String> WORDS = List.of(
            "loading",
            "not-reached",
            "idle",
            "other-window",
            "use-here",
            "invited",
            "invited-hint",
            "tellers",
            "threshold",
            "you",
            "protect",
            "passkey",
            "passkey-missing",
            "or-passphrase",
            "passphrase",
            "passphrase-hint",
            "passphrase-again",
            "passphrase-differs",
            "passphrase-simple",
            "begin",
            "locked",
            "unlock",
            "wrong",
            "round",
            "waiting",
            "working",
            "comparing",
            "comparing-hint",
            "same",
            "different",
            "abort",
            "abort-reason",
            "aborted",
            "elsewhere",
            "ready",
            "ready-hint",
            "nothing-to-do",
            "decrypt",
            "confirm",
            "fetching",
            "checking",
            "sending",
            "rejected",
            "rejected-hint",
            "back",
            "verified",
            "export",
            "export-hint",
            "export-now",
            "exported",
            "sheet",
            "sheet-hint",
            "download",
            "print",
            "close",
            "import",
            "import-hint",
            "import-file",
            "import-none",
            "import-text",
            "import-now",
            "import-failed",
            "import-wrong",
            "signed-out",
            "refused",
            "storage-full",
            "damaged",
            "unknown",
            "again",
            "file",
            "approving",
            "approving-hint",
            "approving-ballots",
            "approving-head",
            "approve",
            "disapprove",
            "withheld");

    private static final List<String> FAULTS = List.of(
            "ceremony", "trustees", "announced", "compared", "certificate", "channel", "commitments", "share", "key");

    /** Why the share decrypts nothing, whatever the record holds. */
    private static final List<String> WITHHELD = List.of("other-election", "other-tellers", "other-sum", "too-few");

    /** Why a record does not pass the verification, as the browser finds it. */
    private static final List<String> REASONS = List.of(
            "layout.malformed",
            "chain.malformed",
            "order.setup",
            "order.late-ballot",
            "order.ended-twice",
            "order.not-ended",
            "order.summed-twice",
            "order.not-summed",
            "order.after-result",
            "order.twice",
            "election.malformed",
            "election.key",
            "trustees.malformed",
            "trustees.group",
            "trustees.knowledge",
            "trustees.key-signature",
            "trustees.certificate",
            "trustees.commitments",
            "trustees.threshold",
            "trustees.mixed",
            "trustees.seen",
            "trustees.share",
            "trustees.same-key",
            "credentials.malformed",
            "credentials.group",
            "credentials.weight",
            "ballot.malformed",
            "ballot.stranger",
            "ballot.replayed",
            "ballot.second",
            "ballot.signature",
            "ballot.group",
            "ballot.marks",
            "ballot.number",
            "ballot.blank",
            "tally.malformed",
            "tally.other",
            "tally.ballots",
            "tally.weight",
            "decryption.malformed",
            "decryption.owner",
            "decryption.twice",
            "decryption.proof",
            "decryption.unusable",
            "decryption.surplus",
            "result.malformed",
            "result.too-few",
            "result.other",
            "strong.malformed",
            "strong.proof",
            "strong.missing",
            "history.malformed",
            "history.head",
            "history.copy");

    private int changes;

    TellerPad(PersonId teller) {
        getElement().setAttribute("address", TellerLinks.API);
        getElement().setAttribute("person", teller.toString());
        getElement().setAttribute("worker", "/assets/ballot/teller-worker.js");
        getElement().setAttribute("verify-worker", "/assets/ballot/verify-worker.js");
        getElement().setAttribute("texts", texts().json());
        CheckedScript.load(this, "teller");
    }

    private static ElementTexts texts() {
        var texts = new ElementTexts();
        WORDS.forEach(it -> texts.add(ElementTexts.name(it), "ballot.teller." + it));
        WITHHELD.forEach(it -> texts.add("withheld." + it, "ballot.teller.withheld." + it));
        FAULTS.forEach(it -> texts.add("fault." + it, "ballot.teller.fault." + it));
        REASONS.forEach(it -> texts.add("reason." + it, "ballot.verify.reason." + it));
        return texts;
    }

    /** There is something new: the page asks at once. */
    void look() {
        getElement().setAttribute("changed", String.valueOf(++changes));
    }
}
