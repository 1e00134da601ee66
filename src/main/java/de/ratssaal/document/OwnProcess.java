package de.ratssaal.document;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.springframework.util.unit.DataSize;

/**
 * Starts a main class of this application that reads PDFs in a process of its own, bounded in memory and without passwords (ADR
 * 0031). It has PDFBox at hand and nothing else, and so begins a fifth sooner.
 */
final class OwnProcess {

    /** One class of each library that PDFBox needs. */
    private static final List<Class<?>> PDFBOX = List.of(
            PDDocument.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            Log.class,
            Logger.class,
            BouncyCastleProvider.class);

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
        return locationOf(main).getProtocol().equals("file")
                ? List.of("-cp", classPath(main), main.getName())
                : List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dloader.main=" + main.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    private static String classPath(Class<?> main) {
        return Stream.concat(Stream.of(main), PDFBOX.stream())
                .map(it -> Path.of(URI.create(locationOf(it).toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
