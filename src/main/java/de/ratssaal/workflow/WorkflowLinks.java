package de.ratssaal.workflow;

/** Addresses of this module's pages below {@code /app}. */
public final class WorkflowLinks {

    /** Everything that waits for whoever is signed in. */
    public static final String TASKS = "tasks";

    /** What administrators lay down. */
    public static final String PROCESSES = "processes";

    private WorkflowLinks() {}
}
