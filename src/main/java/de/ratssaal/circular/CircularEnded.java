package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.voting.Tally;
import java.time.Instant;

/** A circular resolution was counted. Like any open vote by name, who voted how is stored with it. */
public record CircularEnded(
        CircularId circular,
        OrganizationId organization,
        CircularOutcome outcome,
        int agreed,
        int objected,
        Tally tally,
        int recused,
        String fingerprint,
        boolean isPublic,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "circular resolution %s counted: %s; procedure %d agreed, %d objected; %d yes, %d no, %d abstentions, %d recused; wording %s"
                .formatted(
                        circular,
                        outcome,
                        agreed,
                        objected,
                        tally.yes(),
                        tally.no(),
                        tally.abstentions(),
                        recused,
                        fingerprint);
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
