package de.ratssaal.document;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/** Runs a main class of this application in a process of its own that ends with the application ({@link BoundedProgram}). */
final class BoundedJava {

    private final Duration time;
    private final DataSize heap;
    private final DataSize output;

    /** @param output largest file that it may write */
    BoundedJava(Duration time, DataSize heap, DataSize output) {
        this.time = time;
        this.heap = heap;
        this.output = output;
    }

    /** @return how it ended; nothing if it took too long */
    OptionalInt run(Class<?> main, Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder));
        command.addAll(program(main));
        command.addAll(List.of(arguments));
        // Java reserves addresses that it never uses: its heap is what bounds it
        return new BoundedProgram(time, DataSize.ofGigabytes(1_000), output)
                .run(command, folder, InstalledProgram.environment(folder));
    }

    /** The class path and the main class; in the packed jar both are found by Spring's launcher. */
    private static List<String> program(Class<?> main) {
        var where = main.getProtectionDomain().getCodeSource().getLocation();
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(it -> Path.of(it).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return where.getProtocol().equals("file")
                ? List.of("-cp", classPath, main.getName())
                : List.of(
                        "-cp",
                        classPath,
                        "-Dloader.main=" + main.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }
}
