package de.ratssaal.packet;

import de.ratssaal.document.FileId;
import de.ratssaal.meeting.AgendaItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a packet, and where its files are found.
 *
 * @param items for each item in order its identifier
 * @param documents for each document in order the identifier of the file or of the paper whose wording it is
 * @param files for each document in order the file; none for what is text
 */
record Collected(
        PacketContents contents,
        List<AgendaItemId> items,
        List<UUID> documents,
        List<@Nullable FileId> files,
        String fingerprint) {

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
