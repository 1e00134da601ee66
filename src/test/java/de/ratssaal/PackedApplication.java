package de.ratssaal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * The application in a jar with a cache of loaded classes, as the launcher builds it: its start costs half as much. Made once
 * for the classes as they are, whichever test needs it first.
 */
final class PackedApplication {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path FOLDER = Path.of("target", "packed-application").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("classes.aot");
    private static final Path LOCK = Path.of("target", "packed-application.lock");

    private PackedApplication() {}

    /** Options of Java that name the class path and the cache. */
    static synchronized List<String> javaOptions() {
        try (var channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!Files.exists(CACHE) || Files.getLastModifiedTime(CACHE).compareTo(lastCompiled()) < 0) {
                make();
            }
            return List.of("-XX:AOTCache=" + CACHE, "-cp", classPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime lastCompiled() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(it -> it.toFile().lastModified())
                    .max(Comparator.naturalOrder())
                    .map(FileTime::fromMillis)
                    .orElseThrow();
        }
    }

    private static void make() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        jar(
                "--create",
                "--no-compress",
                "--file",
                FOLDER.resolve("ratssaal.jar").toString(),
                "-C",
                CLASSES.toString(),
                ".");
        var sealed = Arrays.stream(libraries())
                .map(Path::of)
                .filter(PackedApplication::isSealed)
                .findFirst()
                .orElseThrow();
        var open = Files.copy(sealed, FOLDER.resolve(sealed.getFileName()));
        var manifest = Files.writeString(FOLDER.resolve("open"), "Sealed: false\n");
        jar("--update", "--file", open.toString(), "--manifest", manifest.toString());
        rememberLoadedClasses();
    }

    /** Java 25 fails on a class of a sealed package that comes from its cache. */
    private static boolean isSealed(Path library) {
        return library.getFileName().toString().startsWith("xz-");
    }

    private static void rememberLoadedClasses() throws IOException {
        var data = Files.createTempDirectory("ratssaal-cache");
        ApplicationProcess.sharePostgresPrograms(data);
        var command = new ArrayList<>(ApplicationProcess.JAVA);
        var made = FOLDER.resolve("made.aot");
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + made,
                "-Dspring.context.exit=onRefresh",
                "-cp",
                classPath(),
                RatssaalApplication.class.getName(),
                "--empty"));
        var log = data.resolve("log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("RATSSAAL_"));
        builder.environment().putAll(Map.of("SERVER_PORT", "0", "RATSSAAL_DATA", data.toString()));
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("no cache of loaded classes:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        FileSystemUtils.deleteRecursively(data);
        Files.move(made, CACHE, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String classPath() throws IOException {
        var path = new ArrayList<String>();
        path.add(FOLDER.resolve("ratssaal.jar").toString());
        for (var library : libraries()) {
            path.add(
                    isSealed(Path.of(library))
                            ? FOLDER.resolve(Path.of(library).getFileName()).toString()
                            : library);
        }
        return String.join(":", path);
    }

    private static String[] libraries() throws IOException {
        return Files.readString(ApplicationProcess.CLASS_PATH).strip().split(":");
    }

    private static void jar(String... arguments) {
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        if (tool.run(new PrintStream(OutputStream.nullOutputStream()), System.err, arguments) != 0) {
            throw new IllegalStateException("jar " + String.join(" ", arguments));
        }
    }
}
