package de.ratssaal.meeting;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/**
 * When and where an organization meets.
 *
 * @param endsAt planned end, or what is usual
 * @param place room and address; empty for a digital meeting
 */
public record BusyTime(
        MeetingId meeting, OrganizationId organization, Instant startsAt, Instant endsAt, String place) {}
