package de.ratssaal.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a page anew, operator by operator, without what lies in its areas (ADR 0091). What it draws with is
 * listed anew as well, so that nothing is kept that the new content does not use.
 */
final class PageRewriter extends PDFGraphicsStreamEngine {

    private static final Set<String> PATH = Set.of("m", "l", "c", "v", "y", "h", "re");
    private static final Set<String> PAINT = Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n");
    private static final int MAX_DEPTH = 20;
    private static final float JPEG_QUALITY = 0.9f;

    private final PDDocument document;
    private final PDPage page;
    private final PageAreas areas;
    private final RedactionYield yield;
    private final Map<COSBase, PDFormXObject> unchangedForms;
    private final boolean hidesLayers;
    private final Rectangle2D visible;
    private final Deque<Draft> drafts = new ArrayDeque<>();
    private final List<Object> pathTokens = new ArrayList<>();
    private Path2D path = new Path2D.Double();
    private @Nullable String clipping;
    private @Nullable List<Boolean> covered;

    /** The new content of the page, or of a form on it, while it is written. */
    private final class Draft {
        final List<Object> tokens = new ArrayList<>();
        final COSDictionary resources = new COSDictionary();
        final PDResources from;
        int depth;
        boolean changed;
        int made;

        Draft(PDResources from) {
            this.from = from;
        }

        void use(COSName category, COSName name) {
            if (from.getCOSObject().getDictionaryObject(category) instanceof COSDictionary all
                    && all.containsKey(name)) {
                category(category).setItem(name, all.getItem(name));
            }
        }

        COSName add(COSName category, String prefix, COSBase resource) {
            var name = COSName.getPDFName(prefix + made++);
            while (category(category).containsKey(name)
                    || from.getCOSObject().getDictionaryObject(category) instanceof COSDictionary all
                            && all.containsKey(name)) {
                name = COSName.getPDFName(prefix + made++);
            }
            category(category).setItem(name, resource);
            return name;
        }

        private COSDictionary category(COSName category) {
            if (resources.getDictionaryObject(category) instanceof COSDictionary there) {
                return there;
            }
            var fresh = new COSDictionary();
            resources.setItem(category, fresh);
            return fresh;
        }
    }

    /** The page cannot be taken apart with certainty. */
    static final class NotCertain extends IOException {

        private static final long serialVersionUID = 1;

        NotCertain(String why) {
            super(why);
        }
    }

    /**
     * @param unchangedForms forms that were written anew before and came out as they were
     * @param hidesLayers whether the document has layers that are not shown
     */
    PageRewriter(
            PDDocument document,
            PDPage page,
            PageAreas areas,
            RedactionYield yield,
            Map<COSBase, PDFormXObject> unchangedForms,
            boolean hidesLayers) {
        super(page);
        this.document = document;
        this.page = page;
        this.areas = areas;
        this.yield = yield;
        this.unchangedForms = unchangedForms;
        this.hidesLayers = hidesLayers;
        var box = page.getCropBox();
        this.visible =
                new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    }

    /** @throws NotCertain if something on the page cannot be taken apart; the page is as it was then */
    void rewrite() throws IOException {
        var draft = new Draft(page.getResources() == null ? new PDResources() : page.getResources());
        drafts.push(draft);
        processPage(page);
        while (draft.depth > 0) {
            emit(draft, "Q");
            draft.depth--;
        }
        var stream = new PDStream(document, new ByteArrayInputStream(bytes(draft.tokens)), COSName.FLATE_DECODE);
        page.setContents(stream);
        page.setResources(new PDResources(draft.resources));
    }

