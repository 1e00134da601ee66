package de.ratssaal.packet;

import java.io.Serializable;
import java.util.List;

/**
 * What goes into a packet, in order, with all words that are printed. Two that are equal make the same packet.
 *
 * @param language in which it is written, such as {@code de}
 * @param title what it is and of which meeting, in one line
 * @param cover lines of the first page, the most important first
 * @param restricted whether it holds more than the public may read: its front pages carry the reader's name too
 */
public record PacketContents(
        String language, String title, List<String> cover, boolean restricted, Words words, List<Item> items)
        implements Serializable {

    private static final long serialVersionUID = 1;

    public PacketContents {
        cover = List.copyOf(cover);
        items = List.copyOf(items);
    }

    /** All documents in order. */
    public List<Document> documents() {
        return items.stream().flatMap(it -> it.documents().stream()).toList();
    }

    /**
     * Words of the language.
     *
     * @param page pattern with place and number, such as {@code Seite {0} von {1}}
     * @param nonPublic what stands before the header of a non-public page
     */
    public record Words(String agenda, String contents, String page, String nonPublic, String nothingEnclosed)
            implements Serializable {

        private static final long serialVersionUID = 1;
    }

    /**
     * An item of the agenda.
     *
     * @param number as printed, such as {@code Ö 1.2}
     * @param depth 0 at the top
     */
    public record Item(String number, int depth, String title, boolean isPublic, List<Document> documents)
            implements Serializable {

        private static final long serialVersionUID = 1;

        public Item {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A paper or a file.
     *
     * @param label what stands in the header of its pages, such as {@code Ö 4 · 1234/20 · Anlage 1}
     */
    public record Document(String label, String title, boolean isPublic, Content content) implements Serializable {

        private static final long serialVersionUID = 1;
    }

    /** What a document consists of. */
    public sealed interface Content extends Serializable {

        /** Text that is set on pages. */
        record Text(List<Block> blocks) implements Content {

            private static final long serialVersionUID = 1;

            public Text {
                blocks = List.copyOf(blocks);
            }
        }

        /**
         * A file, as PDF or in the form of a PDF.
         *
         * @param hash SHA-256 of the content as it was brought
         */
        record File(String hash) implements Content {

            private static final long serialVersionUID = 1;
        }
    }

    /** How a block of text is set. */
    public enum Style {
        TITLE,
        SUBTITLE,
        HEADING,
        TEXT,
        SMALL
    }

    /**
     * @param label what stands before it, such as {@code 01}; empty for a paragraph without
     * @param depth 0 at the margin
     */
    public record Block(Style style, String label, String text, int depth) implements Serializable {

        private static final long serialVersionUID = 1;

        public static Block of(Style style, String text) {
            return new Block(style, "", text, 0);
        }
    }
}
