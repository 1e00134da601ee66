package de.ratssaal.document;

/**
 * How the files are, as an administrator should know.
 *
 * @param unscanned contents that no virus scanner has seen
 * @param infected contents in which one found something; nobody reads them
 * @param inClear contents of an installation before files were sealed, which still have to be
 * @param inObjectStore contents that lie in an object store
 */
public record DocumentCondition(
        Scanner scanner, long contents, long unscanned, long infected, long inClear, long inObjectStore) {

    /** Whether files are scanned for viruses. */
    public enum Scanner {
        ANSWERS,
        SILENT,
        NOT_SET
    }

    /** Whether an administrator has to do something. */
    public boolean isWorrying() {
        return scanner != Scanner.ANSWERS || infected > 0;
    }
}
