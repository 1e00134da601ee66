package de.ratssaal.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Examines one PDF. The main class of a process of its own with little memory and no rights to lose (ADR 0031): a file made
 * to exhaust memory or time ends this process and nothing else.
 *
 * <p>Arguments: the file, the most characters of text, the milliseconds that reading the text may take, and the file into
 * which a version without active content is written if there is any, or {@code -} if it is not to be made. Output: one of
 * {@link Verdict} as a byte, the {@link ActiveContent} that was found as bits, the number of pages, and for {@link
 * Verdict#GOOD} a block of text for each page, as a length in bytes and UTF-8, a length of -1 and whether the text is complete.
 */
final class PdfExaminer {

    /** What came of the examination; the order is that of the bytes. */
    enum Verdict {
        GOOD,
        BROKEN,
        ENCRYPTED,
        ACTIVE,
        SIGNED_AND_ACTIVE
    }

    private static final int TAIL = 2048;
    private static final int BLOCK = 8 * 1024;

    private static final String REFUSE = "-";

    private final File file;
    private final int maxText;
    private final long textNanos;
    private final String cleaned;

    private PdfExaminer(File file, int maxText, long textMillis, String cleaned) {
        this.file = file;
        this.maxText = maxText;
        this.textNanos = textMillis * 1_000_000;
        this.cleaned = cleaned;
    }

    public static void main(String[] arguments) throws IOException {
        try (var answer =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BLOCK))) {
            new PdfExaminer(
                            new File(arguments[0]),
                            Integer.parseInt(arguments[1]),
                            Long.parseLong(arguments[2]),
                            arguments[3])
                    .examine(answer);
        }
    }

    private void examine(DataOutputStream answer) throws IOException {
        if (!isWhole()) {
            answer(answer, Verdict.BROKEN);
            return;
        }
        try (var document = open(file)) {
            if (document.isEncrypted()) {
                answer(answer, Verdict.ENCRYPTED);
            } else if (!hasSoundPages(document)) {
                answer(answer, Verdict.BROKEN);
            } else {
                examine(document, answer);
            }
        } catch (InvalidPasswordException e) {
            answer(answer, Verdict.ENCRYPTED);
        } catch (NotReadable e) {
            answer(answer, Verdict.BROKEN);
        }
    }

    private void examine(PDDocument document, DataOutputStream answer) throws IOException, NotReadable {
        var active = activeContent(document);
        var found = Set.copyOf(active.found());
        if (found.isEmpty()) {
            good(document, found, answer);
        } else if (cleaned.equals(REFUSE)) {
            answer(answer, Verdict.ACTIVE, found, 0);
        } else if (active.isSigned()) {
            answer(answer, Verdict.SIGNED_AND_ACTIVE, found, 0);
        } else {
            saveCleaned(document, active);
            try (var again = open(new File(cleaned))) {
                if (activeContent(again).found().isEmpty() && hasSoundPages(again)) {
                    good(again, found, answer);
                } else {
                    answer(answer, Verdict.ACTIVE, found, 0);
                }
            }
        }
    }

    private void good(PDDocument document, Set<ActiveContent> removed, DataOutputStream answer) throws IOException {
        answer(answer, Verdict.GOOD, removed, document.getNumberOfPages());
        writeText(document, answer);
    }

    /** The same each time it is made of the same file, so that it is kept once. */
    private void saveCleaned(PDDocument document, PdfActiveContent active) throws NotReadable {
        try {
            active.remove();
            document.setDocumentId(0L);
            document.save(new File(cleaned), CompressParameters.NO_COMPRESSION);
        } catch (IOException | RuntimeException e) {
            throw new NotReadable(e);
        }
    }

    private static PDDocument open(File file) throws NotReadable, InvalidPasswordException {
        try {
            return Loader.loadPDF(file, "", null, null, MemoryUsageSetting.setupMainMemoryOnly().streamCache);
        } catch (InvalidPasswordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new NotReadable(e);
        }
    }

    private static PdfActiveContent activeContent(PDDocument document) throws NotReadable {
        try {
            return PdfActiveContent.of(document);
        } catch (IOException | RuntimeException e) {
            throw new NotReadable(e);
        }
    }

    /** The library cannot make sense of the file. */
    private static final class NotReadable extends Exception {

        private static final long serialVersionUID = 1;

        NotReadable(Exception cause) {
            super(cause);
        }
    }

    private static void answer(DataOutputStream answer, Verdict verdict) throws IOException {
        answer(answer, verdict, Set.of(), 0);
    }

    private static void answer(DataOutputStream answer, Verdict verdict, Set<ActiveContent> found, int pages)
            throws IOException {
        answer.writeByte(verdict.ordinal());
        answer.writeInt(found.stream().mapToInt(it -> 1 << it.ordinal()).sum());
        answer.writeInt(pages);
        answer.flush();
    }

    /** A PDF that was cut off lacks its end; the library would mend it with what is left. */
    private boolean isWhole() throws IOException {
        try (var bytes = new RandomAccessFile(file, "r")) {
            var tail = new byte[(int) Math.min(TAIL, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    private static boolean hasSoundPages(PDDocument document) throws NotReadable {
        try {
            var pages = 0;
            for (var page : document.getPages()) {
                pages++;
                if (page.getMediaBox().getWidth() <= 0 || page.getMediaBox().getHeight() <= 0) {
                    return false;
                }
            }
            return pages > 0 && pages == document.getNumberOfPages();
        } catch (RuntimeException e) {
            throw new NotReadable(e);
        }
    }

    private void writeText(PDDocument document, DataOutputStream answer) throws IOException {
        var started = System.nanoTime();
        var stripper = new PDFTextStripper();
        var left = maxText;
        var complete = true;
        for (var page = 1; page <= document.getNumberOfPages(); page++) {
            if (left == 0 || System.nanoTime() - started > textNanos) {
                complete = false;
                break;
            }
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            var text = textOrNothing(stripper, document);
            if (text == null) {
                complete = false;
                text = "";
            }
            if (text.length() > left) {
                text = text.substring(0, left);
                complete = false;
            }
            left -= text.length();
            writeBlock(answer, text);
        }
        answer.writeInt(-1);
        answer.writeBoolean(complete);
    }

    private static @Nullable String textOrNothing(PDFTextStripper stripper, PDDocument document) {
        try {
            return stripper.getText(document);
        } catch (IOException | RuntimeException e) {
            return null; // a page that shows well may have fonts from which no text can be read
        }
    }

    private static void writeBlock(DataOutputStream answer, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        answer.writeInt(bytes.length);
        answer.write(bytes);
        answer.flush();
    }
}
