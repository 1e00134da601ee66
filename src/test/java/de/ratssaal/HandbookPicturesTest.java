package de.ratssaal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pictures of the documentation")
class HandbookPicturesTest {

    private static final List<Path> FOLDERS =
            List.of(Path.of("docs", "pictures"), Path.of("docs", "handbook", "pictures"));
    private static final long LARGEST = 250_000;

    @Test
    @DisplayName("are each shown on a page, made by a browser test under the same name, and not too large")
    void areMadeAndShown() {
        var pages = texts(Path.of("docs"), ".md") + text(Path.of("README.md"));
        var tests = texts(Path.of("src", "test", "java", "de", "ratssaal", "browser"), ".java");
        var pictures = FOLDERS.stream().flatMap(it -> files(it, ".png")).toList();
        assertThat(pictures).isNotEmpty().allSatisfy(picture -> {
            var file = picture.getFileName().toString();
            assertThat(pages).contains("pictures/" + file + ")");
            assertThat(tests).contains(".handbook(\"" + file.replace(".png", "") + "\")");
            assertThat(picture).satisfies(it -> assertThat(Files.size(it)).isLessThan(LARGEST));
        });
    }

    private static String texts(Path folder, String ending) {
        return files(folder, ending).map(HandbookPicturesTest::text).collect(Collectors.joining());
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            return found.filter(it -> it.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