    private static byte[] bytes(List<Object> tokens) throws IOException {
        var out = new ByteArrayOutputStream();
        new ContentStreamWriter(out).writeTokens(tokens);
        return out.toByteArray();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (covered != null) {
            throw new NotCertain("a letter that is drawn by a program");
        }
        var draft = drafts.element();
        var name = operator.getName();
        if (PATH.contains(name)) {
            extendPath(name, operands);
            pathTokens.addAll(operands);
            pathTokens.add(operator);
        } else if (name.equals("W") || name.equals("W*")) {
            clipping = name;
        } else if (PAINT.contains(name)) {
            paint(draft, name);
        } else {
            switch (name) {
                case "Tj", "TJ", "'", "\"" -> show(draft, name, operands);
                case "Do" -> draw(draft, (COSName) operands.getFirst());
                case "BI" -> drawInline(draft, operator);
                case "BDC", "DP" -> mark(draft, name, operands);
                case "q" -> {
                    draft.depth++;
                    keep(draft, operator, operands);
                }
                case "Q" -> {
                    if (draft.depth > 0) {
                        draft.depth--;
                        keep(draft, operator, operands);
                    }
                }
                default -> {
                    use(draft, name, operands);
                    keep(draft, operator, operands);
                }
            }
        }
    }

    private void keep(Draft draft, Operator operator, List<COSBase> operands) throws IOException {
        super.processOperator(operator, operands);
        draft.tokens.addAll(operands);
        draft.tokens.add(operator);
    }

    private static void emit(Draft draft, String operator, COSBase... operands) {
        draft.tokens.addAll(List.of(operands));
        draft.tokens.add(Operator.getOperator(operator));
    }

    /** What an operator draws with. */
    private void use(Draft draft, String operator, List<COSBase> operands) throws IOException {
        if (operator.equals("Tf") && operands.getFirst() instanceof COSName font) {
            draft.use(COSName.FONT, font);
            if (draft.from.getFont(font) instanceof PDType3Font type3) {
                yield.uses(type3);
            }
        }
        if (operands.isEmpty() || !(operands.getLast() instanceof COSName named)) {
            return;
        }
        switch (operator) {
            case "gs" -> {
                requireNoMask(draft, named);
                draft.use(COSName.EXT_G_STATE, named);
            }
            case "cs", "CS" -> draft.use(COSName.COLORSPACE, named);
            case "scn", "SCN" -> {
                requireNoTiles(draft, named);
                draft.use(COSName.PATTERN, named);
            }
            case "sh" -> {
                requireSimple(draft.from.getShading(named));
                draft.use(COSName.SHADING, named);
            }
            default -> {
                // other names are no resources
            }
        }
    }

    private void requireNoMask(Draft draft, COSName name) throws IOException {
        var state = draft.from.getExtGState(name);
        if (!areas.isEmpty()
                && state != null
                && state.getCOSObject().getDictionaryObject(COSName.SMASK) instanceof COSDictionary) {
            throw new NotCertain("a mask");
        }
    }

    private void requireNoTiles(Draft draft, COSName name) throws IOException {
        var pattern = draft.from.getPattern(name);
        if (!areas.isEmpty() && pattern != null && pattern.getPatternType() == 1) {
            throw new NotCertain("a pattern of tiles");
        }
    }

    private void requireSimple(@Nullable PDShading shading) throws IOException {
        if (!areas.isEmpty() && shading != null && shading.getShadingType() > 3) {
            throw new NotCertain("a shading of patches");
        }
    }

    /** What is said of marked content, instead of or about it, may repeat it: only its number stays. */
    private void mark(Draft draft, String operator, List<COSBase> operands) throws NotCertain {
        if (COSName.OC.equals(operands.getFirst())) {
            requireNothingHidden();
        }
        var silent = new COSDictionary();
        if (operands.getLast() instanceof COSDictionary said
                && said.getItem(COSName.MCID) instanceof COSNumber number) {
            silent.setItem(COSName.MCID, number);
        }
        emit(draft, operator, operands.getFirst(), silent);
    }

    /** What a reader does not see nobody can have marked. */
    private void requireNothingHidden() throws NotCertain {
        if (hidesLayers) {
            throw new NotCertain("layers that are hidden");
        }
    }

