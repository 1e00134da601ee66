package de.ratssaal.amendment;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.meeting.AgendaItemId;

/** What has to be true before an amendment is voted on. Implementations are Spring beans of modules that know more. */
public interface AmendmentGuard {

    /** @throws RuleViolation if the rules do not let it be voted on yet */
    void requireMayBeVotedOn(AgendaItemId item, AmendmentId amendment);

    /** @throws Refusal if it has enough supporters, or needs none */
    void requireLacksSupport(AgendaItemId item, AmendmentId amendment);
}
