package de.ratssaal.workflow;

import de.ratssaal.base.AuditedEvent;

/**
 * The head of an office named who stands in for them.
 *
 * @param standIn as it is now; its last day lies before the first if it never begins
 */
public record StandInNamed(StandIn standIn) implements AuditedEvent {

    @Override
    public String auditLine() {
        return standIn.sentence();
    }

    @Override
    public String auditSubject() {
        return "organization/" + standIn.office();
    }
}
