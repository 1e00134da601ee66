package de.ratssaal.minutes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.minutes.Letterhead;
import de.ratssaal.minutes.SheetPart;
import de.ratssaal.minutes.WrittenMinutes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Minutes on pages")
class MinutesPagesTest {

    private static final String COAT_OF_ARMS = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">
            <title>Wappen</title>
            <path d="M4 4h92v58c0 30-24 46-46 54C28 108 4 92 4 62z" fill="#f4d35e" stroke="#1b1b1b" stroke-width="4"/>
            </svg>
            """;
    private static final Letterhead LETTERHEAD =
            new Letterhead("Stadt Lindenau", "Markt 1\n99999 Lindenau\n", "#2f6b3a", COAT_OF_ARMS);

    private final MinutesPages pages =
            new MinutesPages(Clock.fixed(Instant.parse("2026-11-18T19:00:00Z"), ZoneOffset.UTC));

    /** Of a council of 51 with names from many languages, ten items, a resolution in eight points. */
    private static WrittenMinutes minutes() {
        var parts = new ArrayList<SheetPart>();
        parts.add(new SheetPart.Facts(
                "Angaben",
                List.of(
                        new SheetPart.Fact("Gremium", "Stadtrat"),
                        new SheetPart.Fact("Tag", "Mittwoch, 18. November 2026"),
                        new SheetPart.Fact("Beschlussfähigkeit", "Beschlussfähig: 38 von 51 ".repeat(6)))));
        parts.add(new SheetPart.Heading(2, "Anwesenheit"));
        parts.add(new SheetPart.Table(
                "Anwesend (51)",
                List.of("Name", "Fraktion", "Funktion", "Zeit"),
                IntStream.range(0, 51)
                        .mapToObj(it -> List.of(
                                it == 0 ? "Dr. Elif Yıldırım-Großmann" : it == 1 ? "Phạm Ngọc Ánh" : "Mitglied " + it,
                                "SPD",
                                "Mitglied",
                                it % 7 == 0
                                        ? "17:00 bis 18:10 Uhr; 18:30 bis 19:05 Uhr; ab 19:40 Uhr, zugeschaltet"
                                        : "von Beginn bis Ende"))
                        .toList()));
        parts.add(new SheetPart.Heading(2, "Öffentlicher Teil"));
        for (var item = 1; item <= 10; item++) {
            parts.add(new SheetPart.Heading(3, "Ö " + item + "\u2002Sichere Radwege in der Innenstadt"));
            parts.add(new SheetPart.Note("Drucksache 0042/26 · aufgerufen um 17:12 Uhr"));
            parts.add(
                    new SheetPart.Text("Die Fraktionen begründen ihre Änderungsanträge – „mit Nachdruck“. ".repeat(8)));
            parts.add(new SheetPart.Wording(
                    "Wortlaut",
                    IntStream.rangeClosed(1, 8)
                            .boxed()
                            .flatMap(it -> java.util.stream.Stream.of(
                                    new SheetPart.Point(
                                            "%02d".formatted(it),
                                            "Der Oberbürgermeister wird beauftragt, ein Konzept vorzulegen. ".repeat(2),
                                            0),
                                    new SheetPart.Point("(1)", "mit Zielen und Kosten", 1)))
                            .toList()));
            parts.add(new SheetPart.Result(
                    "Mit Änderungen beschlossen", "Ja: 33, Nein: 0, Enthaltungen: 5, Befangen: 0"));
        }
        parts.add(new SheetPart.Signatures(List.of(
                new SheetPart.Signature("Dr. Karla Wendt", "Vorsitz"),
                new SheetPart.Signature("Hannelore Zapf", "Vorsitz"),
                new SheetPart.Signature("Birgit Hollenbach", "Schriftführung"))));
        return new WrittenMinutes(
                Locale.GERMAN,
                "Niederschrift",
                "12. Sitzung des Stadtrates",
                "Öffentliche Fassung",
                "Niederschrift: 12. Sitzung des Stadtrates, 18. November 2026",
                "12. Sitzung des Stadtrates, 18. November 2026",
                "Seite {0} von {1}",
                parts);
    }

    @Test
    @DisplayName("can be archived and read out: PDF/A-2a and PDF/UA-1, says veraPDF")
    void archivable() throws Exception {
        var pdf = pages.print(minutes(), LETTERHEAD);
        Files.write(Files.createDirectories(Path.of("target/pdf")).resolve("minutes.pdf"), pdf);

        assertThat(ArchivablePdf.faultsByPdfA2a(pdf)).isEmpty();
        assertThat(ArchivablePdf.faultsByPdfUa1(pdf)).isEmpty();
    }

    @Test
    @DisplayName("say on each page which page of how many it is")
    void pageNumbers() throws Exception {
        try (var document = Loader.loadPDF(pages.print(minutes(), LETTERHEAD))) {
            var total = document.getNumberOfPages();
            assertThat(total).isGreaterThan(3);
            for (var page = 1; page <= total; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Seite %d von %d".formatted(page, total), "Stadt Lindenau");
            }
        }
    }

    @Test
    @DisplayName("are structured by headings, tables with head cells, and lists")
    void structure() throws Exception {
        try (var document = Loader.loadPDF(pages.print(minutes(), LETTERHEAD))) {
            var types = types(document.getDocumentCatalog().getStructureTreeRoot());
            assertThat(types).contains("H1", "H2", "H3", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody", "P");
            assertThat(types.stream().filter("H3"::equals)).hasSize(10);
            assertThat(types.stream().filter("TR"::equals)).hasSize(3 + 1 + 51);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
    }

    @Test
    @DisplayName("say all that was written, each row of the table once")
    void nothingIsLostBetweenPages() throws Exception {
        try (var document = Loader.loadPDF(pages.print(minutes(), LETTERHEAD))) {
            var text = new PDFTextStripper().getText(document);
            for (var member = 2; member < 51; member++) {
                assertThat(text).containsOnlyOnce("Mitglied " + member + " ");
            }
            assertThat(text).contains("Dr. Elif Yıldırım-Großmann", "Pham Ngoc Ánh", "Dr. Karla Wendt, Vorsitz");
        }
    }

    @Test
    @DisplayName("do without colour and coat of arms where a body has none")
    void plainPaper() {
        var pdf = pages.print(minutes(), new Letterhead("Verein", "", null, null));

        assertThat(ArchivablePdf.faultsByPdfA2a(pdf)).isEmpty();
    }

    private static List<String> types(PDStructureNode node) {
        var types = new ArrayList<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                types.addAll(types(element));
            }
        }
        return types;
    }
}
