package de.ratssaal.amendment;

import de.ratssaal.base.Refusal;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;

/**
 * What somebody writes in an amendment.
 *
 * @param title what it wants, in one line
 * @param version of the paper that was changed
 * @param wanted the proposal as the mover would have it
 * @param reasons why; may be empty
 */
public record AmendmentContent(String title, Mover mover, int version, ResolutionProposal wanted, String reasons) {

    /** @throws Refusal if the title is missing, a point is empty, or something is too long */
    public AmendmentContent {
        title = title.strip().replaceAll("\\s+", " ");
        reasons = reasons.strip();
        if (title.isEmpty()) {
            throw new Refusal("amendment.write.title-missing");
        }
        if (title.length() > PaperContent.LONGEST_TITLE) {
            throw new Refusal("paper.edit.title-too-long", PaperContent.LONGEST_TITLE);
        }
        if (reasons.length() > PaperContent.LONGEST_TEXT || wanted.wording().length() > PaperContent.LONGEST_TEXT) {
            throw new Refusal("paper.edit.text-too-long", PaperContent.LONGEST_TEXT);
        }
        if (wanted.points().stream().map(ResolutionPoint::wording).anyMatch(String::isBlank)) {
            throw new Refusal("paper.change.empty");
        }
    }
}
