package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How early members are invited (R1).
 *
 * @param days full calendar days between delivery and meeting, neither day counted
 * @param urgentDays the same in urgency, which the invitation must state
 * @param source paragraph
 */
public record InvitationRule(int days, int urgentDays, LegalSource source) {

    public InvitationRule {
        if (urgentDays < 0 || days < urgentDays) {
            throw new IllegalArgumentException("%d days, in urgency %d".formatted(days, urgentDays));
        }
    }
}
