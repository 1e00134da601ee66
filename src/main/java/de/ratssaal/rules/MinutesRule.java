package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * What the minutes hold and who signs them (R18).
 *
 * @param namesOfAbsent whether absent members are named with their reason
 * @param approvedAtNextMeeting whether the next meeting approves them
 * @param speakers whether it is proposed to name who spoke
 * @param source paragraph
 */
public record MinutesRule(
        boolean namesOfAbsent, boolean approvedAtNextMeeting, SpeakersNamed speakers, LegalSource source) {}
