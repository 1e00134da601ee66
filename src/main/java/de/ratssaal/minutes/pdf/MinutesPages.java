package de.ratssaal.minutes.pdf;

import de.ratssaal.document.pdf.Flow;
import de.ratssaal.document.pdf.LetterPaper;
import de.ratssaal.document.pdf.TaggedDocument;
import de.ratssaal.document.pdf.Typeface;
import de.ratssaal.document.pdf.Xmp;
import de.ratssaal.minutes.Letterhead;
import de.ratssaal.minutes.MinutesPrinter;
import de.ratssaal.minutes.SheetPart;
import de.ratssaal.minutes.WrittenMinutes;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDListAttributeObject;
import org.springframework.stereotype.Component;

/** The municipality's paper: coat of arms and name at the head, page numbers at the foot, the minutes between. */
@Component
class MinutesPages implements MinutesPrinter {

    private static final Color GREY = new Color(0x5b, 0x65, 0x73);
    private static final float SIGNATURE_HEIGHT = 76;
    private static final Flow.Style TITLE = new Flow.Style(true, 22, 2);
    private static final Flow.Style SUBTITLE = new Flow.Style(false, 13, 10);
    private static final Flow.Style PART = new Flow.Style(true, 14.5f, 6);
    private static final Flow.Style ITEM = new Flow.Style(true, 11.5f, 3);
    private static final Flow.Style RUNNING = new Flow.Style(false, 8.5f, 0);
    private static final List<Float> FACT_WIDTHS = List.of(0.24f, 0.76f);
    private static final List<Float> PEOPLE_WIDTHS = List.of(0.31f, 0.16f, 0.22f, 0.31f);

    private final Clock clock;