    // --- text --------------------------------------------------------------------------------------------------------

    private void show(Draft draft, String operator, List<COSBase> operands) throws IOException {
        switch (operator) {
            case "'" -> nextLine(draft);
            case "\"" -> {
                setState(draft, "Tw", operands.get(0));
                setState(draft, "Tc", operands.get(1));
                nextLine(draft);
            }
            default -> {
                // shows where it is
            }
        }
        var shown = operands.getLast() instanceof COSArray array ? array : new COSArray(List.of(operands.getLast()));
        var rest = new COSArray();
        var any = false;
        var gap = 0.0;
        for (var i = 0; i < shown.size(); i++) {
            var element = shown.getObject(i);
            if (element instanceof COSString string) {
                for (var piece : show(string)) {
                    if (piece.bytes == null) {
                        any = true;
                        gap += piece.gap;
                    } else {
                        gap = flush(rest, gap);
                        rest.add(new COSString(piece.bytes));
                    }
                }
            } else if (element instanceof COSNumber number) {
                super.showTextStrings(new COSArray(List.of(number)));
                gap += number.floatValue();
            }
        }
        flush(rest, gap);
        if (rest.size() > 0) {
            emit(draft, "TJ", rest);
        }
        draft.changed |= any;
    }

    /** Of several pieces that go, one behind the other, only the whole width stays. */
    private static double flush(COSArray rest, double gap) {
        if (gap != 0) {
            rest.add(new COSFloat((float) gap));
        }
        return 0;
    }

    private void nextLine(Draft draft) throws IOException {
        super.processOperator(Operator.getOperator("T*"), List.of());
        emit(draft, "T*");
    }

    private void setState(Draft draft, String operator, COSBase value) throws IOException {
        super.processOperator(Operator.getOperator(operator), List.of(value));
        emit(draft, operator, value);
    }

    /** @param bytes letters that stay; none if some go, which leaves a gap in thousandths */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(byte @Nullable [] bytes, double gap) {}

    private List<Piece> show(COSString string) throws IOException {
        var bytes = string.getBytes();
        var state = getGraphicsState().getTextState();
        var font = state.getFont();
        if (font == null) {
            throw new NotCertain("text without a font");
        }
        var going = new ArrayList<Boolean>();
        covered = going;
        try {
            super.showTextString(bytes);
        } finally {
            covered = null;
        }
        var pieces = new ArrayList<Piece>();
        var in = new ByteArrayInputStream(bytes);
        var kept = new ByteArrayOutputStream();
        for (var goes : going) {
            var before = bytes.length - in.available();
            var code = font.readCode(in);
            var length = bytes.length - in.available() - before;
            if (goes) {
                if (kept.size() > 0) {
                    pieces.add(new Piece(kept.toByteArray(), 0));
                    kept.reset();
                }
                pieces.add(new Piece(null, gap(font, code, length)));
            } else {
                kept.write(bytes, before, length);
            }
        }
        if (kept.size() > 0) {
            pieces.add(new Piece(kept.toByteArray(), 0));
        }
        return pieces;
    }

    /** How far a letter moves the next one, as TJ counts it. */
    private double gap(PDFont font, int code, int length) throws IOException {
        var state = getGraphicsState().getTextState();
        var size = state.getFontSize();
        if (size == 0) {
            return 0;
        }
        var spacing = state.getCharacterSpacing() + (length == 1 && code == 32 ? state.getWordSpacing() : 0);
        var displacement = font.getDisplacement(code);
        var move = font.isVertical() ? displacement.getY() : displacement.getX();
        return -(move * 1000 + spacing / size * 1000);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        var box = GlyphBox.of(rendering, font, code, displacement);
        var goes = !visible.intersects(grown(box.onPage())) || !areas.isEmpty() && areas.cover(box.box(), box.toPage());
        if (covered != null) {
            covered.add(goes);
        }
        if (goes) {
            yield.removed(font.toUnicode(code), box.onPage());
        } else if (font instanceof PDType3Font type3) {
            yield.kept(type3, code);
        }
    }

