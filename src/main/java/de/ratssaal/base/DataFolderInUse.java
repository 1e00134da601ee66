package de.ratssaal.base;

import java.nio.file.Path;

/** Another application runs on the same data folder. */
class DataFolderInUse extends StartRefused {

    private static final long serialVersionUID = 1;

    DataFolderInUse(Path folder) {
        super(
                "Another Ratssaal is running on the data folder %s.".formatted(folder),
                "Stop it first, or give this one a folder of its own with RATSSAAL_DATA.");
    }
}
