package de.ratssaal.ballot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code belenios-tool}, which others wrote: Debian's package, run as it is, in a folder of its own. */
public final class BeleniosTool {

    private final Path program;
    private final Path folder;

    private BeleniosTool(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The program, if it is installed. */
    public static Optional<Path> program() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(it -> Path.of(it, "belenios-tool"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static BeleniosTool in(Path folder) {
        return new BeleniosTool(program().orElseThrow(), folder);
    }

    /** What it said. */
    public record Said(int status, String output, String errors) {}

    public Said run(String input, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            var in = Files.writeString(folder.resolve("stdin"), input);
            var out = folder.resolve("stdout");
            var error = folder.resolve("stderr");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(error.toFile());
            process.environment().put("BELENIOS_USE_URANDOM", "1");
            var status = process.start().waitFor();
            return new Said(status, Files.readString(out), Files.readString(error, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a command that must succeed. */
    public String output(String input, String... arguments) {
        var said = run(input, arguments);
        if (said.status() != 0) {
            throw new IllegalStateException("%s: %s".formatted(List.of(arguments), said.errors()));
        }
        return said.output();
    }

    /** Its judgement on an archive that is alone in the folder. */
    public Said verify(byte[] archive) {
        try (var files = Files.list(folder)) {
            for (var old : files.filter(it -> it.toString().endsWith(".bel")).toList()) {
                Files.delete(old);
            }
            Files.write(folder.resolve("RatssaaLUnderTest.bel"), archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run("", "election", "verify");
    }

    public String event(String type, String records) {
        return output(records, "archive", "add-event", "--type=" + type);
    }
}
