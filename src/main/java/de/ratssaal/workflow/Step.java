package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import java.util.List;
import java.util.Objects;

/**
 * One step of a process.
 *
 * @param name as people see it, such as {@code Mitzeichnung der Ämter}
 * @param offices those that act, in order; only where the process names them
 * @param inOrder whether they are asked one after the other; otherwise at the same time
 * @param workingDays how many working days each of them has; 0 for no deadline
 * @param mayBePassedOver whether the secretariat may go on without an office, with reasons
 * @param reminders none in processes that were laid down before there were any
 */
public record Step(
        String name,
        StepKind kind,
        Actor actor,
        List<OrganizationId> offices,
        boolean inOrder,
        Condition condition,
        int workingDays,
        boolean mayBePassedOver,
        Reminders reminders) {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** Longest deadline, in working days. */
    public static final int LONGEST_DEADLINE = 60;

    public Step {
        name = name.strip().replaceAll("\\s+", " ");
        offices = List.copyOf(offices);
        reminders = Objects.requireNonNullElse(reminders, Reminders.NONE);
    }

    /** A step with the usual reminders. */
    public Step(
            String name,
            StepKind kind,
            Actor actor,
            List<OrganizationId> offices,
            boolean inOrder,
            Condition condition,
            int workingDays,
            boolean mayBePassedOver) {
        this(name, kind, actor, offices, inOrder, condition, workingDays, mayBePassedOver, Reminders.USUAL);
    }
}
