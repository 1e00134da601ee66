package de.ratssaal.paper;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A text as lines without what nobody sees: markup, invisible characters, unusual spaces and line endings. Nothing that can
 * be read is lost.
 */
final class PlainText {

    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype|html|body|head|p|br|div|span|table|tbody|tr|td|ul|ol|li|h[1-6]|b|strong|em|i|u|font|a|sup|sub|o:p)(?:\\s[^<>]{0,2000})?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_ENDING = Pattern.compile("\\r\\n|[\\r\\n\\f\\u000B\\u0085\\u2028\\u2029]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}\\t]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\p{Cs}&&[^\\n]]");

    private PlainText() {}

    static String of(String text) {
        return visible(MARKUP.matcher(text).find() ? withoutMarkup(text) : text);
    }

    /** What somebody wrote, on one line. */
    static String line(String text) {
        return visible(text).replace('\n', ' ').strip().replaceAll(" {2,}", " ");
    }

    /** What somebody wrote, without empty lines. */
    static String paragraphs(String text) {
        return visible(text)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String visible(String text) {
        var lines = LINE_ENDING.matcher(text).replaceAll("\n");
        var spaces = SPACE.matcher(lines).replaceAll(" ");
        return Normalizer.normalize(INVISIBLE.matcher(spaces).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String withoutMarkup(String html) {
        var written = new Written();
        Jsoup.parse(html).body().traverse(written);
        return written.text.toString();
    }

    /** Writes down what a browser would show: blocks on lines of their own, lists with their numbers. */
    private static final class Written implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void begin(Element element) {
            if (element.nameIs("br") || element.isBlock()) {
                text.append('\n');
            }
            if (element.nameIs("td") || element.nameIs("th")) {
                text.append(' ');
            }
            var list = element.parent();
            if (element.nameIs("li") && list != null) {
                text.append(list.nameIs("ol") ? number(element, list) : "- ");
            }
        }

        private static String number(Element item, Element list) {
            var place = 1
                    + (int) item.previousElementSiblings().stream()
                            .filter(it -> it.nameIs("li"))
                            .count();
            return switch (list.attr("type")) {
                case "a" -> letter('a', place) + ") ";
                case "A" -> letter('A', place) + ". ";
                default -> place + ". ";
            };
        }

        private static char letter(char first, int place) {
            return (char) (first + (place - 1) % 26);
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                text.append('\n');
            }
        }
    }
}
