package de.ratssaal.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The colours of tokens.css, in light and in dark")
class TokensTest {

    /** WCAG 1.4.3 asks for this of text, 1.4.11 for {@link #SIGN} of edges and of what has the focus. */
    private static final double TEXT = 4.5;

    private static final double SIGN = 3;
    private static final Pattern COLOUR =
            Pattern.compile("--rs-([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");

    private static final List<String> GROUNDS = List.of("page-ground", "surface", "sunken");
    private static final List<String> MEANINGS =
            List.of("primary", "yes", "no", "abstain", "recused", "info", "success", "warning", "danger");

    private final Map<String, List<Integer>> colours = read();

    @Test
    void textCanBeReadOnEveryGround() {
        for (var ground : GROUNDS) {
            for (var text : List.of("ink", "muted", "primary-strong", "accent")) {
                assertContrast(text, ground, TEXT);
            }
            MEANINGS.forEach(text -> assertContrast(text, ground, TEXT));
        }
    }

    @Test
    void aMeaningCanBeReadOnItsOwnSoftGround() {
        for (var meaning : MEANINGS) {
            assertContrast(meaning, meaning + "-soft", TEXT);
            assertContrast("ink", meaning + "-soft", TEXT);
        }
    }

    @Test
    void buttonsAndFrameCanBeRead() {
        assertContrast("on-primary", "primary", TEXT);
        assertContrast("on-primary", "primary-strong", TEXT);
        for (var ground : List.of("frame", "frame-raised")) {
            assertContrast("frame-ink", ground, TEXT);
            assertContrast("frame-muted", ground, TEXT);
            assertContrast("frame-focus", ground, SIGN);
        }
    }

    @Test
    void edgesOfFieldsAndTheFocusCanBeSeen() {
        for (var ground : GROUNDS) {
            assertContrast("edge", ground, SIGN);
            assertContrast("focus", ground, SIGN);
        }
    }

    private void assertContrast(String front, String ground, double least) {
        for (var scheme : List.of(0, 1)) {
            assertThat(contrast(colour(front, scheme), colour(ground, scheme)))
                    .as("%s on %s, %s", front, ground, scheme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private int colour(String name, int scheme) {
        assertThat(colours).containsKey(name);
        return colours.get(name).get(scheme);
    }

    private static double contrast(int one, int other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(int colour) {
        var parts = IntStream.of(16, 8, 0)
                .mapToDouble(shift -> (colour >> shift & 0xff) / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static Map<String, List<Integer>> read() {
        try {
            var found = new HashMap<String, List<Integer>>();
            COLOUR.matcher(Files.readString(Path.of("frontend/styles/tokens.css")))
                    .results()
                    .forEach(it -> found.put(
                            it.group(1),
                            List.of(Integer.parseInt(it.group(2), 16), Integer.parseInt(it.group(3), 16))));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
