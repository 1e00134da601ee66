package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;

/** Name, address, zone, colour or coat of arms of a municipality changed. */
public record BodyChanged(BodyId body, BodyDetails before, BodyDetails after) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "body %s changed from %s to %s".formatted(body, line(before), line(after));
    }

    private static String line(BodyDetails details) {
        return "%s (%s, %s, %s, colour %s, coat of arms %s; %s)"
                .formatted(
                        details.name(),
                        details.shortName(),
                        details.land(),
                        details.zone(),
                        details.color(),
                        details.coatOfArms() == null
                                ? "none"
                                : Integer.toHexString(details.coatOfArms().hashCode()),
                        details.contact().replace('\n', ','));
    }

    @Override
    public String auditSubject() {
        return "body/" + body;
    }
}
