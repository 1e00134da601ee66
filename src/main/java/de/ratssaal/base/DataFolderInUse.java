package de.ratssaal.base;

import java.nio.file.Path;

/** Another application runs on the same data folder. */
class DataFolderInUse extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder) {
        super(
                "Another Ratssaal is running on the data folder %s. Stop it first, or set RATSSAAL_DATA to another folder."
                        .formatted(folder));
    }
}
