package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** Finds the type of a file in its content, and refuses what is not let in. PDFs are examined further elsewhere. */
final class Recognition {

    /** Readers accept a PDF that begins within so many bytes. */
    private static final int HEAD = 1024;

    private static final int MAX_ENTRIES = 20_000;
    private static final long MAX_UNPACKED = 1L << 30;
    private static final int MAX_CONTENT_TYPES = 1 << 20;
    private static final int MAX_PIXELS_ON_A_SIDE = 30_000;

    private static final Map<String, FileType> OFFICE_OPEN_XML = Map.of(
            "wordprocessingml.document.main+xml", FileType.DOCX,
            "spreadsheetml.sheet.main+xml", FileType.XLSX,
            "presentationml.presentation.main+xml", FileType.PPTX);

    private static final Map<String, FileType> COMPOUND = Map.of(
            "WordDocument", FileType.DOC,
            "Workbook", FileType.XLS,
            "Book", FileType.XLS,
            "PowerPoint Document", FileType.PPT);

    private static final Set<String> OBJECTS_IN_TEXT =
            Set.of("\\objdata", "\\objemb", "\\objocx", "\\objlink", "\\objautlink");
    private static final int LONGEST_WORD = 40;

    private Recognition() {}

    /**
     * @param name as the sender calls it
     * @throws Refusal if the content is of no type that is let in, broken, or not what the name says
     */
    static FileType of(Path content, String name) throws IOException {
        var type = ofContent(content);
        requireThatTheNameIsTrue(name, type);
        return type;
    }

    static void requireThatTheNameIsTrue(String name, FileType type) {
        var ending = FileName.ending(name).toLowerCase(Locale.ROOT);
        var claimed = Arrays.stream(FileType.values())
                .filter(it -> it.hasEnding(ending))
                .findFirst();
        if (claimed.isPresent() && claimed.get() != type) {
            throw new Refusal("document.refused.other-type", ending.toUpperCase(Locale.ROOT));
        }
    }

    private static FileType ofContent(Path content) throws IOException {
        var head = head(content);
        if (indexOf(head, "%PDF-") >= 0) {
            return FileType.PDF;
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return image(content, "png", FileType.PNG);
        }
        if (startsWith(head, 0xff, 0xd8, 0xff)) {
            return image(content, "jpeg", FileType.JPEG);
        }
        if (startsWith(head, 'I', 'I', 42, 0) || startsWith(head, 'M', 'M', 0, 42)) {
            return image(content, "tiff", FileType.TIFF);
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return container(content);
        }
        if (startsWith(head, CompoundFile.SIGNATURE)) {
            return compound(content);
        }
        if (startsWith(head, '{', '\\', 'r', 't', 'f', '1')) {
            return richText(content);
        }
        if (isText(content)) {
            return FileType.TEXT;
        }
        throw new Refusal("document.refused.unknown-type");
    }

    private static byte[] head(Path content) throws IOException {
        try (var stream = Files.newInputStream(content)) {
            return stream.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] head, String sought) {
        return new String(head, StandardCharsets.ISO_8859_1).indexOf(sought);
    }

