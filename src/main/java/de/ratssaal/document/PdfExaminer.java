package de.ratssaal.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Examines one PDF. The main class of a process of its own with little memory and no rights to lose (ADR 0031): a file made
 * to exhaust memory or time ends this process and nothing else.
 *
 * <p>Arguments: the file, the most characters of text, the milliseconds that reading the text may take. Output: one of
 * {@link Verdict} as a byte, the number of pages, and for {@link Verdict#GOOD} blocks of text, each as a length in bytes and
 * UTF-8, a length of -1 and whether the text is complete.
 */
final class PdfExaminer {

    /** What came of the examination; the order is that of the bytes. */
    enum Verdict {
        GOOD,
        BROKEN,
        ENCRYPTED,
        SCRIPT,
        LAUNCHES,
        EMBEDS_PROGRAM,
        FORM_WITH_PROGRAM
    }

    private static final int TAIL = 2048;
    private static final int BLOCK = 8 * 1024;

    private static final Set<String> RUNNING_ACTIONS =
            Set.of("Launch", "ImportData", "Movie", "Rendition", "RichMediaExecute", "GoToE", "GoTo3DView", "Sound");
    /** Files within the file that carry data and cannot be run. */
    private static final Set<String> HARMLESS =
            Set.of("xml", "csv", "txt", "json", "png", "jpg", "jpeg", "odt", "ods", "odp", "docx", "xlsx", "pptx");

    private final File file;
    private final int maxText;
    private final long textNanos;

    private PdfExaminer(File file, int maxText, long textMillis) {
        this.file = file;
        this.maxText = maxText;
        this.textNanos = textMillis * 1_000_000;
    }

    public static void main(String[] arguments) throws IOException {
        try (var answer =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BLOCK))) {
            new PdfExaminer(new File(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]))
                    .examine(answer);
        }
    }

    private void examine(DataOutputStream answer) throws IOException {
        if (!isWhole()) {
            answer(answer, Verdict.BROKEN, 0);
            return;
        }
        try (var document = open()) {
            var verdict = verdictOn(document);
            answer(answer, verdict, verdict == Verdict.GOOD ? document.getNumberOfPages() : 0);
            if (verdict == Verdict.GOOD) {
                writeText(document, answer);
            }
        } catch (InvalidPasswordException e) {
            answer(answer, Verdict.ENCRYPTED, 0);
        } catch (NotReadable e) {
            answer(answer, Verdict.BROKEN, 0);
        }
    }

    private PDDocument open() throws NotReadable, InvalidPasswordException {
        try {
            return Loader.loadPDF(file, "", null, null, MemoryUsageSetting.setupMainMemoryOnly().streamCache);
        } catch (InvalidPasswordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new NotReadable(e);
        }
    }

    private static Verdict verdictOn(PDDocument document) throws NotReadable {
        if (document.isEncrypted()) {
            return Verdict.ENCRYPTED;
        }
        try {
            return hasSoundPages(document) ? activeContent(document).orElse(Verdict.GOOD) : Verdict.BROKEN;
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

    private static void answer(DataOutputStream answer, Verdict verdict, int pages) throws IOException {
        answer.writeByte(verdict.ordinal());
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

    private static boolean hasSoundPages(PDDocument document) {
        var pages = 0;
        for (var page : document.getPages()) {
            pages++;
            if (page.getMediaBox().getWidth() <= 0 || page.getMediaBox().getHeight() <= 0) {
                return false;
            }
        }
        return pages > 0 && pages == document.getNumberOfPages();
    }

    /** Looks at every object of the file, whether or not something leads to it. */
    private static Optional<Verdict> activeContent(PDDocument document) throws IOException {
        var trailer = flawWithin(document.getDocument().getTrailer());
        if (trailer.isPresent()) {
            return trailer;
        }
        for (var key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
            var flaw = flawWithin(document.getDocument().getObjectFromPool(key).getObject());
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    /** Looks at what is written within one object; what it only refers to has its own turn. */
    private static Optional<Verdict> flawWithin(@Nullable COSBase object) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        if (object != null) {
            waiting.add(object);
        }
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof COSDictionary dictionary) {
                var flaw = flawOf(dictionary);
                if (flaw.isPresent()) {
                    return flaw;
                }
                dictionary.getValues().stream()
                        .filter(it -> !(it instanceof COSObject))
                        .forEach(waiting::add);
            } else if (next instanceof COSArray array) {
                for (var i = 0; i < array.size(); i++) {
                    var element = array.get(i);
                    if (element != null && !(element instanceof COSObject)) {
                        waiting.add(element);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdict> flawOf(COSDictionary dictionary) {
        var action = dictionary.getCOSName(COSName.S);
        var name = action == null ? "" : action.getName();
        if ("JavaScript".equals(name) || dictionary.containsKey(COSName.JS) || dictionary.containsKey("JavaScript")) {
            return Optional.of(Verdict.SCRIPT);
        }
        if (RUNNING_ACTIONS.contains(name)) {
            return Optional.of(Verdict.LAUNCHES);
        }
        if (dictionary.containsKey("XFA")) {
            return Optional.of(Verdict.FORM_WITH_PROGRAM);
        }
        if (dictionary.containsKey(COSName.EF) && !isHarmless(dictionary)) {
            return Optional.of(Verdict.EMBEDS_PROGRAM);
        }
        return Optional.empty();
    }

    /** By all the names it has: a reader may open it under any of them. */
    private static boolean isHarmless(COSDictionary embedded) {
        var names = List.of("UF", "F", "DOS", "Unix", "Mac").stream()
                .map(key -> embedded.getDictionaryObject(COSName.getPDFName(key)))
                .filter(COSString.class::isInstance)
                .map(it -> ((COSString) it).getString())
                .toList();
        return !names.isEmpty()
                && names.stream()
                        .allMatch(it -> HARMLESS.contains(FileName.ending(it).toLowerCase(Locale.ROOT)));
    }

    private void writeText(PDDocument document, DataOutputStream answer) throws IOException {
        var started = System.nanoTime();
        var stripper = new PDFTextStripper();
        var left = maxText;
        var complete = true;
        for (var page = 1; page <= document.getNumberOfPages() && left > 0; page++) {
            if (System.nanoTime() - started > textNanos) {
                complete = false;
                break;
            }
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            var text = textOrNothing(stripper, document);
            if (text == null) {
                complete = false;
                continue;
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
