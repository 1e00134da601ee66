package de.ratssaal.bench;

import de.ratssaal.packet.PacketBinder;
import de.ratssaal.packet.PacketContents;
import de.ratssaal.packet.pdf.MeasuredBindery;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.util.unit.DataSize;

/**
 * A packet of 2,000 pages from 120 files, bound as the application binds it, beside {@code qpdf} and {@code pdfunite}
 * merging the same files: same machine, same run, turn by turn. Needs both (Debian's packages qpdf and poppler-utils).
 */
final class PacketBench implements Measurement {

    private static final int FILES = 120;
    private static final int PAGES = 2_000;
    private static final int MEMORY = 256;

    @Override
    public String what() {
        return "pages per second of a packet with 2,000 pages from 120 files, beside qpdf and pdfunite [rounds]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var rounds = arguments.isEmpty() ? 5 : Integer.parseInt(arguments.getFirst());
        var folder = Files.createTempDirectory("packet-bench");
        try {
            var files = make(folder);
            var bytes = 0L;
            for (var file : files) {
                bytes += Files.size(file);
            }
            System.out.printf("%d files, %d pages, %.1f MB%n", FILES, PAGES, bytes / 1e6);
            compare(folder, files, rounds);
        } finally {
            delete(folder);
        }
    }

    private static void compare(Path folder, List<Path> files, int rounds) throws Exception {
        var binder = MeasuredBindery.of(DataSize.ofMegabytes(MEMORY));
        var ours = new ArrayList<Double>();
        var qpdf = new ArrayList<Double>();
        var pdfunite = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            ours.add(bind(binder, folder.resolve("bound"), files));
            qpdf.add(merge(folder, files, List.of("qpdf", "--empty", "--pages"), List.of("--")));
            pdfunite.add(merge(folder, files, List.of("pdfunite"), List.of()));
        }
        report("Ratssaal, a process of its own with -Xmx" + MEMORY + "m", ours);
        report("qpdf", qpdf);
        report("pdfunite", pdfunite);
        System.out.printf(
                "ratio to qpdf %.2f, to pdfunite %.2f (medians of %d; goal: 0.5)%n",
                median(ours) / median(qpdf), median(ours) / median(pdfunite), rounds);
    }

    private static void report(String who, List<Double> rates) {
        var figures = Figures.of(rates);
        System.out.printf(
                "%s: %,.0f pages/s (median; slowest %,.0f, fastest %,.0f)%n",
                who, median(rates), figures.sorted().getFirst(), figures.greatest());
    }

    private static double median(List<Double> values) {
        return Figures.of(values).median();
    }

    /** From the start of the process to the finished file; its pages are counted with another program. */
    private static double bind(PacketBinder binder, Path folder, List<Path> files) throws Exception {
        delete(folder);
        Files.createDirectories(folder);
        var start = System.nanoTime();
        var packet = binder.bind(contents(files), "0".repeat(64), folder, new PacketBinder.Supply() {
            @Override
            public PacketBinder.Supplied document(int number) throws IOException {
                var file = files.get(number);
                return new PacketBinder.Supplied.Pdf(
                        new BufferedInputStream(Files.newInputStream(file)), Files.size(file));
            }

            @Override
            public PacketContents.Content.Text unreadable(int number) throws IOException {
                throw new IOException("cannot be read: " + files.get(number));
            }

            @Override
            public void progress(int pages) {}
        });
        var seconds = (System.nanoTime() - start) / 1e9;
        if (packet.pages() < PAGES || !packet.missing().isEmpty()) {
            throw new IllegalStateException(packet.toString());
        }
        requireSound(folder.resolve(PacketBinder.FILE), packet.pages());
        return PAGES / seconds;
    }

    private static PacketContents contents(List<Path> files) {
        return new PacketContents(
                "de",
                "Sitzungsmappe",
                List.of("Sitzung des Stadtrates", "Stadt Lindenau", "Mittwoch, 14. Oktober 2026"),
                true,
                new PacketContents.Words("Tagesordnung", "Inhalt", "Seite {0} von {1}", "Nichtöffentlich", "Keine Anlagen"),
                IntStream.range(0, FILES / 4)
                        .mapToObj(item -> new PacketContents.Item(
                                "Ö " + (item + 1),
                                0,
                                "Beschlussfassung über die Satzung Nr. " + (item + 1),
                                item % 5 != 0,
                                IntStream.range(0, 4)
                                        .mapToObj(it -> new PacketContents.Document(
                                                "Ö %d · %04d/26 · Anlage %d".formatted(item + 1, item + 1, it + 1),
                                                "Anlage " + (it + 1),
                                                item % 5 != 0,
                                                new PacketContents.Content.File(
                                                        files.get(item * 4 + it).toString())))
                                        .toList()))
                        .toList());
    }

    private static void requireSound(Path file, int pages) throws Exception {
        var count = output(List.of("qpdf", "--show-npages", file.toString())).strip();
        if (!count.equals(Integer.toString(pages))) {
            throw new IllegalStateException("%s has %s pages, not %d".formatted(file, count, pages));
        }
    }

    private static double merge(Path folder, List<Path> files, List<String> before, List<String> after)
            throws Exception {
        var merged = folder.resolve("merged.pdf");
        Files.deleteIfExists(merged);
        var command = new ArrayList<>(before);
        files.forEach(it -> command.add(it.toString()));
        command.addAll(after);
        command.add(merged.toString());
        var start = System.nanoTime();
        output(command);
        return PAGES / ((System.nanoTime() - start) / 1e9);
    }

    private static String output(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Papers with text in embedded fonts, every fourth one scanned; the same ones every time. */
    private static List<Path> make(Path folder) throws IOException {
        var random = new Random(1);
        var files = new ArrayList<Path>();
        var left = PAGES;
        for (var number = 0; number < FILES; number++) {
            var others = FILES - number - 1;
            var pages = others == 0 ? left : Math.clamp(1 + random.nextInt(32), 1, left - others);
            left -= pages;
            files.add(file(folder.resolve("file-%03d.pdf".formatted(number)), pages, number % 4 == 3, random));
        }
        return files;
    }

    private static Path file(Path path, int pages, boolean scanned, Random random) throws IOException {
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(
                    document,
                    PacketBench.class.getResourceAsStream("/de/ratssaal/document/pdf/AtkinsonHyperlegibleNext-Regular.ttf"),
                    true);
            for (var page = 0; page < pages; page++) {
                if (scanned) {
                    scan(document, random);
                } else {
                    write(document, font, random);
                }
            }
            document.save(path.toFile());
        }
        try (var document = Loader.loadPDF(path.toFile())) {
            if (document.getNumberOfPages() != pages) {
                throw new IllegalStateException(path.toString());
            }
        }
        return path;
    }

    private static void write(PDDocument document, PDType0Font font, Random random) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            for (var line = 0; line < 50; line++) {
                content.beginText();
                content.setFont(font, 11);
                content.newLineAtOffset(70, 770 - line * 14);
                content.showText(words(random));
                content.endText();
            }
        }
    }

    private static String words(Random random) {
        var text = new StringBuilder();
        while (text.length() < 80) {
            for (var letter = 3 + random.nextInt(9); letter > 0; letter--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString();
    }

    /** A page as a scanner makes it: grey, 120 dots per inch. */
    private static void scan(PDDocument document, Random random) throws IOException {
        var image = new BufferedImage(990, 1400, BufferedImage.TYPE_BYTE_GRAY);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setColor(Color.DARK_GRAY);
        for (var line = 0; line < 50; line++) {
            canvas.drawLine(80, 100 + line * 24, 80 + random.nextInt(800), 100 + line * 24 + random.nextInt(6));
        }
        canvas.dispose();
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            PDImageXObject scanned = JPEGFactory.createFromImage(document, image, 0.75f);
            content.drawImage(scanned, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }
}
