package de.ratssaal.document;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Files as office programs write them, made by LibreOffice. */
public final class OfficeFiles {

    private static final Duration TIME = Duration.ofMinutes(2);

    private OfficeFiles() {}

    /** A text document that says something about a fountain. Skips the test where LibreOffice is not installed. */
    public static byte[] wordDocument(Path folder) throws IOException, InterruptedException {
        return Files.readAllBytes(of(FileType.DOCX, "docx", folder));
    }

    static Path of(FileType type, String filter, Path folder) throws IOException, InterruptedException {
        var source = switch (type) {
            case ODS, XLSX, XLS -> write(folder, "sheet.csv", "Brunnen;100\n");
            case ODP, PPTX, PPT -> write(folder, "slides.fodp", SLIDES);
            default -> write(folder, "text.txt", "Der Brunnen ist alt.\n");
        };
        var settings = new ConversionSettings("soffice", TIME, DataSize.ofGigabytes(4), DataSize.ofMegabytes(50), 1);
        assumeThat(new Conversion(settings).isPossible(FileType.DOCX))
                .as("LibreOffice is installed")
                .isTrue();
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile-of-test").toUri(),
                "--headless",
                "--convert-to",
                filter,
                "--outdir",
                folder.toString(),
                source.toString()));
        new BoundedProgram(TIME, settings.memory(), settings.maxSize())
                .run(
                        command,
                        folder,
                        Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString(), "LANG", "C.UTF-8"));
        return folder.resolve(source.getFileName().toString().replaceAll("\\..*", "." + type.ending()));
    }

    private static Path write(Path folder, String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private static final String SLIDES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">
            <office:body><office:presentation><draw:page draw:name="one">
            <draw:frame svg:width="20cm" svg:height="3cm" svg:x="2cm" svg:y="2cm">
            <draw:text-box><text:p>Brunnen</text:p></draw:text-box></draw:frame>
            </draw:page></office:presentation></office:body></office:document>
            """;
}
