package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour on the screen.
 *
 * @param hex as {@code #rrggbb} in small letters
 */
public record Color(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    public Color {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new Refusal("organization.color.not-hex", hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
