package de.ratssaal.base;

import java.util.List;

/**
 * Something the command line can do, such as {@code ratssaal audit verify}. Each module brings its own as beans.
 *
 * <p>A command runs in an application without web server, jobs and start-up work, on the database of the running
 * instance if there is one. It writes its answer to {@link System#out} and what went wrong to {@link System#err}.
 */
public interface Command {

    /** Nothing is wrong. */
    int DONE = 0;

    /** The command could not do what it was asked: wrong arguments, an unreadable file, no database. */
    int IMPOSSIBLE = 2;

    /** The word it is called by, such as {@code audit}. */
    String name();

    /**
     * @param arguments the words after the name
     * @return exit code of the process; {@link #DONE}, {@link #IMPOSSIBLE} or the command's own
     */
    int run(List<String> arguments);
}
