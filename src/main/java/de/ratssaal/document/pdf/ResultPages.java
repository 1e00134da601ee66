package de.ratssaal.document.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Sets result sheets of votes and elections on the municipality's paper. */
@Component
public class ResultPages {

    private static final Flow.Style TITLE = new Flow.Style(true, 18, 4);
    private static final Flow.Style SUBTITLE = new Flow.Style(false, 12, 10);
    private static final Flow.Style PART = new Flow.Style(true, 13, 4);
    private static final Flow.Style RUNNING = new Flow.Style(false, 8.5f, 0);
    private static final List<Float> FACT_WIDTHS = List.of(0.24f, 0.76f);
    private static final float NAMES = 0.4f;

    private final Clock clock;

    ResultPages(Clock clock) {
        this.clock = clock;
    }

    /** @return an archivable PDF with its structure */
    public byte[] print(ResultSheet sheet, LetterPaper paper, Locale language) {
        try (var document = new TaggedDocument()) {
            var regular = Typeface.load(document.document(), "Regular");
            var bold = Typeface.load(document.document(), "Bold");
            var flow = new Flow(document, regular, bold);
            paper.head(document, flow);
            document.bookmark(sheet.title(), flow.y() + TITLE.leading());
            flow.text("H1", document.root(), sheet.title(), TITLE, 0);
            flow.text("P", document.root(), sheet.subtitle(), SUBTITLE, 0);
            flow.table(
                    document.root(),
                    "",
                    List.of(),
                    sheet.facts().stream()
                            .map(it -> List.of(it.name(), it.value()))
                            .toList(),
                    FACT_WIDTHS);
            for (var part : sheet.parts()) {
                set(document, flow, part);
            }
            document.endPages();
            for (var at = 0; at < document.countPages(); at++) {
                var place = new MessageFormat(sheet.place(), Locale.ROOT)
                        .format(new Object[] {at + 1, document.countPages()});
                document.repeat(at, "Footer", page -> {
                    flow.line(page, paper.body(), RUNNING, Flow.LEFT, 44, false);
                    flow.line(page, place, RUNNING, Flow.LEFT + Flow.WIDTH, 44, true);
                });
            }
            return document.save(
                    sheet.title(), language, Xmp.packet(sheet.title(), paper.body(), language, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("setting a result sheet on pages", e);
        }
    }

    private static void set(TaggedDocument document, Flow flow, ResultSheet.Part part) throws IOException {
        flow.skip(8);
        flow.keepTogether(PART.leading() + 4 * Flow.BODY.leading());
        document.bookmark(part.title(), flow.y() + PART.leading());
        flow.text("H2", document.root(), part.title(), PART, 0);
        if (!part.rows().isEmpty()) {
            flow.table(document.root(), "", part.header(), part.rows(), widths(part));
        }
        for (var sentence : part.sentences()) {
            flow.text("P", document.root(), sentence, Flow.BODY, 0);
        }
    }

    /** Names in the first column, what belongs to them in the others. */
    private static List<Float> widths(ResultSheet.Part part) {
        var others = part.rows().getFirst().size() - 1;
        var names = others == 1 ? 1 - NAMES : NAMES;
        return IntStream.rangeClosed(0, others)
                .mapToObj(it -> it == 0 ? names : (1 - names) / others)
                .toList();
    }
}
