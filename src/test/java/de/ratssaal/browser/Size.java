package de.ratssaal.browser;

/**
 * How large somebody's screen is.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 */
public record Size(int width, int height) {

    public static final Size DESKTOP = new Size(1280, 800);
    /** Also fingers instead of a mouse. */
    public static final Size PHONE = new Size(390, 844);

    /** Held upright; fingers as well. */
    public static final Size TABLET = new Size(820, 1180);

    /** Desktop seen at 200 %. */
    public static final Size ZOOMED = new Size(640, 400);
}
