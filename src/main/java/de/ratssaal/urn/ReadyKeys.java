package de.ratssaal.urn;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.teller.Readiness;
import de.ratssaal.teller.TellerKey;
import de.ratssaal.teller.TellerKeys;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Under which key a meeting can vote in secret now: one whose tellers can decrypt the sum and confirm the result. */
@Component
class ReadyKeys {

    private final TellerKeys keys;
    private final SecretVoteRules rules;

    ReadyKeys(TellerKeys keys, SecretVoteRules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    /** @throws Refusal if there is none */
    TellerKey require(MeetingSummary meeting) {
        return keys.readyFor(meeting.organization())
                .filter(it -> canConfirm(it, meeting))
                .orElseThrow(() -> new Refusal(whyNot(meeting).orElseGet(() -> keys.why(meeting.organization()))));
    }

    /** Key of the sentence that says why there is none; nothing if there is one. */
    Optional<String> whyNot(MeetingSummary meeting) {
        var key = keys.readyFor(meeting.organization());
        if (key.isEmpty()) {
            return Optional.of(keys.why(meeting.organization()));
        }
        return key.filter(it -> !canConfirm(it, meeting)).map(it -> Readiness.TOO_FEW_ACCOUNTS.key());
    }

    private boolean canConfirm(TellerKey key, MeetingSummary meeting) {
        return keys.countWhoCanSignIn(key)
                >= rules.of(meeting.id())
                        .confirmationsOf(key.threshold(), key.tellers().size());
    }
}