    /** A rectangle without any width is never said to be seen. */
    private static Rectangle2D grown(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() - 0.01, box.getY() - 0.01, box.getWidth() + 0.02, box.getHeight() + 0.02);
    }

    // --- lines and shapes
    // ----------------------------------------------------------------------------------------------

    private void extendPath(String operator, List<COSBase> operands) throws NotCertain {
        var n = new float[operands.size()];
        for (var i = 0; i < n.length; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                throw new NotCertain("a line without numbers");
            }
            n[i] = number.floatValue();
        }
        try {
            switch (operator) {
                case "m" -> path.moveTo(n[0], n[1]);
                case "l" -> path.lineTo(n[0], n[1]);
                case "c" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
                case "v" -> {
                    var from = path.getCurrentPoint();
                    path.curveTo(from.getX(), from.getY(), n[0], n[1], n[2], n[3]);
                }
                case "y" -> path.curveTo(n[0], n[1], n[2], n[3], n[2], n[3]);
                case "h" -> path.closePath();
                default -> {
                    path.moveTo(n[0], n[1]);
                    path.lineTo(n[0] + n[2], n[1]);
                    path.lineTo(n[0] + n[2], n[1] + n[3]);
                    path.lineTo(n[0], n[1] + n[3]);
                    path.closePath();
                }
            }
        } catch (java.awt.geom.IllegalPathStateException | ArrayIndexOutOfBoundsException | NullPointerException e) {
            throw new NotCertain("a line that begins nowhere");
        }
    }

    private void paint(Draft draft, String operator) throws IOException {
        var strokes = "SsBbB*b*".contains(operator) && !operator.equals("n");
        var fills = "fFf*BbB*b*".contains(operator) && !operator.equals("n");
        var toPage = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        var width = getGraphicsState().getLineWidth() * Math.sqrt(Math.abs(toPage.getDeterminant()));
        if (!areas.isEmpty() && isTouched(toPage, strokes ? width : 0)) {
            cut(draft, operator, strokes, fills, toPage, width);
        } else {
            draft.tokens.addAll(pathTokens);
            if (clipping != null) {
                emit(draft, clipping);
            }
            emit(draft, operator);
        }
        pathTokens.clear();
        path = new Path2D.Double();
        clipping = null;
    }

    private boolean isTouched(AffineTransform toPage, double width) {
        var bounds = toPage.createTransformedShape(path).getBounds2D();
        return areas.touch(new Rectangle2D.Double(
                bounds.getX() - width,
                bounds.getY() - width,
                bounds.getWidth() + 2 * width,
                bounds.getHeight() + 2 * width));
    }

    private void cut(Draft draft, String operator, boolean strokes, boolean fills, AffineTransform toPage, double width)
            throws IOException {
        if (PathCutting.isTooMuch(path)) {
            throw new NotCertain("a drawing of very many lines");
        }
        var gone = areas.seenFrom(toPage);
        if (operator.startsWith("b") || operator.equals("s")) {
            path.closePath();
        }
        if (gone.isPresent()) {
            if (fills) {
                path.setWindingRule(operator.endsWith("*") ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
                var rest = PathCutting.without(path, gone.get());
                if (write(draft, rest)) {
                    emit(draft, rest.getWindingRule() == Path2D.WIND_EVEN_ODD ? "f*" : "f");
                }
            }
            if (strokes) {
                var rest = PathCutting.linesWithout(path, areas.rectangles(), toPage, width);
                rest.transform(inverse(toPage));
                if (write(draft, rest)) {
                    emit(draft, "S");
                }
            }
            if (clipping != null) {
                clip(draft, gone.get());
            }
        }
        draft.changed = true;
        yield.shapeCut();
    }

    private static AffineTransform inverse(AffineTransform transform) {
        try {
            return transform.createInverse();
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new IllegalStateException("was asked before", e);
        }
    }

    /** A clip of the form of letters would tell them. */
    private void clip(Draft draft, Area gone) throws IOException {
        if (PageAreas.isRectangle(path)) {
            draft.tokens.addAll(pathTokens);
        } else {
            path.setWindingRule("W*".equals(clipping) ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
            var rest = PathCutting.without(path, gone);
            if (!write(draft, rest)) {
                emit(draft, "re", number(0), number(0), number(0), number(0));
            }
            clipping = rest.getWindingRule() == Path2D.WIND_EVEN_ODD ? "W*" : "W";
        }
        emit(draft, clipping == null ? "W" : clipping);
        emit(draft, "n");
    }

    /** @return whether there is anything to paint */
    private static boolean write(Draft draft, Path2D shape) {
        var n = new double[6];
        var any = false;
        for (var segments = shape.getPathIterator(null); !segments.isDone(); segments.next()) {
            any = true;
            switch (segments.currentSegment(n)) {
                case PathIterator.SEG_MOVETO -> emit(draft, "m", number(n[0]), number(n[1]));
                case PathIterator.SEG_LINETO -> emit(draft, "l", number(n[0]), number(n[1]));
                case PathIterator.SEG_QUADTO -> throw new IllegalStateException("PDF has no such curves");
                case PathIterator.SEG_CUBICTO ->
                    emit(
                            draft,
                            "c",
                            number(n[0]),
                            number(n[1]),
                            number(n[2]),
                            number(n[3]),
                            number(n[4]),
                            number(n[5]));
                default -> emit(draft, "h");
            }
        }
        return any;
    }

    private static COSFloat number(double value) {
        return new COSFloat((float) value);
    }

    // --- images and forms
    // ------------------------------------------------------------------------------------------------

    private void draw(Draft draft, COSName name) throws IOException {
        var object = draft.from.getXObject(name);
        switch (object) {
            case PDFormXObject form -> drawForm(draft, form);
            case PDImageXObject image -> drawImage(draft, image, name);
            case null, default -> {
                // nothing that a reader could show
                draft.changed = true;
            }
        }
    }

    private void drawForm(Draft draft, PDFormXObject form) throws IOException {
        if (drafts.size() > MAX_DEPTH) {
            throw new NotCertain("forms within forms");
        }
        if (form.getCOSObject().containsKey(COSName.OC)) {
            requireNothingHidden();
        }
        var own = form.getResources();
        var inner = new Draft(own == null ? draft.from : own);
        drafts.push(inner);
        var outerPath = path;
        path = new Path2D.Double();
        try {
            if (form instanceof PDTransparencyGroup group) {
                showTransparencyGroup(group);
            } else {
                showForm(form);
            }
        } finally {
            drafts.pop();
            path = outerPath;
        }
        while (inner.depth > 0) {
            emit(inner, "Q");
            inner.depth--;
        }
        var written = inner.changed ? null : unchangedForms.get(form.getCOSObject());
        if (written == null) {
            written = copy(form, inner);
            if (!inner.changed) {
                unchangedForms.put(form.getCOSObject(), written);
            }
        }
        emit(draft, "Do", draft.add(COSName.XOBJECT, "Rf", written.getCOSObject()));
        draft.changed |= inner.changed;
    }

    private PDFormXObject copy(PDFormXObject form, Draft inner) throws IOException {
        var copy = new PDFormXObject(
                new PDStream(document, new ByteArrayInputStream(bytes(inner.tokens)), COSName.FLATE_DECODE));
        copy.setResources(new PDResources(inner.resources));
        copy.setBBox(form.getBBox());
        copy.setMatrix(form.getMatrix().createAffineTransform());
        var group = form.getCOSObject().getDictionaryObject(COSName.GROUP);
        if (group != null) {
            copy.getCOSObject().setItem(COSName.GROUP, group);
        }
        return copy;
    }

    private AffineTransform imageToPage() {
        return getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
    }

    private void drawImage(Draft draft, PDImageXObject image, COSName name) throws IOException {
        var unit = imageToPage().createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1));
        if (image.getCOSObject().containsKey(COSName.OC)) {
            requireNothingHidden();
            image.getCOSObject().removeItem(COSName.OC);
        }
        if (!visible.intersects(grown(unit.getBounds2D()))) {
            draft.changed = true;
        } else if (areas.isEmpty() || !areas.touch(unit)) {
            silence(image.getCOSObject());
            draft.use(COSName.XOBJECT, name);
            emit(draft, "Do", name);
        } else {
            blacken(draft, image);
        }
    }

    /** An image brings along whatever somebody hung on it. */
    private static void silence(COSStream image) {
        List.of("Metadata", "PieceInfo", "Alternates", "OPI", "StructParent", "AF")
                .forEach(it -> image.removeItem(COSName.getPDFName(it)));
    }

    private void drawInline(Draft draft, Operator operator) throws IOException {
        var image = new PDInlineImage(operator.getImageParameters(), operator.getImageData(), draft.from);
        var unit = imageToPage().createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1));
        if (areas.isEmpty() || !areas.touch(unit)) {
            if (operator.getImageParameters().getDictionaryObject(COSName.CS, COSName.COLORSPACE)
                    instanceof COSName space) {
                draft.use(COSName.COLORSPACE, space);
            }
            draft.tokens.add(operator);
        } else {
            blacken(draft, image);
        }
    }

    /** A copy of the image whose covered pixels are black; an image that cannot be read goes as a whole. */
    private void blacken(Draft draft, PDImage image) throws IOException {
        draft.changed = true;
        BufferedImage pixels;
        try {
            pixels = image.isStencil() ? image.getStencilImage(fillColor()) : image.getImage();
        } catch (IOException | RuntimeException e) {
            yield.imageRemoved();
            return;
        }
        var picture = new BufferedImage(
                pixels.getWidth(),
                pixels.getHeight(),
                pixels.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.drawImage(pixels, 0, 0, null);
        canvas.setColor(Color.BLACK);
        var toPixels = new AffineTransform(pixels.getWidth(), 0, 0, -pixels.getHeight(), 0, pixels.getHeight());
        var gone = areas.seenFrom(imageToPage());
        if (gone.isPresent()) {
            var covered = toPixels.createTransformedShape(gone.get());
            canvas.fill(covered);
            canvas.setStroke(new BasicStroke(3)); // pixels that are covered in part
            canvas.draw(covered);
        }
        canvas.dispose();
        var copy = image.getSuffix().equals("jpg") && !picture.getColorModel().hasAlpha()
                ? JPEGFactory.createFromImage(document, picture, JPEG_QUALITY)
                : LosslessFactory.createFromImage(document, picture);
        emit(draft, "Do", draft.add(COSName.XOBJECT, "Ri", copy.getCOSObject()));
        yield.imageBlackened();
    }

    private Color fillColor() throws IOException {
        var color = getGraphicsState().getNonStrokingColor();
        if (color.isPattern()) {
            throw new NotCertain("an image filled with a pattern");
        }
        return new Color(color.toRGB());
    }

    // --- what the engine asks for and the operators above do ---------------------------------------------------------

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void drawImage(PDImage image) {
        throw new IllegalStateException("images are read above");
    }

    @Override
    public void clip(int windingRule) {
        throw new IllegalStateException("clips are read above");
    }

    @Override
    public void moveTo(float x, float y) {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void lineTo(float x, float y) {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void closePath() {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void endPath() {
        // after the clip of a form's box
    }

    @Override
    public void strokePath() {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void fillPath(int windingRule) {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        throw new IllegalStateException("paths are read above");
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // stays as it is
    }
}
