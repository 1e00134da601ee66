package de.ratssaal.packet.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.packet.BoundPacket;
import de.ratssaal.packet.PacketBinder;
import de.ratssaal.packet.PacketContents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bound packet")
class BindingTest {

    private static final String FINGERPRINT = "f".repeat(64);
    private static final PacketContents.Words WORDS = new PacketContents.Words(
            "Tagesordnung", "Inhalt", "Seite {0} von {1}", "Nichtöffentlich", "Keine Unterlagen");

    @TempDir
    Path folder;

    @Test
    @DisplayName("begins with a cover, the agenda and a table of contents that name day, items and documents")
    void front() throws IOException {
        try (var packet = bound(usual())) {
            assertThat(text(packet, 1)).contains("42. Sitzung", "Stadtrat", "Lindenau");
            assertThat(text(packet, 2)).contains("Tagesordnung", "Ö 1", "Haushalt", "N 1", "Grundstück");
            assertThat(text(packet, 3))
                    .contains("Inhalt", "1234/20 Haushaltssatzung", "Anlage 1: Plan.pdf", "Vertrag.pdf");
        }
    }

    @Test
    @DisplayName("holds each paper and each page of each file, with item, document and page above it")
    void pages() throws IOException {
        try (var packet = bound(usual())) {
            assertThat(packet.getNumberOfPages()).isEqualTo(3 + 1 + 2 + 1);
            assertThat(text(packet, 4)).contains("Ö 1 · 1234/20", "Seite 1 von 1", "Der Haushalt wird beschlossen.");
            assertThat(text(packet, 5)).contains("Ö 1 · 1234/20 · Anlage 1", "Seite 1 von 2", "Erste Seite des Plans");
            assertThat(text(packet, 6)).contains("Seite 2 von 2", "Zweite Seite des Plans");
            assertThat(text(packet, 7)).contains("Nichtöffentlich · N 1", "Seite 1 von 1", "Der Vertrag");
        }
    }

    @Test
    @DisplayName("numbers its front pages in Roman, the others in Arabic numerals, as the table of contents does")
    void labels() throws IOException {
        try (var packet = bound(usual())) {
            assertThat(packet.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .containsExactly("I", "II", "III", "1", "2", "3", "4");
            assertThat(text(packet, 3))
                    .containsPattern("Anlage 1: Plan.pdf\\s+2")
                    .containsPattern("Vertrag.pdf\\s+4");
        }
    }

    @Test
    @DisplayName("has bookmarks by item and document")
    void bookmarks() throws IOException {
        try (var packet = bound(usual())) {
            assertThat(bookmarks(packet, packet.getDocumentCatalog().getDocumentOutline(), ""))
                    .containsExactly(
                            "Tagesordnung → 2",
                            "Ö 1 Haushalt → 4",
                            "  1234/20 Haushaltssatzung → 4",
                            "  Anlage 1: Plan.pdf → 5",
                            "Ö 2 Verschiedenes → 2",
                            "N 1 Grundstück → 7",
                            "  Vertrag.pdf → 7");
        }
    }

    @Test
    @DisplayName("leads from the agenda and the table of contents to the pages")
    void links() throws IOException {
        try (var packet = bound(usual())) {
            assertThat(targets(packet, 2)).containsExactly(4, 7);
            assertThat(targets(packet, 3)).containsExactly(4, 4, 5, 7, 7);
        }
    }

    @ParameterizedTest(name = "turned by {0}°")
    @ValueSource(ints = {0, 90, 180, 270})
    @DisplayName("sets the header above the page as it is looked at, and covers nothing of it")
    void header(int rotation) throws IOException {
        var file = pdf(document -> {
            var page = new PDPage(new PDRectangle(20, 30, 400, 600));
            page.setRotation(rotation);
            document.addPage(page);
            write(document, page, "OBEN", 25, 615);
            write(document, page, "UNTEN", 25, 35);
        });
        try (var packet = bound(contents(true, item("Ö 1", true, file("Ö 1", true))), file)) {
            var places = new Places();
            places.setStartPage(4);
            places.setEndPage(4);
            places.getText(packet);
            assertThat(places.heightOf('Ö')).isLessThan(PageCopy.STRIP);
            assertThat(places.heightOf('B')).isGreaterThan(PageCopy.STRIP);
            assertThat(places.heightOf('U')).isGreaterThan(PageCopy.STRIP);
            var shown = new PDFRenderer(packet).renderImage(3);
            assertThat(shown.getWidth() > shown.getHeight()).isEqualTo(rotation % 180 != 0);
        }
    }

    @Test
    @DisplayName("shows the reader's name on non-public pages and front pages, and on no other, once it is put in")
    void mark() throws IOException {
        var plan = plan();
        var contract = saying("Der Vertrag");
        var packet = bind(usual(), FINGERPRINT, new Given(plan, contract));
        var bytes = Files.readAllBytes(folder.resolve(PacketBinder.FILE));
        try (var unmarked = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(unmarked)).doesNotContain("Reuter");
        }
        var mark = new ReaderMark().draw("Jonas Őri-Reuter");
        assertThat(mark).hasSize(Furniture.MARK_ROOM);
        System.arraycopy(mark, 0, bytes, (int) packet.markAt(), mark.length);
        try (var marked = Loader.loadPDF(bytes)) {
            assertThat(IntStream.rangeClosed(1, 7)
                            .filter(it -> text(marked, it).contains("Jonas Őri-Reuter"))
                            .boxed())
                    .containsExactly(2, 3, 7);
        }
    }

