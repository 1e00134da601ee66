package de.ratssaal.document;

import java.util.List;

/**
 * The text of a content was read, or more of it than before.
 *
 * @param files those that have this content now
 */
public record FileTextRead(List<FileId> files) {

    public FileTextRead {
        files = List.copyOf(files);
    }
}
