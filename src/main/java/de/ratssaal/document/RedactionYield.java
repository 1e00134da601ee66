package de.ratssaal.document;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.jspecify.annotations.Nullable;

/** What was taken out of a document, counted, with the words, so that these can be looked for in what is left. */
final class RedactionYield {

    private static final double SAME_WORD = 0.3;

    private final List<String> words = new ArrayList<>();
    private final Map<COSDictionary, Set<String>> keptDrawings = new IdentityHashMap<>();
    private final StringBuilder word = new StringBuilder();
    private @Nullable Rectangle2D last;
    private int letters;
    private int imagesBlackened;
    private int imagesRemoved;
    private int shapes;

    void removed(@Nullable String unicode, Rectangle2D box) {
        letters++;
        if (last != null && isApart(last, box)) {
            endWord();
        }
        last = box;
        if (unicode == null || unicode.isBlank()) {
            endWord();
        } else {
            word.append(unicode);
        }
    }

    private static boolean isApart(Rectangle2D one, Rectangle2D next) {
        var near = Math.max(one.getHeight(), next.getHeight()) * SAME_WORD;
        return one.getX() - near > next.getMaxX()
                || next.getX() - near > one.getMaxX()
                || one.getY() - near > next.getMaxY()
                || next.getY() - near > one.getMaxY();
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    void uses(PDType3Font font) {
        keptDrawings.computeIfAbsent(font.getCOSObject(), it -> new HashSet<>());
    }

    void kept(PDType3Font font, int code) {
        var name = font.getEncoding().getName(code);
        keptDrawings.computeIfAbsent(font.getCOSObject(), it -> new HashSet<>()).add(name);
    }

    void imageBlackened() {
        imagesBlackened++;
    }

    void imageRemoved() {
        imagesRemoved++;
    }

    void shapeCut() {
        shapes++;
    }

    List<String> words() {
        endWord();
        last = null;
        return List.copyOf(words);
    }

    /** Fonts whose letters are drawings, with the names of those that are still shown. */
    Map<COSDictionary, Set<String>> keptDrawings() {
        return keptDrawings;
    }

    int letters() {
        return letters;
    }

    int imagesBlackened() {
        return imagesBlackened;
    }

    int imagesRemoved() {
        return imagesRemoved;
    }

    int shapes() {
        return shapes;
    }
}
