package de.ratssaal.voting;

import de.ratssaal.base.LegalSource;
import de.ratssaal.rules.OpenVoteRule;
import de.ratssaal.rules.RulesOfProcedure;

/** Rules of a council that gave itself more for open votes than the law does. */
public final class OpenVoteRules {

    private OpenVoteRules() {}

    public static RulesOfProcedure of(boolean correctable, boolean closesByItself) {
        var t = RulesOfProcedure.THUERINGEN;
        return new RulesOfProcedure(
                t.preset(),
                t.invitation(),
                t.announcement(),
                t.urgentItem(),
                t.quorum(),
                t.recusal(),
                t.majority(),
                t.ballotMode(),
                t.election(),
                t.publicity(),
                t.remote(),
                t.circular(),
                t.minutes(),
                t.speaking(),
                t.disturbance(),
                t.arrival(),
                new OpenVoteRule(correctable, closesByItself, new LegalSource("GeschO", "§ 12")),
                t.message(),
                t.support());
    }
}
