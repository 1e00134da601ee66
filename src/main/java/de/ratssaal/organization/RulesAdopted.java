package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.rules.Preset;
import java.time.LocalDate;

/**
 * An organization got rules of procedure.
 *
 * @param from the first day on which they hold
 * @param preset what they start from
 * @param changes rules that differ from the preset, as JSON
 */
public record RulesAdopted(OrganizationId organization, LocalDate from, Preset preset, String changes)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "rules of organization %s from %s on: %s with %s".formatted(organization, from, preset, changes);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
