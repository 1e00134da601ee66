package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The coat of arms of a body as a drawing that cannot do anything: shapes and colours, no script, nothing from elsewhere.
 *
 * @param svg an SVG document of at most {@value #LONGEST} characters: it is read with the body, again and again
 */
public record CoatOfArms(String svg) {

    /** In characters; a file of as many bytes never has more. */
    public static final int LONGEST = 200 * 1024;

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> SHAPES = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "use",
            "symbol",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern");

    public CoatOfArms {
        svg = svg.strip();
        if (svg.length() > LONGEST || !svg.startsWith("<svg") || !isHarmless(svg)) {
            throw new Refusal("organization.coat-of-arms.not-a-drawing");
        }
    }

    private static boolean isHarmless(String svg) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return isHarmless(
                    builder.parse(new InputSource(new StringReader(svg))).getDocumentElement());
        } catch (SAXException e) {
            return false;
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("no XML reader", e);
        }
    }

    private static boolean isHarmless(Element element) {
        if (!SVG.equals(element.getNamespaceURI()) || !SHAPES.contains(element.getLocalName())) {
            return false;
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (!isHarmless((Attr) attributes.item(i))) {
                return false;
            }
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !isHarmless(inner)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(Attr attribute) {
        var name = attribute.getName().toLowerCase(Locale.ROOT);
        var value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("on") || name.equals("style")) {
            return false;
        }
        var isLink = name.equals("href") || name.endsWith(":href");
        return (!isLink || value.startsWith("#")) && (!value.contains("url(") || value.startsWith("url(#"));
    }

    @Override
    public String toString() {
        return svg;
    }
}
