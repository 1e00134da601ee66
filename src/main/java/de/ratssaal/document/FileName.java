package de.ratssaal.document;

import java.text.Normalizer;

/** File names as people send them, made harmless. */
final class FileName {

    private static final int MAX = 150;

    private FileName() {}

    /**
     * The name without folders, control and direction characters and what file systems forbid, at most {@value #MAX}
     * characters, with an ending that fits the type.
     */
    static String clean(String given, FileType type) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        var ending = ending(name);
        if (!type.hasEnding(ending)) {
            ending = type.ending();
        } else {
            name = name.substring(0, name.length() - ending.length() - 1);
        }
        var stem = name.replaceAll("[. ]+$", "");
        if (stem.isEmpty()) {
            stem = "Dokument";
        }
        return shortened(stem, MAX - ending.length() - 1) + "." + ending;
    }

    /** What stands after the last dot; empty if there is none. */
    static String ending(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static String shortened(String stem, int max) {
        if (stem.length() <= max) {
            return stem;
        }
        var end = Character.isHighSurrogate(stem.charAt(max - 1)) ? max - 1 : max;
        return stem.substring(0, end).stripTrailing();
    }
}
