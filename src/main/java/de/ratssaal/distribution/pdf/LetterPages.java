package de.ratssaal.distribution.pdf;

import de.ratssaal.distribution.LetterPrinter;
import de.ratssaal.distribution.OfficialLetter;
import de.ratssaal.document.pdf.Flow;
import de.ratssaal.document.pdf.LetterPaper;
import de.ratssaal.document.pdf.TaggedDocument;
import de.ratssaal.document.pdf.Typeface;
import de.ratssaal.document.pdf.Xmp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDListAttributeObject;
import org.springframework.stereotype.Component;

/** Letters as DIN 5008 has them: the address stands where envelopes have their window. */
@Component
class LetterPages implements LetterPrinter {

    /** Top of the address, in points below the upper edge: 62.7 mm. */
    private static final float WINDOW = 178;

    private static final float BELOW_WINDOW = 286;
    private static final Flow.Style TITLE = new Flow.Style(true, 16, 8);
    private static final Flow.Style PART = new Flow.Style(true, 12.5f, 4);
    private static final Flow.Style LINE = new Flow.Style(false, 10.5f, 0);
    private static final Flow.Style RUNNING = new Flow.Style(false, 8.5f, 0);
    private static final List<Float> FACT_WIDTHS = List.of(0.28f, 0.72f);
    private static final float LABEL = 46;

    private final Clock clock;

    LetterPages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public byte[] print(List<OfficialLetter> letters, LetterPaper paper, String title, String page, Locale language) {
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("no letter to print");
        }
        try (var document = new TaggedDocument()) {
            var regular = Typeface.load(document.document(), "Regular");
            var bold = Typeface.load(document.document(), "Bold");
            var flow = new Flow(document, regular, bold);
            var firstPages = new ArrayList<Integer>();
            for (var letter : letters) {
                if (!firstPages.isEmpty()) {
                    flow.newPage();
                }
                firstPages.add(document.countPages() - 1);
                set(document, flow, letter, paper);
            }
            document.endPages();
            number(document, flow, firstPages, paper, page);
            return document.save(title, language, Xmp.packet(title, paper.body(), language, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("setting letters on pages", e);
        }
    }

    private static void set(TaggedDocument document, Flow flow, OfficialLetter letter, LetterPaper paper)
            throws IOException {
        var root = document.element("Sect", document.root());
        paper.head(document, flow);
        if (!letter.address().isEmpty()) {
            flow.goTo(PDRectangle.A4.getHeight() - WINDOW);
            for (var line : letter.address()) {
                flow.text("P", root, line, LINE, 0);
            }
            flow.goTo(Math.min(flow.y(), PDRectangle.A4.getHeight() - BELOW_WINDOW));
        }
        if (!letter.date().isEmpty()) {
            flow.text("P", root, letter.date(), Flow.BODY, 0);
        }
        flow.skip(6);
        document.bookmark(
                letter.address().isEmpty() ? letter.title() : letter.address().getFirst() + ": " + letter.title(),
                flow.y() + TITLE.leading());
        flow.text("H1", root, letter.title(), TITLE, 0);
        if (!letter.greeting().isEmpty()) {
            flow.text("P", root, letter.greeting(), Flow.BODY, 0);
        }
        for (var paragraph : letter.opening()) {
            flow.text("P", root, paragraph, Flow.BODY, 0);
        }
        if (!letter.facts().isEmpty()) {
            flow.skip(4);
            flow.table(
                    root,
                    "",
                    List.of(),
                    letter.facts().stream()
                            .map(it -> List.of(it.name(), it.value()))
                            .toList(),
                    FACT_WIDTHS);
        }
        for (var remark : letter.remarks()) {
            flow.text("P", root, remark, Flow.STRONG, 0);
        }
        for (var part : letter.parts()) {
            set(document, flow, root, part);
        }
        flow.skip(8);
        for (var paragraph : letter.closing()) {
            flow.text("P", root, paragraph, Flow.BODY, 0);
        }
    }

    private static void set(TaggedDocument document, Flow flow, PDStructureElement root, OfficialLetter.Part part)
            throws IOException {
        flow.skip(8);
        flow.keepTogether(PART.leading() + 3 * Flow.BODY.leading());
        flow.text("H2", root, part.title(), PART, 0);
        var list = document.element("L", root);
        var attributes = new PDListAttributeObject();
        attributes.setListNumbering(PDListAttributeObject.LIST_NUMBERING_DECIMAL);
        list.addAttribute(attributes);
        for (var line : part.lines()) {
            var indent = line.depth() * 18f;
            var item = document.element("LI", list);
            flow.keepTogether(2 * Flow.BODY.leading());
            if (!line.label().isEmpty()) {
                var label = document.element("Lbl", item);
                var top = flow.y();
                document.draw(
                        label, page -> flow.line(page, line.label(), Flow.STRONG, Flow.LEFT + indent, top, false));
            }
            flow.lines(
                    document.element("LBody", item),
                    line.text(),
                    Flow.BODY,
                    Flow.LEFT + indent + LABEL,
                    Flow.WIDTH - indent - LABEL);
            flow.skip(3);
        }
    }

    /** Each letter is counted by itself: it goes into an envelope of its own. */
    private static void number(
            TaggedDocument document, Flow flow, List<Integer> firstPages, LetterPaper paper, String page)
            throws IOException {
        for (var letter = 0; letter < firstPages.size(); letter++) {
            var first = firstPages.get(letter);
            var next = letter + 1 < firstPages.size() ? firstPages.get(letter + 1) : document.countPages();
            for (var at = first; at < next; at++) {
                var place = new MessageFormat(page, Locale.ROOT).format(new Object[] {at - first + 1, next - first});
                document.repeat(at, "Footer", it -> {
                    flow.line(it, paper.body(), RUNNING, Flow.LEFT, 44, false);
                    flow.line(it, place, RUNNING, Flow.LEFT + Flow.WIDTH, 44, true);
                });
            }
        }
    }
}
