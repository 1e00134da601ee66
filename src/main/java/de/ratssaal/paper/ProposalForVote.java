package de.ratssaal.paper;

/**
 * What would be put to the vote on an item of an agenda now.
 *
 * @param question title of the paper with its number, in one line
 * @param wording the proposal in full, see {@link ResolutionProposal#wording()}
 * @param proposalJson the same in its points, see {@link ResolutionProposal#serialise()}
 * @param withChanges whether the wording was changed for this item and differs from the paper's
 * @param paper the paper it comes from
 */
public record ProposalForVote(
        String question, String wording, String proposalJson, boolean withChanges, PaperId paper) {

    public ResolutionProposal proposal() {
        return ResolutionProposal.parse(proposalJson);
    }
}
