package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;

/** A member excluded from one item: neither deliberates nor votes nor counts (R7). */
public record Recusal(AgendaItemId item, PersonId person, Instant declaredAt) {}
