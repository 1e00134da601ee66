package de.ratssaal.document;

/**
 * A rectangle of a page as it is shown, turned and cropped, from its upper left corner.
 *
 * @param page counted from 1
 * @param x in points (1/72 inch) from the left
 * @param y in points from the top
 */
public record RedactionArea(int page, float x, float y, float width, float height) {

    public RedactionArea {
        if (page < 1 || !(width > 0) || !(height > 0) || !Float.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException("page %d, %s %s %s %s".formatted(page, x, y, width, height));
        }
    }
}