    /** The header must be readable and the picture of a size that browsers show; its pixels are not decoded. */
    private static FileType image(Path content, String format, FileType type) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = ImageIO.createImageInputStream(content.toFile())) {
            reader.setInput(input, true, true);
            var longerSide = Math.max(reader.getWidth(0), reader.getHeight(0));
            if (longerSide > MAX_PIXELS_ON_A_SIDE) {
                throw new Refusal("document.refused.image-too-large", MAX_PIXELS_ON_A_SIDE);
            }
            return type;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw broken(type, e);
        } finally {
            reader.dispose();
        }
    }

    private static FileType container(Path content) throws IOException {
        try (var zip = new ZipFile(content.toFile(), StandardCharsets.UTF_8)) {
            requireReasonable(zip);
            var type = openDocument(zip)
                    .or(() -> officeOpenXml(zip))
                    .orElseThrow(() -> new Refusal("document.refused.unknown-type"));
            requireNoMacros(zip);
            return type;
        } catch (ZipException e) {
            var refusal = new Refusal("document.refused.broken");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Files of older office programs; what was encrypted with a newer one lies in such a file too. */
    private static FileType compound(Path content) throws IOException {
        var names = compoundNames(content);
        if (names.contains("EncryptedPackage") || names.contains("EncryptedSummary")) {
            throw new Refusal("document.refused.encrypted");
        }
        if (names.contains("VBA") || names.contains("_VBA_PROJECT") || names.contains("_VBA_PROJECT_CUR")) {
            throw new Refusal("document.refused.macros");
        }
        return COMPOUND.entrySet().stream()
                .filter(it -> names.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Refusal("document.refused.unknown-type"));
    }

    private static Set<String> compoundNames(Path content) throws IOException {
        try {
            return CompoundFile.names(content);
        } catch (CompoundFile.Broken e) {
            var refusal = new Refusal("document.refused.broken");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Its groups must be closed, and it may not carry objects of other programs: they can do harm when they are opened. */
    private static FileType richText(Path content) throws IOException {
        var depth = 0;
        var word = new StringBuilder();
        try (var reader = new java.io.InputStreamReader(buffered(content), StandardCharsets.ISO_8859_1)) {
            for (var c = reader.read(); c >= 0; c = reader.read()) {
                if (!word.isEmpty() && Character.isLetter(c) && word.length() < LONGEST_WORD) {
                    word.append((char) c);
                    continue;
                }
                if (OBJECTS_IN_TEXT.contains(word.toString())) {
                    throw new Refusal("document.refused.objects");
                }
                var isEscaped = word.length() == 1 && c != '\\';
                word.setLength(0);
                if (c == '\\') {
                    word.append('\\');
                } else if (c == '{' && !isEscaped) {
                    depth++;
                } else if (c == '}' && !isEscaped) {
                    depth--;
                }
            }
        }
        if (depth != 0) {
            throw new Refusal("document.refused.broken-type", FileType.RTF.name());
        }
        return FileType.RTF;
    }

    private static void requireReasonable(ZipFile zip) {
        if (zip.size() > MAX_ENTRIES
                || zip.stream().mapToLong(it -> Math.max(it.getSize(), 0)).sum() > MAX_UNPACKED) {
            throw new Refusal("document.refused.unpacks-too-large");
        }
    }

    private static Optional<FileType> openDocument(ZipFile zip) {
        return text(zip, "mimetype", 200).flatMap(it -> FileType.ofMediaType(it.strip()));
    }

    private static Optional<FileType> officeOpenXml(ZipFile zip) {
        var types = text(zip, "[Content_Types].xml", MAX_CONTENT_TYPES).orElse("");
        if (types.contains("macroEnabled")) {
            throw new Refusal("document.refused.macros");
        }
        return OFFICE_OPEN_XML.entrySet().stream()
                .filter(it -> types.contains("application/vnd.openxmlformats-officedocument." + it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void requireNoMacros(ZipFile zip) {
        var hasMacros = zip.stream()
                .map(ZipEntry::getName)
                .anyMatch(it -> it.startsWith("Basic/") || it.startsWith("Scripts/") || it.endsWith("vbaProject.bin"));
        if (hasMacros) {
            throw new Refusal("document.refused.macros");
        }
    }

    private static Optional<String> text(ZipFile zip, String entryName, int max) {
        var entry = zip.getEntry(entryName);
        if (entry == null) {
            return Optional.empty();
        }
        try (var stream = zip.getInputStream(entry)) {
            return Optional.of(new String(stream.readNBytes(max), StandardCharsets.UTF_8));
        } catch (IOException e) {
            var refusal = new Refusal("document.refused.broken");
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** UTF-8 without control characters other than those of text. */
    private static boolean isText(Path content) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new java.io.InputStreamReader(buffered(content), decoder)) {
            for (var c = reader.read(); c >= 0; c = reader.read()) {
                if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false; // the answer, not a fault
        }
    }

    private static InputStream buffered(Path content) throws IOException {
        return new BufferedInputStream(Files.newInputStream(content));
    }

    /** The beginning of a plain text, for searching. */
    static ExtractedText textOf(Path content, int max) throws IOException {
        try (var reader = new java.io.InputStreamReader(buffered(content), StandardCharsets.UTF_8)) {
            var text = new char[max];
            var length = 0;
            for (var count = 0; count >= 0 && length < max; count = reader.read(text, length, max - length)) {
                length += count;
            }
            return new ExtractedText(List.of(new String(text, 0, length)), reader.read() < 0);
        }
    }

    private static Refusal broken(FileType type, Exception cause) {
        var refusal = new Refusal("document.refused.broken-type", type.name());
        refusal.initCause(cause);
        return refusal;
    }
}
