package de.ratssaal.voting;

import de.ratssaal.base.LegalSource;
import de.ratssaal.rules.OpenVoteRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;

/** Rules of a council that gave itself more for open votes than the law does. */
public final class OpenVoteRules {

    private OpenVoteRules() {}

    public static RulesOfProcedure of(boolean correctable, boolean closesByItself) {
        var t = RulesOfProcedure.THUERINGEN;
        return TestRules.with(t, new OpenVoteRule(correctable, closesByItself, new LegalSource("GeschO", "§ 12")));
    }
}
