package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.PaperInHand;
import java.time.ZoneId;
import java.util.List;

/**
 * Where a paper is on its way, for somebody who takes part in it.
 *
 * @param paper as it is being written
 * @param version of the process by which it goes
 * @param round 0 while it was never submitted
 * @param steps of the running round, or of the last one
 * @param history everything that was done, in order
 * @param design by which it goes, for who submits it
 * @param maySubmit whether whoever looks may submit it now
 * @param mayCallBack whether whoever looks may take it back now
 */
public record ProcessPicture(
        PaperInHand paper,
        ProcessState state,
        int version,
        int round,
        OrganizationId authorOffice,
        String authorOfficeName,
        ZoneId zone,
        List<StepPicture> steps,
        List<ActSummary> history,
        ProcessDesign design,
        boolean financialEffects,
        boolean maySubmit,
        boolean mayCallBack) {

    public ProcessPicture {
        steps = List.copyOf(steps);
        history = List.copyOf(history);
    }

    /** Whether whoever looks is to act at one of its stations. */
    public boolean isMine() {
        return steps.stream().flatMap(it -> it.stations().stream()).anyMatch(StationPicture::mayDecide);
    }
}
