package de.ratssaal.base;

import java.util.List;

/**
 * What the terminal shows once, below the addresses, when the application is ready: the logins of the demo city, a link
 * for the first administrator. Each module brings its own as beans.
 */
public interface StartNotice {

    /** Lines to show, the first as a heading; none if there is nothing to say. */
    List<String> lines();
}