    @Test
    @DisplayName("leaves no name on a packet for the public, whatever is non-public elsewhere")
    void noMark() throws IOException {
        var file = saying("Offen");
        var packet = bind(contents(false, item("Ö 1", true, file("Ö 1", true))), FINGERPRINT, new Given(file));
        var bytes = Files.readAllBytes(folder.resolve(PacketBinder.FILE));
        var mark = new ReaderMark().draw("Jonas Reuter");
        System.arraycopy(mark, 0, bytes, (int) packet.markAt(), mark.length);
        try (var marked = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(marked)).doesNotContain("Reuter");
        }
    }

    @Test
    @DisplayName("draws a mark for names of every length and script")
    void marksForAll() throws IOException {
        for (var name : List.of("", "A", "Ж".repeat(300), "𝔘".repeat(200), "W".repeat(500))) {
            assertThat(new ReaderMark().draw(name)).as(name).hasSize(Furniture.MARK_ROOM);
        }
    }

    @Test
    @DisplayName("keeps links within a file and to the web, and leaves out what would run")
    void annotations() throws IOException {
        var file = pdf(document -> {
            for (var text : List.of("Eins", "Zwei")) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                write(document, page, text, 100, 700);
            }
            var within = link();
            var there = new PDPageFitDestination();
            there.setPage(document.getPage(1));
            var go = new PDActionGoTo();
            go.setDestination(there);
            within.setAction(go);
            var web = link();
            var uri = new PDActionURI();
            uri.setURI("https://example.org/haushalt");
            web.setAction(uri);
            var script = link();
            var bad = new PDActionURI();
            bad.setURI("javascript:alert(1)");
            script.setAction(bad);
            document.getPage(0).setAnnotations(List.of(within, web, script));
        });
        try (var packet = bound(contents(true, item("Ö 1", true, file("Ö 1", true))), file)) {
            var links = packet.getPage(3).getAnnotations().stream()
                    .map(PDAnnotationLink.class::cast)
                    .toList();
            assertThat(links).hasSize(3);
            assertThat(pageOf(packet, links.getFirst())).isEqualTo(5);
            assertThat(((PDActionURI) links.get(1).getAction()).getURI()).isEqualTo("https://example.org/haushalt");
            assertThat(links.get(2).getAction()).isNull();
            assertThat(links.getFirst().getRectangle().getUpperRightY()).isLessThan(700);
        }
    }

    @Test
    @DisplayName("has a note in the place of a file that is broken or missing, and goes on behind it")
    void missing() throws IOException {
        var broken = "%PDF-1.7\nnothing of use\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        var contents = contents(
                true, item("Ö 1", true, file("Ö 1 · Anlage 1", true), file("Ö 1 · Anlage 2", true), file("Ö 1", true)));
        var packet = bind(contents, FINGERPRINT, new Given(broken, null, saying("Dahinter")));
        assertThat(packet.missing()).containsExactly(0, 1);
        try (var document = Loader.loadPDF(folder.resolve(PacketBinder.FILE).toFile())) {
            assertThat(text(document, 4)).contains("Ö 1 · Anlage 1", "nicht lesbar");
            assertThat(text(document, 5)).contains("Ö 1 · Anlage 2", "nicht da");
            assertThat(text(document, 6)).contains("Dahinter");
        }
    }

    @Test
    @DisplayName("killed after any document is taken up there, and becomes the same to the byte")
    void takenUp() throws IOException {
        var files = new byte[5][];
        for (var number = 0; number < files.length; number++) {
            files[number] = saying("Datei " + number, "Ende");
        }
        var contents = contents(
                true,
                item(
                        "Ö 1",
                        true,
                        IntStream.range(0, 5)
                                .mapToObj(it -> file("Ö 1 · " + it, it % 2 == 0))
                                .toArray(PacketContents.Document[]::new)));
        bind(contents, FINGERPRINT, new Given(files));
        var whole = Files.readAllBytes(folder.resolve(PacketBinder.FILE));
        for (var killedAt = 0; killedAt < 5; killedAt++) {
            empty();
            var killed = new Given(files).killedAt(killedAt);
            assertThatExceptionOfType(Killed.class).isThrownBy(() -> bind(contents, FINGERPRINT, killed));
            var again = new Given(files);
            bind(contents, FINGERPRINT, again);
            assertThat(again.asked)
                    .as("killed at " + killedAt)
                    .hasSize(5 - killedAt)
                    .startsWith(killedAt);
            assertThat(Files.readAllBytes(folder.resolve(PacketBinder.FILE))).isEqualTo(whole);
        }
    }

    @Test
    @DisplayName("is begun anew if what was left is not what was written, or is of another packet")
    void notTakenUp() throws IOException {
        var files = new byte[][] {saying("Eins"), saying("Zwei")};
        var contents = contents(true, item("Ö 1", true, file("Ö 1", true), file("Ö 1", true)));
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> bind(contents, FINGERPRINT, new Given(files).killedAt(1)));
        var other = new Given(files);
        bind(contents, "e".repeat(64), other);
        assertThat(other.asked).containsExactly(0, 1);

        empty();
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> bind(contents, FINGERPRINT, new Given(files).killedAt(1)));
        var path = folder.resolve(PacketBinder.FILE);
        var bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
        var changed = new Given(files);
        bind(contents, FINGERPRINT, changed);
        assertThat(changed.asked).containsExactly(0, 1);
        try (var document = Loader.loadPDF(path.toFile())) {
            assertThat(text(document, 5)).contains("Zwei");
        }
    }

    @Test
    @DisplayName("of a meeting without documents says so")
    void nothing() throws IOException {
        try (var packet = bound(contents(true, item("Ö 1", true)))) {
            assertThat(packet.getNumberOfPages()).isEqualTo(3);
            assertThat(text(packet, 3)).contains("Keine Unterlagen");
        }
    }

    // --- what is bound ---

    private static PacketContents usual() {
        return contents(
                true,
                item(
                        "Ö 1",
                        true,
                        new PacketContents.Document(
                                "Ö 1 · 1234/20",
                                "1234/20 Haushaltssatzung",
                                true,
                                new PacketContents.Content.Text(List.of(
                                        PacketContents.Block.of(PacketContents.Style.TITLE, "Haushaltssatzung"),
                                        new PacketContents.Block(
                                                PacketContents.Style.TEXT,
                                                "01",
                                                "Der Haushalt wird beschlossen.",
                                                0)))),
                        new PacketContents.Document(
                                "Ö 1 · 1234/20 · Anlage 1",
                                "Anlage 1: Plan.pdf",
                                true,
                                new PacketContents.Content.File("plan"))),
                new PacketContents.Item("Ö 2", 0, "Verschiedenes", true, List.of()),
                new PacketContents.Item(
                        "N 1",
                        0,
                        "Grundstück",
                        false,
                        List.of(new PacketContents.Document(
                                "N 1", "Vertrag.pdf", false, new PacketContents.Content.File("vertrag")))));
    }

    private static PacketContents contents(boolean restricted, PacketContents.Item... items) {
        return new PacketContents(
                "de", "Mappe", List.of("42. Sitzung", "Stadtrat", "Lindenau"), restricted, WORDS, List.of(items));
    }

    private static PacketContents.Item item(String number, boolean isPublic, PacketContents.Document... documents) {
        return new PacketContents.Item(number, 0, "Haushalt", isPublic, List.of(documents));
    }

    private static PacketContents.Document file(String label, boolean isPublic) {
        return new PacketContents.Document(label, label, isPublic, new PacketContents.Content.File(label));
    }

    private static byte[] plan() throws IOException {
        return saying("Erste Seite des Plans", "Zweite Seite des Plans");
    }

    private static byte[] saying(String... texts) throws IOException {
        return pdf(document -> {
            for (var text : texts) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                write(document, page, text, 100, 700);
            }
        });
    }

    @FunctionalInterface
    private interface Making {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Making making) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            making.on(document);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void write(PDDocument document, PDPage page, String text, float x, float y) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }
    }

    private static PDAnnotationLink link() {
        var link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(100, 690, 100, 20));
        return link;
    }

    // --- binding ---

    private PDDocument bound(PacketContents contents) throws IOException {
        return bound(contents, plan(), saying("Der Vertrag"));
    }

    private PDDocument bound(PacketContents contents, byte[]... files) throws IOException {
        bind(contents, FINGERPRINT, new Given(files));
        return Loader.loadPDF(folder.resolve(PacketBinder.FILE).toFile());
    }

    private BoundPacket bind(PacketContents contents, String fingerprint, Given files) throws IOException {
        files.documents = contents.documents();
        return new Binding(contents, fingerprint, folder, files).bind();
    }

    private void empty() throws IOException {
        try (var all = Files.list(folder)) {
            for (var file : all.toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Files in order, as they are asked for. */
    private static final class Given implements Binding.Source {

        private final byte[][] files;
        private final List<Integer> asked = new ArrayList<>();
        private List<PacketContents.Document> documents = List.of();
        private int killedAt = -1;

        Given(byte[]... files) {
            this.files = files;
        }

        Given killedAt(int document) {
            killedAt = document;
            return this;
        }

        @Override
        public Binding.Given document(int number) {
            if (number == killedAt) {
                throw new Killed();
            }
            asked.add(number);
            var texts = documents.subList(0, number).stream()
                    .filter(it -> it.content() instanceof PacketContents.Content.Text)
                    .count();
            var bytes = files[number - (int) texts];
            return bytes == null
                    ? new Binding.Given.Missing(note("nicht da"))
                    : new Binding.Given.Pdf(new RandomAccessReadBuffer(bytes));
        }

        @Override
        public PacketContents.Content.Text unreadable(int number) {
            return note("nicht lesbar");
        }

        private static PacketContents.Content.Text note(String text) {
            return new PacketContents.Content.Text(List.of(PacketContents.Block.of(PacketContents.Style.TEXT, text)));
        }

        @Override
        public void progress(int pages) {}
    }

    // --- what is read ---

    private static String text(PDDocument document, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How far below the upper edge letters stand, as the page is looked at. */
    private static final class Places extends PDFTextStripper {

        private final List<TextPosition> letters = new ArrayList<>();

        Places() throws IOException {
            super();
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            letters.add(text);
        }

        float heightOf(char letter) {
            return letters.stream()
                    .filter(it -> it.getUnicode().equals(Character.toString(letter)))
                    .findFirst()
                    .orElseThrow()
                    .getY();
        }
    }

    private static List<String> bookmarks(PDDocument document, PDOutlineNode node, String indent) throws IOException {
        var found = new ArrayList<String>();
        for (var item : node.children()) {
            found.add(indent + item.getTitle() + " → "
                    + (document.getPages().indexOf(item.findDestinationPage(document)) + 1));
            found.addAll(bookmarks(document, item, indent + "  "));
        }
        return found;
    }

    private static List<Integer> targets(PDDocument document, int page) throws IOException {
        var targets = new ArrayList<Integer>();
        for (var annotation : document.getPage(page - 1).getAnnotations()) {
            targets.add(pageOf(document, (PDAnnotationLink) annotation));
        }
        return targets;
    }

    private static int pageOf(PDDocument document, PDAnnotationLink link) throws IOException {
        return document.getPages().indexOf(((PDPageDestination) link.getDestination()).getPage()) + 1;
    }
}
