package de.ratssaal.workflow;

import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperInHand;
import java.util.List;

/**
 * What somebody needs to know who may begin the way of a paper.
 *
 * @param offices that may be named as the one that writes it
 */
public record ProcessStart(PaperInHand paper, ProcessDesign design, List<OrganizationSummary> offices) {

    public ProcessStart {
        offices = List.copyOf(offices);
    }
}
