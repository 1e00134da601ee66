package de.ratssaal.packet;

import de.ratssaal.document.FileId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a packet, and where its files are found.
 *
 * @param files for each document in order the file; none for what is text
 */
record Collected(PacketContents contents, List<@Nullable FileId> files, String fingerprint) {

    /** All files in order. */
    List<FileId> present() {
        var present = new ArrayList<FileId>();
        for (var file : files) {
            if (file != null) {
                present.add(file);
            }
        }
        return present;
    }
}
