package de.ratssaal.conference;

import java.util.List;

/** Looks whether something that brings sound and picture works. For the administrators; asking may take some seconds. */
public interface Checkup {

    /** @return none if it is not set up */
    List<Check> checks();
}
