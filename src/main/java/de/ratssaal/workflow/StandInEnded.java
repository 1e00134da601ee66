package de.ratssaal.workflow;

import de.ratssaal.base.AuditedEvent;

/**
 * A time in which somebody stood in for a head ends earlier than was said.
 *
 * @param standIn as it is now; its last day lies before the first if it never begins
 */
public record StandInEnded(StandIn standIn) implements AuditedEvent {

    @Override
    public String auditLine() {
        return standIn.sentence() + ", shortened";
    }

    @Override
    public String auditSubject() {
        return "organization/" + standIn.office();
    }
}
