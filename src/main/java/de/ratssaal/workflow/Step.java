package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import java.util.List;

/**
 * One step of a process.
 *
 * @param name as people see it, such as {@code Mitzeichnung der Ämter}
 * @param offices those that act, in order; only where the process names them
 * @param inOrder whether they are asked one after the other; otherwise at the same time
 * @param workingDays how many working days each of them has; 0 for no deadline
 * @param mayBePassedOver whether the secretariat may go on without an office, with reasons
 */
public record Step(
        String name,
        StepKind kind,
        Actor actor,
        List<OrganizationId> offices,
        boolean inOrder,
        Condition condition,
        int workingDays,
        boolean mayBePassedOver) {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** Longest deadline, in working days. */
    public static final int LONGEST_DEADLINE = 60;

    public Step {
        name = name.strip().replaceAll("\\s+", " ");
        offices = List.copyOf(offices);
    }
}
