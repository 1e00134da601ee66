package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;

/** A term of office was entered. */
public record LegislativeTermAdded(LegislativeTerm term) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "legislative term %s from %s to %s".formatted(term.name(), term.firstDay(), term.lastDay());
    }

    @Override
    public String auditSubject() {
        return "body/" + term.body();
    }
}
