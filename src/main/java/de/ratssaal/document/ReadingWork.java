package de.ratssaal.document;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.document.FileText.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads the text of what waits, page by page. Each page that was recognized is kept at once, so that whoever takes over goes on
 * behind it.
 */
@Component
class ReadingWork extends ClaimedWork<Readings.Claimed> {

    private static final Duration UNTIL_CONVERTED = Duration.ofSeconds(5);
    private static final DataSize MOST_OUTPUT = DataSize.ofMegabytes(64);

    private final Readings readings;
    private final Renditions renditions;
    private final ContentStore contents;
    private final Conversion conversion;
    private final ScanRecognition scans;
    private final ReadingSettings settings;
    private final DocumentSettings document;
    private volatile boolean canRecognize;

    ReadingWork(
            Readings readings,
            Renditions renditions,
            ContentStore contents,
            Conversion conversion,
            ScanRecognition scans,
            ReadingSettings settings,
            DocumentSettings document,
            RatssaalProperties ratssaal,
            Clock clock)
            throws IOException {
        super(
                "reading",
                settings.parallel(),
                Files.createDirectories(ratssaal.data().toAbsolutePath().resolve("readings")),
                clock);
        this.readings = readings;
        this.renditions = renditions;
        this.contents = contents;
        this.conversion = conversion;
        this.scans = scans;
        this.settings = settings;
        this.document = document;
    }

    /** Programs that were missing may have been installed meanwhile. */
    @Scheduled(fixedDelay = 60_000)
    void lookForPrograms() {
        canRecognize = scans.isPossible();
        if (canRecognize) {
            readings.again(Gap.OCR_NOT_INSTALLED);
        }
        if (conversion.isPossible(FileType.DOCX)) {
            readings.again(Gap.OFFICE_NOT_INSTALLED);
        }
    }

    @Override
    Optional<Readings.Claimed> claim() {
        return readings.claim(CLAIM);
    }

    @Override
    boolean renew(Readings.Claimed claimed, Instant until) {
        return readings.renew(claimed, until);
    }

    @Override
    void giveUp(Readings.Claimed claimed) {
        readings.failed(claimed, Gap.UNREADABLE);
    }

    @Override
    void perform(Readings.Claimed claimed) throws IOException, InterruptedException {
        try {
            read(claimed);
        } catch (DamagedContent e) {
            readings.failed(claimed, Gap.UNREADABLE);
        }
    }

    private void read(Readings.Claimed claimed) throws IOException, InterruptedException {
        var content = contents.find(claimed.hash()).orElseThrow();
        if (content.type() == FileType.TEXT) {
            readPlain(claimed, content);
            return;
        }
        var rendition = renditions.ofContent(content);
        switch (rendition.state()) {
            case WAITING, RUNNING -> readings.putOff(claimed, UNTIL_CONVERTED);
            case FAILED -> readings.failed(claimed, Gap.NOT_CONVERTIBLE);
            case TOO_LONG -> readings.failed(claimed, Gap.TOO_LONG);
            case NOT_INSTALLED -> readings.failed(claimed, Gap.OFFICE_NOT_INSTALLED);
            case DONE -> {
                if (rendition.pdf() != null) {
                    readPdf(claimed, rendition.pdf());
                }
            }
        }
    }

    private void readPlain(Readings.Claimed claimed, StoredContent content) throws IOException {
        try (var work = WorkFolder.in(folder())) {
            var source = work.path().resolve("source");
            try (var stream = contents.open(content, 0)) {
                Files.copy(stream, source);
            }
            var text = Recognition.textOf(source, document.maxText());
            readings.divide(
                    claimed,
                    List.of(new FileText.Page(
                            1, FileText.Origin.TEXT, text.pages().getFirst())),
                    text.isComplete() ? null : Gap.TOO_MUCH);
            readings.done(claimed, null);
        }
    }

    private void readPdf(Readings.Claimed claimed, Rendition.Pdf pdf) throws IOException, InterruptedException {
        try (var work = WorkFolder.in(folder())) {
            var source = work.path().resolve("source.pdf");
            try (var stream = pdf.open()) {
                Files.copy(stream, source);
            }
            if (!claimed.isDivided()) {
                var pages = pages(source, work.path());
                if (pages.pages().isEmpty()) {
                    readings.failed(claimed, pages.gap() == null ? Gap.UNREADABLE : pages.gap());
                    return;
                }
                readings.divide(claimed, pages.pages(), pages.gap());
            }
            recognize(claimed, source, work.path());
        }
    }

    private PageReader.Pages pages(Path pdf, Path work) throws IOException, InterruptedException {
        var written = work.resolve("pages");
        new BoundedJava(settings.time(), settings.memory(), MOST_OUTPUT)
                .run(
                        PageReader.class,
                        work,
                        "text",
                        pdf.toString(),
                        Integer.toString(document.maxText()),
                        Long.toString(settings.time().toMillis() * 3 / 4),
                        written.toString());
        return Files.exists(written) ? PageReader.read(written) : new PageReader.Pages(List.of(), Gap.UNREADABLE);
    }

    private void recognize(Readings.Claimed claimed, Path pdf, Path work) throws IOException, InterruptedException {
        var scanned = readings.scans(claimed.hash());
        if (!scanned.isEmpty() && !canRecognize && !scans.isPossible()) {
            readings.done(claimed, Gap.OCR_NOT_INSTALLED);
            return;
        }
        for (var number : scanned) {
            if (!isRunning()) {
                return; // whoever takes over goes on with this page
            }
            readings.recognized(
                    claimed,
                    scans.text(pdf, number, work)
                            .map(text -> new FileText.Page(
                                    number,
                                    ExtractedText.saysNothing(text)
                                            ? FileText.Origin.EMPTY
                                            : FileText.Origin.RECOGNIZED,
                                    ExtractedText.saysNothing(text) ? "" : text))
                            .orElse(new FileText.Page(number, FileText.Origin.UNREADABLE, "")));
        }
        readings.done(claimed, null);
    }
}
