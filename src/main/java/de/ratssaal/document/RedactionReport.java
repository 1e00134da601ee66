package de.ratssaal.document;

import java.util.List;

/**
 * What was taken out of a file for its redacted version.
 *
 * @param letters how many letters, spaces among them
 * @param imagesBlackened images whose covered part is black now
 * @param imagesRemoved images that could not be read and went as a whole
 * @param shapes lines and shapes that were cut
 * @param picturePages pages that could not be taken apart with certainty and are pictures of themselves now, without text
 */
public record RedactionReport(
        int letters, int imagesBlackened, int imagesRemoved, int shapes, List<Integer> picturePages) {

    public RedactionReport {
        picturePages = List.copyOf(picturePages);
    }
}
