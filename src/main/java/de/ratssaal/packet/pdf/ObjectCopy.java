package de.ratssaal.packet.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.jspecify.annotations.Nullable;

/**
 * Copies objects of one document into a file, each once. Streams are copied as they are, not unpacked: that is why it is
 * quick and needs little memory.
 */
final class ObjectCopy {

    private static final int DEEPEST = 200;
    private static final int BLOCK = 64 * 1024;

    /** What leads from a page back to the whole document, or is of no use outside of it. */
    private static final Set<COSName> LEFT_OUT = Set.of(
            COSName.STRUCT_PARENT,
            COSName.STRUCT_PARENTS,
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"));

    private final PdfFile file;
    private final boolean mending;
    private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final byte[] block = new byte[BLOCK];

    /** @param mending whether an object that cannot be read may be left out */
    ObjectCopy(PdfFile file, boolean mending) {
        this.file = file;
        this.mending = mending;
    }

    /** Says that an object is written by somebody else, under a number. */
    void map(COSBase object, int number) {
        numbers.put(object, number);
    }

    /** The number under which an object is copied; {@link #copyWaiting} has to follow. */
    int number(COSBase object) {
        return numbers.computeIfAbsent(object, it -> {
            waiting.add(it);
            return file.reserve();
        });
    }

    /** Writes all objects that were referred to, and what they refer to. */
    void copyWaiting() throws IOException {
        for (var object = waiting.poll(); object != null; object = waiting.poll()) {
            file.beginObject(number(object));
            if (object instanceof COSStream stream) {
                stream(stream);
            } else {
                value(object, 0);
            }
            file.endObject();
        }
    }

    /** Writes a value where it stands. */
    void value(@Nullable COSBase value) throws IOException {
        value(value, 0);
    }

    private void value(@Nullable COSBase value, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested too deeply");
        }
        switch (value) {
            case COSObject reference -> referred(require(reference));
            case COSStream stream -> referred(stream);
            case COSDictionary dictionary -> {
                file.text("<<");
                entries(dictionary, depth, Set.of());
                file.text(">>");
            }
            case COSArray array -> {
                file.write('[');
                for (var i = 0; i < array.size(); i++) {
                    if (i > 0) {
                        file.write(' ');
                    }
                    value(array.get(i), depth + 1);
                }
                file.write(']');
            }
            case COSName name -> name.writePDF(file);
            case COSString string -> COSWriter.writeString(string, file);
            case COSInteger number -> number.writePDF(file);
            case COSFloat number -> number.writePDF(file);
            case COSBoolean truth -> truth.writePDF(file);
            case null, default -> file.text("null");
        }
    }

    /**
     * What is referred to. The library says nothing when it cannot read it.
     *
     * @throws IOException if it cannot be read and nothing may be left out
     */
    @Nullable
    COSBase require(@Nullable COSBase item) throws IOException {
        if (!(item instanceof COSObject reference)) {
            return item;
        }
        var object = reference.getObject();
        if (object == null && !mending) {
            throw new IOException("an object that cannot be read");
        }
        return object;
    }

    private void referred(@Nullable COSBase object) throws IOException {
        if (object instanceof COSDictionary dictionary && !numbers.containsKey(object) && isOfTheWhole(dictionary)) {
            file.text("null");
        } else if (object instanceof COSDictionary || object instanceof COSArray) {
            file.text(number(object) + " 0 R");
        } else {
            value(object, 0); // small enough to stand where it is referred to
        }
    }

    /** A page that is not copied, or what holds all pages: it would draw in the rest of the document. */
    private static boolean isOfTheWhole(COSDictionary dictionary) {
        var type = dictionary.getCOSName(COSName.TYPE);
        return COSName.PAGE.equals(type) || COSName.PAGES.equals(type) || COSName.CATALOG.equals(type);
    }

    /** The entries of a dictionary but for some. */
    void entries(COSDictionary dictionary, Set<COSName> but) throws IOException {
        entries(dictionary, 0, but);
    }

    private void entries(COSDictionary dictionary, int depth, Set<COSName> but) throws IOException {
        for (var entry : dictionary.entrySet()) {
            if (!LEFT_OUT.contains(entry.getKey()) && !but.contains(entry.getKey())) {
                entry.getKey().writePDF(file);
                file.write(' ');
                value(entry.getValue(), depth + 1);
            }
        }
    }

    private void stream(COSStream stream) throws IOException {
        file.text("<<");
        entries(stream, Set.of(COSName.LENGTH));
        try (var raw = stream.createRawInputStream()) {
            var first = raw.readNBytes(block, 0, BLOCK);
            if (first < BLOCK) {
                file.text("/Length " + first + ">>\nstream\n");
                file.write(block, 0, first);
            } else {
                var length = file.reserve();
                file.text("/Length " + length + " 0 R>>\nstream\n");
                var size = first + rest(raw, first);
                file.text("\nendstream");
                file.endObject();
                file.beginObject(length);
                file.text(Long.toString(size));
                return;
            }
        }
        file.text("\nendstream");
    }

    private long rest(InputStream raw, int first) throws IOException {
        file.write(block, 0, first);
        var size = 0L;
        for (var count = raw.read(block); count >= 0; count = raw.read(block)) {
            file.write(block, 0, count);
            size += count;
        }
        return size;
    }
}
