package de.ratssaal.stream.media;

/**
 * What the public sees.
 *
 * @param height in pixels; sides are as 16 to 9
 * @param kilobits a second, of the picture, at most
 */
public record Format(int height, int perSecond, int kilobits) {

    private static final int LOWEST = 90;
    private static final int HIGHEST = 1_080;

    public Format {
        if (height < LOWEST || height > HIGHEST || perSecond < 1 || kilobits < 1) {
            throw new IllegalArgumentException("no picture: %d, %d, %d".formatted(height, perSecond, kilobits));
        }
        height = height / 2 * 2;
    }

    int width() {
        return height * 16 / 9 / 2 * 2;
    }
}
