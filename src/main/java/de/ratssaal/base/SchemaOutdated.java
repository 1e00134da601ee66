package de.ratssaal.base;

/** A command met a database whose tables are of an older version; only the application changes them. */
class SchemaOutdated extends IllegalStateException {

    private static final long serialVersionUID = 1;

    SchemaOutdated() {
        super(
                "The tables of this database are of an older version. Start the application once, it brings them up to date.");
    }
}
