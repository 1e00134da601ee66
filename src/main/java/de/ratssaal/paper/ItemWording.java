package de.ratssaal.paper;

import de.ratssaal.meeting.MeetingSummary;

/**
 * What is put to the vote on an item, beside what the paper itself proposes.
 *
 * @param role in which the organization that meets deliberates the paper
 * @param own the paper's own proposal, as last released
 * @param current what would be put to the vote now
 * @param isAhead whether the item can still be decided on
 */
public record ItemWording(
        PaperId paper,
        PaperNumber number,
        MeetingSummary meeting,
        ConsultationRole role,
        ReleasedVersion own,
        ResolutionProposal current,
        boolean isAhead) {

    public boolean withChanges() {
        return !current.equals(own.proposal());
    }
}
