package de.ratssaal.base;

/**
 * What a module adds to the demo city. Beans of this type are loaded one after the other at every start of the profile
 * {@code demo}, once everything else has started.
 */
public interface DemoContent {

    /** The smaller is loaded first. A module leaves room: organizations come at 100, meetings at 200 and so on. */
    int order();

    /**
     * Makes what is not there yet; everything or nothing. Nobody is signed in: it acts as the application itself. What
     * was loaded before stays as people have changed it since.
     */
    void load();
}
