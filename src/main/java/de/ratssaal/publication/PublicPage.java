package de.ratssaal.publication;

import de.ratssaal.document.FileId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A page of a public file, to be found.
 *
 * @param name of the file
 * @param page counted from 1
 */
record PublicPage(FileId file, String name, int page) {

    UUID id() {
        return UUID.nameUUIDFromBytes((file + "/" + page).getBytes(StandardCharsets.UTF_8));
    }
}
