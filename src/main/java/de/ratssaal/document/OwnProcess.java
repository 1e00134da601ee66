package de.ratssaal.document;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Starts a main class of this application in a process of its own, bounded in memory and without passwords (ADR 0031). */
final class OwnProcess {

    private OwnProcess() {}

    static Process start(Class<?> main, DataSize memory, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // its last words are no part of the answer
                "-Xshare:auto",
                "-Djava.awt.headless=true"));
        command.addAll(program(main));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear(); // it need not know passwords
        return builder.start();
    }

    /** The class path and the main class; in the packed jar both are found by Spring's launcher. */
    private static List<String> program(Class<?> main) {
        var where = main.getProtectionDomain().getCodeSource().getLocation();
        return where.getProtocol().equals("file")
                ? List.of("-cp", System.getProperty("java.class.path"), main.getName())
                : List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dloader.main=" + main.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }
}
