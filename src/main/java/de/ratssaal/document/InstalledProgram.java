package de.ratssaal.document;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of others that may be installed. */
final class InstalledProgram {

    private InstalledProgram() {}

    /** @param name looked for on the path, or where it lies; empty for none */
    static Optional<String> find(String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        var places = name.contains("/")
                ? Stream.of(Path.of(name))
                : Arrays.stream(path("").split(File.pathSeparator)).map(it -> Path.of(it, name));
        return places.filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    /** All that such a program is told: where programs are, and a folder to work in. */
    static Map<String, String> environment(Path folder) {
        return Map.of(
                "PATH",
                path("/usr/bin:/bin"),
                "HOME",
                folder.toString(),
                "TMPDIR",
                folder.toString(),
                "LANG",
                "C.UTF-8");
    }

    private static String path(String otherwise) {
        return Optional.ofNullable(System.getenv("PATH")).orElse(otherwise);
    }
}
