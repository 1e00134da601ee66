package de.ratssaal.base.ui;

import java.util.List;

/**
 * Something that waits for whoever is signed in, for the list of their tasks. Implementations are Spring beans; the list knows no
 * module.
 */
public interface WaitingTasks {

    /** What waits, what ends first first; each leads to where it is done. */
    List<TaskRow> rows();
}
