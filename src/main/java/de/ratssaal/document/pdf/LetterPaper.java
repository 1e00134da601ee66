package de.ratssaal.document.pdf;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;

/**
 * A municipality's paper: coat of arms, name and address at the head.
 *
 * @param contact address, telephone and mail, one per line
 * @param color its official colour as {@code #rrggbb}
 * @param coatOfArms an SVG drawing
 */
public record LetterPaper(
        String body,
        String contact,
        @Nullable String color,
        @Nullable String coatOfArms) {

    private static final Color GREY = new Color(0x5b, 0x65, 0x73);
    private static final float COAT_HEIGHT = 54;
    private static final int COAT_PIXELS = 600;
    private static final float HEAD_ROOM = 24;
    private static final Flow.Style LETTER = new Flow.Style(true, 13, 0);
    private static final Flow.Style CONTACT = new Flow.Style(false, 8.5f, 0);

    /** Sets the head of a letter on the present page, at its top. */
    public void head(TaggedDocument document, Flow flow) throws IOException {
        var ink = color == null ? GREY : Color.decode(color);
        var top = PDRectangle.A4.getHeight() - 42;
        var x = Flow.LEFT;
        if (coatOfArms != null) {
            var drawn = draw(coatOfArms);
            var image = LosslessFactory.createFromImage(document.document(), drawn);
            var width = COAT_HEIGHT * drawn.getWidth() / drawn.getHeight();
            document.decorate(page -> page.drawImage(image, Flow.LEFT, top - COAT_HEIGHT, width, COAT_HEIGHT));
            x += width + 12;
        }
        var at = x;
        flow.goTo(top - 8);
        flow.lines(document.element("P", document.root()), body, LETTER, at, Flow.WIDTH + Flow.LEFT - at);
        var lines = this.contact.lines().map(String::strip).filter(it -> !it.isEmpty());
        flow.lines(
                document.element("P", document.root()),
                lines.collect(Collectors.joining(" · ")),
                CONTACT,
                at,
                Flow.WIDTH + Flow.LEFT - at);
        var foot = Math.min(flow.y(), top - COAT_HEIGHT) - 8;
        document.decorate(page -> Flow.rectangle(page, ink, Flow.LEFT, foot, Flow.WIDTH, 2));
        flow.goTo(foot - HEAD_ROOM);
    }

    /** In enough points that it is sharp in print. It was checked when it was stored: it loads nothing. */
    private static BufferedImage draw(String svg) throws IOException {
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
}
