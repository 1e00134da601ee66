package de.ratssaal.packet.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The list of contents that readers show beside the pages, in two levels. */
final class Outline {

    private final PdfFile file;
    private final List<Entry> entries = new ArrayList<>();

    Outline(PdfFile file) {
        this.file = file;
    }

    private record Entry(int number, String title, int page, List<Entry> below) {}

    /** @param level 0, or 1 for what stands below the last entry of level 0 */
    void add(int level, String title, int page) {
        var entry = new Entry(file.reserve(), title, page, new ArrayList<>());
        (level == 0 ? entries : entries.getLast().below()).add(entry);
    }

    /** @return number of the whole */
    int write() throws IOException {
        var whole = file.reserve();
        file.object(
                whole,
                "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
                        .formatted(
                                entries.getFirst().number(), entries.getLast().number(), entries.size()));
        write(entries, whole);
        return whole;
    }

    private void write(List<Entry> level, int parent) throws IOException {
        for (var at = 0; at < level.size(); at++) {
            var entry = level.get(at);
            var text = new StringBuilder(
                    "<</Title%s/Parent %d 0 R/Dest[%d 0 R/Fit]".formatted(string(entry.title()), parent, entry.page()));
            if (at > 0) {
                text.append("/Prev %d 0 R".formatted(level.get(at - 1).number()));
            }
            if (at + 1 < level.size()) {
                text.append("/Next %d 0 R".formatted(level.get(at + 1).number()));
            }
            if (!entry.below().isEmpty()) {
                text.append("/First %d 0 R/Last %d 0 R/Count -%d"
                        .formatted(
                                entry.below().getFirst().number(),
                                entry.below().getLast().number(),
                                entry.below().size()));
            }
            file.object(entry.number(), text.append(">>").toString());
            write(entry.below(), entry.number());
        }
    }

    /** A text as PDF writes it, whatever letters it has. */
    static String string(String text) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