    MinutesPages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public byte[] print(WrittenMinutes minutes, Letterhead letterhead) {
        try (var document = new TaggedDocument()) {
            var regular = Typeface.load(document.document(), "Regular");
            var bold = Typeface.load(document.document(), "Bold");
            var flow = new Flow(document, regular, bold);
            var color = letterhead.color() == null ? GREY : Color.decode(letterhead.color());
            new LetterPaper(letterhead.body(), letterhead.contact(), letterhead.color(), letterhead.coatOfArms())
                    .head(document, flow);
            flow.text("H1", document.root(), minutes.title(), TITLE, 0);
            document.bookmark(minutes.title(), PDRectangle.A4.getHeight());
            flow.text("P", document.root(), minutes.subtitle(), SUBTITLE, 0);
            if (!minutes.remark().isEmpty()) {
                flow.text("P", document.root(), minutes.remark(), Flow.STRONG, 0);
            }
            for (var part : minutes.parts()) {
                set(document, flow, part, color);
            }
            document.endPages();
            repeatOnPages(document, flow, minutes, letterhead);
            return document.save(
                    minutes.documentTitle(),
                    minutes.language(),
                    Xmp.packet(minutes.documentTitle(), letterhead.body(), minutes.language(), clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("setting minutes on pages", e);
        }
    }

    private static void set(TaggedDocument document, Flow flow, SheetPart part, Color color) throws IOException {
        var root = document.root();
        switch (part) {
            case SheetPart.Heading heading -> heading(document, flow, heading);
            case SheetPart.Text text -> flow.text("P", root, text.text(), Flow.BODY, 0);
            case SheetPart.Note note -> flow.text("P", root, note.text(), Flow.SMALL, 0);
            case SheetPart.Facts facts ->
                flow.table(
                        root,
                        "",
                        List.of(),
                        facts.facts().stream()
                                .map(it -> List.of(it.name(), it.value()))
                                .toList(),
                        FACT_WIDTHS);
            case SheetPart.Table table -> flow.table(root, table.title(), table.header(), table.rows(), PEOPLE_WIDTHS);
            case SheetPart.Wording wording -> wording(document, flow, wording, color);
            case SheetPart.Result result -> flow.box(root, result.outcome(), result.count(), color);
            case SheetPart.Signatures signatures -> sign(document, flow, signatures);
        }
    }

    private static void heading(TaggedDocument document, Flow flow, SheetPart.Heading heading) throws IOException {
        var style = heading.level() == 2 ? PART : ITEM;
        flow.skip(heading.level() == 2 ? 14 : 8);
        flow.keepTogether(style.leading() * 2 + 4 * Flow.BODY.leading());
        document.bookmark(heading.text(), flow.y() + style.leading());
        flow.text("H" + heading.level(), document.root(), heading.text(), style, 0);
    }

    private static void wording(TaggedDocument document, Flow flow, SheetPart.Wording wording, Color color)
            throws IOException {
        flow.keepTogether(5 * Flow.BODY.leading());
        flow.text("P", document.root(), wording.title(), Flow.STRONG, 0);
        flow.beginBar(color);
        var isList = wording.points().stream().anyMatch(it -> !it.label().isEmpty());
        var list = isList ? list(document, document.root()) : document.root();
        for (var point : wording.points()) {
            var indent = 12f + point.depth() * 26f;
            if (isList) {
                point(document, flow, list, point, indent);
            } else {
                flow.lines(
                        document.element("P", list), point.text(), Flow.BODY, Flow.LEFT + indent, Flow.WIDTH - indent);
            }
            flow.skip(3);
        }
        flow.endBar();
        flow.skip(8);
    }

    private static PDStructureElement list(TaggedDocument document, PDStructureElement parent) {
        var list = document.element("L", parent);
        var attributes = new PDListAttributeObject();
        attributes.setListNumbering(PDListAttributeObject.LIST_NUMBERING_DECIMAL);
        list.addAttribute(attributes);
        return list;
    }

    private static void point(
            TaggedDocument document, Flow flow, PDStructureElement list, SheetPart.Point point, float indent)
            throws IOException {
        var item = document.element("LI", list);
        flow.keepTogether(2 * Flow.BODY.leading());
        if (!point.label().isEmpty()) {
            var label = document.element("Lbl", item);
            var top = flow.y();
            document.draw(label, page -> flow.line(page, point.label(), Flow.STRONG, Flow.LEFT + indent, top, false));
        }
        var body = document.element("LBody", item);
        flow.lines(body, point.text(), Flow.BODY, Flow.LEFT + indent + 26, Flow.WIDTH - indent - 26);
    }

    private static void sign(TaggedDocument document, Flow flow, SheetPart.Signatures signatures) throws IOException {
        var width = (Flow.WIDTH - 40) / 2;
        var number = 0;
        flow.skip(10);
        for (var signature : signatures.signatures()) {
            if (number % 2 == 0) {
                flow.keepTogether(SIGNATURE_HEIGHT);
            }
            var x = Flow.LEFT + (number % 2) * (width + 40);
            flow.signature(document.root(), signature.name(), signature.role(), x, width, flow.y() - 44);
            number++;
            if (number % 2 == 0 || number == signatures.signatures().size()) {
                flow.skip(SIGNATURE_HEIGHT);
            }
        }
    }

    private static void repeatOnPages(TaggedDocument document, Flow flow, WrittenMinutes minutes, Letterhead letterhead)
            throws IOException {
        var total = document.countPages();
        var right = Flow.LEFT + Flow.WIDTH;
        for (var number = 0; number < total; number++) {
            var place = minutes.pageOf(number + 1, total);
            if (number > 0) {
                document.repeat(number, "Header", page -> {
                    flow.line(
                            page,
                            minutes.title() + ": " + minutes.foot(),
                            RUNNING,
                            Flow.LEFT,
                            PDRectangle.A4.getHeight() - 34,
                            false);
                    Flow.rectangle(page, GREY, Flow.LEFT, PDRectangle.A4.getHeight() - 52, Flow.WIDTH, 0.5f);
                });
            }
            document.repeat(number, "Footer", page -> {
                flow.line(page, letterhead.body(), RUNNING, Flow.LEFT, 44, false);
                flow.line(page, place, RUNNING, right, 44, true);
            });
        }
    }
}
