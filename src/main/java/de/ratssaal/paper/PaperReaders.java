package de.ratssaal.paper;

import java.util.Collection;

/**
 * Who may read or write a paper before it is released, beside those who prepare it: whoever is asked to act on it. Modules
 * that ask them answer, each time anew, for whoever acts. They answer from what they know themselves and do not ask this
 * module back.
 */
public interface PaperReaders {

    /** Whether whoever acts may read all of the paper, non-public parts and files included. */
    boolean mayRead(PaperId paper);

    /** Whether whoever acts may write in the paper. */
    boolean mayWrite(PaperId paper);

    /** All papers that whoever acts may read for this reason. */
    Collection<PaperId> readable();

    /** Whether whoever acts belongs to the office that wrote the paper as it was released: it keeps what it wrote. */
    boolean wrote(PaperId paper);

    /** All papers that the offices of whoever acts wrote and that were released. */
    Collection<PaperId> written();
}
