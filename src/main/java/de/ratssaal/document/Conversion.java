package de.ratssaal.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Makes a file into a PDF, in a process of its own: what office programs write with LibreOffice, images without it.
 *
 * <p>LibreOffice gets a profile of its own each time, in which macros, links to other places and the network are turned off.
 */
@Component
class Conversion {

    private static final String RESULT = "document.pdf";
    private static final DataSize IMAGE_HEAP = DataSize.ofMegabytes(512);

    private final ConversionSettings settings;

    Conversion(ConversionSettings settings) {
        this.settings = settings;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** @param pdf lies in the folder of the conversion */
        record Made(Path pdf) implements Outcome {}

        record Not(Rendition.State state) implements Outcome {}
    }

    /** Whether there is what a file of this type needs. */
    boolean isPossible(FileType type) {
        return !needsOffice(type) || program().isPresent();
    }

    private static boolean needsOffice(FileType type) {
        return switch (type) {
            case PDF, PNG, JPEG, TIFF -> false;
            case ODT, ODS, ODP, DOCX, XLSX, PPTX, DOC, XLS, PPT, RTF, TEXT -> true;
        };
    }

    /** LibreOffice, if it is installed. */
    private Optional<String> program() {
        return InstalledProgram.find(settings.program());
    }

    /** @param folder is the conversion's alone */
    Outcome convert(Path source, FileType type, Path folder) throws IOException, InterruptedException {
        var program = program();
        if (needsOffice(type)) {
            return program.isEmpty()
                    ? new Outcome.Not(Rendition.State.NOT_INSTALLED)
                    : outcome(office(program.get(), source, type, folder), folder);
        }
        return outcome(image(source, type, folder), folder);
    }

    private static Outcome outcome(OptionalInt ended, Path folder) throws IOException {
        var pdf = folder.resolve(RESULT);
        if (ended.isEmpty()) {
            return new Outcome.Not(Rendition.State.TOO_LONG);
        }
        return ended.getAsInt() == 0 && Files.exists(pdf) && Files.size(pdf) > 0
                ? new Outcome.Made(pdf)
                : new Outcome.Not(Rendition.State.FAILED);
    }

    private OptionalInt office(String program, Path source, FileType type, Path folder)
            throws IOException, InterruptedException {
        var profile = Files.createDirectories(folder.resolve("profile").resolve("user"));
        Files.writeString(profile.resolve("registrymodifications.xcu"), profile());
        var named = Files.move(source, folder.resolve("document." + (type == FileType.TEXT ? "txt" : type.ending())));
        var command = new ArrayList<>(List.of(
                program,
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--nologo",
                "--nofirststartwizard"));
        if (type == FileType.TEXT) {
            command.add("--infilter=Text (encoded):UTF8");
        }
        command.addAll(List.of("--convert-to", "pdf", "--outdir", folder.toString(), named.toString()));
        return new BoundedProgram(settings.time(), settings.memory(), settings.maxSize())
                .run(command, folder, InstalledProgram.environment(folder));
    }

    private static String profile() throws IOException {
        try (var file = Conversion.class.getResourceAsStream("registrymodifications.xcu")) {
            if (file == null) {
                throw new IOException("the profile for LibreOffice is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private OptionalInt image(Path source, FileType type, Path folder) throws IOException, InterruptedException {
        return new BoundedJava(settings.time(), IMAGE_HEAP, settings.maxSize())
                .run(
                        ImagePages.class,
                        folder,
                        source.toString(),
                        type.name(),
                        folder.resolve(RESULT).toString());
    }
}
