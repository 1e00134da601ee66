package de.ratssaal.packet.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.jspecify.annotations.Nullable;

/** A document's pages. Only the objects are parsed: what draws or knows fonts takes longer to load than a packet to bind. */
final class ParsedPages implements Closeable {

    private static final int DEEPEST = 100;

    private final COSDocument document;
    private final boolean mending;
    private final List<Leaf> pages = new ArrayList<>();

    private ParsedPages(COSDocument document, boolean mending) throws IOException {
        this.mending = mending;
        this.document = document;
        var root = document.getTrailer() == null ? null : document.getTrailer().getCOSDictionary(COSName.ROOT);
        var tree = root == null ? null : root.getCOSDictionary(COSName.PAGES);
        if (tree == null) {
            throw new IOException("a document without pages");
        }
        collect(tree, new COSDictionary(), Collections.newSetFromMap(new IdentityHashMap<>()), 0);
        if (!mending && tree.getInt(COSName.COUNT) != pages.size()) {
            throw new IOException("a page tree that does not hold together");
        }
    }

    /**
     * A page with what it inherits.
     *
     * @param box what readers show of it
     */
    record Leaf(COSDictionary page, COSDictionary resources, PDRectangle box, int rotation) {}

    /**
     * @param bytes stay open
     * @param mending whether what is not as it should be is put right as far as possible
     */
    static ParsedPages of(RandomAccessRead bytes, boolean mending) throws IOException {
        bytes.seek(0);
        return new ParsedPages(new Parser(bytes).objects(mending), mending);
    }

    private static final class Parser extends PDFParser {

        Parser(RandomAccessRead bytes) throws IOException {
            super(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        }

        COSDocument objects(boolean mending) throws IOException {
            setLenient(mending);
            if (!parsePDFHeader()) {
                throw new IOException("no PDF");
            }
            initialParse();
            return document;
        }
    }

    boolean isMending() {
        return mending;
    }

    List<Leaf> pages() {
        return pages;
    }

    private void collect(COSDictionary node, COSDictionary inherited, Set<COSDictionary> seen, int depth)
            throws IOException {
        if (depth > DEEPEST || !seen.add(node)) {
            throw new IOException("a page tree that does not hold together");
        }
        var known = new COSDictionary(inherited);
        for (var key : List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE)) {
            var own = node.getItem(key);
            if (own != null) {
                known.setItem(key, own);
            }
        }
        var kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            pages.add(leaf(node, known));
            return;
        }
        for (var number = 0; number < kids.size(); number++) {
            if (kids.getObject(number) instanceof COSDictionary kid) {
                collect(kid, known, seen, depth + 1);
            } else if (!mending) {
                throw new IOException("a page that cannot be read");
            }
        }
    }

    private Leaf leaf(COSDictionary page, COSDictionary known) throws IOException {
        if (!mending && known.containsKey(COSName.RESOURCES) && known.getCOSDictionary(COSName.RESOURCES) == null) {
            throw new IOException("resources that cannot be read");
        }
        var media = rectangle(known, COSName.MEDIA_BOX);
        var whole = media == null ? PDRectangle.A4 : media;
        var crop = rectangle(known, COSName.CROP_BOX);
        var rotation = known.getDictionaryObject(COSName.ROTATE) instanceof COSNumber number ? number.intValue() : 0;
        return new Leaf(
                page,
                Objects.requireNonNullElseGet(known.getCOSDictionary(COSName.RESOURCES), COSDictionary::new),
                crop == null ? whole : common(crop, whole),
                rotation % 90 == 0 ? Math.floorMod(rotation, 360) : 0);
    }

    private static @Nullable PDRectangle rectangle(COSDictionary known, COSName key) {
        return known.getDictionaryObject(key) instanceof COSArray array && array.size() == 4
                ? new PDRectangle(array)
                : null;
    }

    private static PDRectangle common(PDRectangle one, PDRectangle other) {
        var left = Math.max(one.getLowerLeftX(), other.getLowerLeftX());
        var bottom = Math.max(one.getLowerLeftY(), other.getLowerLeftY());
        var width = Math.min(one.getUpperRightX(), other.getUpperRightX()) - left;
        var height = Math.min(one.getUpperRightY(), other.getUpperRightY()) - bottom;
        return width > 0 && height > 0 ? new PDRectangle(left, bottom, width, height) : other;
    }

    /** Where a name leads within the document. */
    @Nullable
    COSArray named(String name) throws IOException {
        // the document is not closed: its objects still are being copied
        @SuppressWarnings("resource")
        var whole = new PDDocument(document);
        var found = whole.getDocumentCatalog().findNamedDestinationPage(new PDNamedDestination(name));
        return found == null ? null : found.getCOSObject();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
