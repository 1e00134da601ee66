package de.ratssaal.meeting;

import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** Somebody who is invited opened the meeting in the application, or its packet. It is told each time. */
public record MeetingLookedAt(MeetingId meeting, PersonId person, Instant at) {}
