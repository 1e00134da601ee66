package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.organization.BodyId;

/** Who agreed to no way of their own is from now on invited on this one. */
public record DefaultChannelChosen(BodyId body, Channel channel) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "members are invited by %s unless they agreed otherwise".formatted(channel);
    }

    @Override
    public String auditSubject() {
        return "body/" + body;
    }
}
