package de.ratssaal.document.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A PDF in which everything that is drawn belongs to an element of its structure, or is marked as decoration (PDF/A-2a, ISO
 * 19005-2; PDF/UA-1, ISO 14289-1).
 */
public final class TaggedDocument implements AutoCloseable {

    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final float PDF_VERSION = 1.7f;

    private final PDDocument document = new PDDocument();
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private final PDStructureElement root;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<Sheet> sheets = new ArrayList<>();

    public TaggedDocument() {
        root = new PDStructureElement("Document", tree);
        tree.appendKid(root);
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    /** Draws something on the present page. */
    @FunctionalInterface
    public interface Drawing {

        void on(PDPageContentStream page) throws IOException;
    }

    private record Sheet(PDPage page, PDPageContentStream content, List<PDStructureElement> marked) {}

    public PDDocument document() {
        return document;
    }

    public PDStructureElement root() {
        return root;
    }

    public PDStructureElement element(String type, PDStructureNode parent) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    public int countPages() {
        return sheets.size();
    }

    public void newPage() throws IOException {
        if (!sheets.isEmpty()) {
            sheets.getLast().content().close();
        }
        var page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        page.setStructParents(sheets.size());
        document.addPage(page);
        sheets.add(new Sheet(page, new PDPageContentStream(document, page), new ArrayList<>()));
    }

    /** Draws on the last page what belongs to an element. */
    public void draw(PDStructureElement element, Drawing drawing) throws IOException {
        var sheet = sheets.getLast();
        var number = sheet.marked().size();
        sheet.marked().add(element);
        sheet.content().beginMarkedContent(COSName.getPDFName(element.getStructureType()), number);
        drawing.on(sheet.content());
        sheet.content().endMarkedContent();
        var reference = new PDMarkedContentReference();
        reference.setPage(sheet.page());
        reference.setMCID(number);
        element.appendKid(reference);
    }

    /** Draws on the last page what says nothing: lines and colours, or what was said before. */
    public void decorate(Drawing drawing) throws IOException {
        var content = sheets.getLast().content();
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.on(content);
        content.endMarkedContent();
    }

    /** Draws on a finished page what repeats on every page. */
    public void repeat(int number, String kind, Drawing drawing) throws IOException {
        var properties = new COSDictionary();
        properties.setName(COSName.TYPE, "Pagination");
        properties.setName(COSName.SUBTYPE, kind);
        try (var content = new PDPageContentStream(
                document, sheets.get(number).page(), PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(properties));
            drawing.on(content);
            content.endMarkedContent();
        }
    }

    /** A place in the list of contents that readers show beside the pages; it leads to the last page. */
    public void bookmark(String title, float top) {
        var place = new PDPageXYZDestination();
        place.setPage(sheets.getLast().page());
        place.setTop((int) top);
        var item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        outline.addLast(item);
    }

    /** No more pages follow; what repeats on every page may be drawn now. */
    public void endPages() throws IOException {
        sheets.getLast().content().close();
    }

    public byte[] save(String title, Locale language, String metadata) throws IOException {
        var catalog = document.getDocumentCatalog();
        document.setVersion(PDF_VERSION);
        catalog.setVersion("1.7");
        catalog.setLanguage(language.toLanguageTag());
        var mark = new PDMarkInfo();
        mark.setMarked(true);
        catalog.setMarkInfo(mark);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        writeParents();
        addOutputIntent();
        var xmp = new PDMetadata(document);
        xmp.importXMPMetadata(metadata.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        catalog.setMetadata(xmp);
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** From a marked piece of a page back to its element. */
    private void writeParents() {
        Map<Integer, COSObjectable> parents = new HashMap<>();
        for (var number = 0; number < sheets.size(); number++) {
            var elements = new COSArray();
            sheets.get(number).marked().forEach(elements::add);
            parents.put(number, () -> elements);
        }
        var numbers = new PDNumberTreeNode(PDStructureElement.class);
        numbers.setNumbers(parents);
        tree.setParentTree(numbers);
        tree.setParentTreeNextKey(sheets.size());
    }

    /** The Java platform's own sRGB profile: free to embed. */
    private void addOutputIntent() throws IOException {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
