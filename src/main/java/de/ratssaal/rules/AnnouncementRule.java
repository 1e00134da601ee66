package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How early time, place and agenda of a public meeting are published (R2).
 *
 * @param days the announcement is out no later than this many days before the meeting's day
 * @param urgentDays the same in urgency
 * @param source paragraph
 */
public record AnnouncementRule(int days, int urgentDays, LegalSource source) {}
