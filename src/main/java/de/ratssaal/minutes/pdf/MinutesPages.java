package de.ratssaal.minutes.pdf;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import de.ratssaal.minutes.Letterhead;
import de.ratssaal.minutes.MinutesPrinter;
import de.ratssaal.minutes.SheetPart;
import de.ratssaal.minutes.WrittenMinutes;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDListAttributeObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.springframework.stereotype.Component;

/** The municipality's paper: coat of arms and name at the head, page numbers at the foot, the minutes between. */
@Component
class MinutesPages implements MinutesPrinter {

    private static final Color GREY = new Color(0x5b, 0x65, 0x73);
    private static final float COAT_HEIGHT = 54;
    private static final int COAT_PIXELS = 600;
    private static final float HEAD_ROOM = 24;
    private static final float SIGNATURE_HEIGHT = 76;
    private static final Flow.Style TITLE = new Flow.Style(true, 22, 2);
    private static final Flow.Style SUBTITLE = new Flow.Style(false, 13, 10);
    private static final Flow.Style PART = new Flow.Style(true, 14.5f, 6);
    private static final Flow.Style ITEM = new Flow.Style(true, 11.5f, 3);
    private static final Flow.Style LETTER = new Flow.Style(true, 13, 0);
    private static final Flow.Style CONTACT = new Flow.Style(false, 8.5f, 0);
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
            head(document, flow, letterhead, color);
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

    private static void head(TaggedDocument document, Flow flow, Letterhead letterhead, Color color)
            throws IOException {
        var top = PDRectangle.A4.getHeight() - 42;
        var x = Flow.LEFT;
        if (letterhead.coatOfArms() != null) {
            var drawn = coatOfArms(letterhead.coatOfArms());
            var image = LosslessFactory.createFromImage(document.document(), drawn);
            var width = COAT_HEIGHT * drawn.getWidth() / drawn.getHeight();
            document.decorate(page -> page.drawImage(image, Flow.LEFT, top - COAT_HEIGHT, width, COAT_HEIGHT));
            x += width + 12;
        }
        var at = x;
        flow.goTo(top - 8);
        flow.lines(document.element("P", document.root()), letterhead.body(), LETTER, at, Flow.WIDTH + Flow.LEFT - at);
        var contact = letterhead.contact().lines().map(String::strip).filter(it -> !it.isEmpty());
        flow.lines(
                document.element("P", document.root()),
                contact.collect(Collectors.joining(" · ")),
                CONTACT,
                at,
                Flow.WIDTH + Flow.LEFT - at);
        var foot = Math.min(flow.y(), top - COAT_HEIGHT) - 8;
        document.decorate(page -> Flow.rectangle(page, color, Flow.LEFT, foot, Flow.WIDTH, 2));
        flow.goTo(foot - HEAD_ROOM);
    }

    /** In enough points that it is sharp in print. It was checked when it was stored: it loads nothing. */
    private static BufferedImage coatOfArms(String svg) throws IOException {
        var drawing = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (drawing == null) {
            throw new IOException("the coat of arms cannot be drawn");
        }
        var size = drawing.size();
        var width = Math.clamp((int) (COAT_PIXELS * size.getWidth() / size.getHeight()), 1, 2 * COAT_PIXELS);
        var image = new BufferedImage(width, COAT_PIXELS, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, width, COAT_PIXELS);
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.render((java.awt.Component) null, canvas, new ViewBox(0, 0, width, COAT_PIXELS));
        } finally {
            canvas.dispose();
        }
        return image;
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
