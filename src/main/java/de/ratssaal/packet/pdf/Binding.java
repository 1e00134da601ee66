package de.ratssaal.packet.pdf;

import de.ratssaal.packet.BoundPacket;
import de.ratssaal.packet.PacketBinder;
import de.ratssaal.packet.PacketContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Binds one packet: document by document, then what stands before them and leads to them. Only one document is open at a
 * time.
 */
final class Binding {

    private static final int CATALOG = 1;
    private static final int ROOT = 2;
    private static final int PAGES_BETWEEN_NEWS = 25;

    private final PacketContents contents;
    private final String fingerprint;
    private final Path folder;
    private final Source source;
    private final Lettering regular = Lettering.regular();
    private final Lettering bold = Lettering.bold();
    private final List<Journal.Bound> bound = new ArrayList<>();
    private int pagesBound;

    Binding(PacketContents contents, String fingerprint, Path folder, Source source) throws IOException {
        this.contents = contents;
        this.fingerprint = fingerprint;
        this.folder = folder;
        this.source = source;
    }

    /** Where documents come from, and who is told how far it is. */
    interface Source {

        /** The document at a place, as PDF or as what is printed instead. */
        Given document(int number) throws IOException;

        /** A document could not be read; what is printed instead. */
        PacketContents.Content.Text unreadable(int number) throws IOException;

        void progress(int pages) throws IOException;
    }

    /** A document. */
    sealed interface Given {

        record Pdf(RandomAccessRead bytes) implements Given {}

        record Missing(PacketContents.Content.Text instead) implements Given {}
    }

    BoundPacket bind() throws IOException {
        var path = folder.resolve(PacketBinder.FILE);
        var left = Journal.read(folder, fingerprint);
        if (left != null && Files.exists(path)) {
            try (var file = PdfFile.reopen(path)) {
                if (file.goOn(left.state(), left.offsets())) {
                    bound.addAll(left.documents());
                    pagesBound = bound.stream().mapToInt(Journal.Bound::pages).sum();
                    try (var journal = Journal.goOn(folder, fingerprint, left, file)) {
                        return bind(file, left.furniture(), journal);
                    }
                }
            }
        }
        try (var file = PdfFile.begin(path)) {
            file.reserve(ROOT);
            var furniture = Furniture.write(file, regular, bold);
            try (var journal = Journal.begin(folder, fingerprint, furniture, file)) {
                return bind(file, furniture, journal);
            }
        }
    }

    private BoundPacket bind(PdfFile file, Furniture furniture, Journal journal) throws IOException {
        var documents = contents.documents();
        for (var number = bound.size(); number < documents.size(); number++) {
            source.progress(pagesBound);
            var added = add(file, furniture, number, documents.get(number));
            journal.add(added, file);
            bound.add(added);
            pagesBound += added.pages();
        }
        source.progress(pagesBound);
        var front = finish(file, furniture);
        return new BoundPacket(
                front + pagesBound,
                file.position(),
                furniture.markAt(),
                IntStream.range(0, bound.size())
                        .filter(it -> bound.get(it).missing())
                        .boxed()
                        .toList());
    }

    private Journal.Bound add(PdfFile file, Furniture furniture, int number, PacketContents.Document document)
            throws IOException {
        return switch (document.content()) {
            case PacketContents.Content.Text text -> set(file, furniture, document, text, false);
            case PacketContents.Content.File of ->
                switch (source.document(number)) {
                    case Given.Missing(var instead) -> set(file, furniture, document, instead, true);
                    case Given.Pdf(var bytes) -> copy(file, furniture, number, document, bytes);
                };
        };
    }

    /** Most files are as they should be and are read quickly; only for the others a reader that mends is asked. */
    private Journal.Bound copy(
            PdfFile file, Furniture furniture, int number, PacketContents.Document document, RandomAccessRead bytes)
            throws IOException {
        try (bytes) {
            for (var mending : List.of(false, true)) {
                var before = file.state();
                var offsets = file.offsets().clone();
                try {
                    return copy(file, furniture, document, bytes, mending);
                } catch (Unsent e) {
                    throw e;
                } catch (IOException | RuntimeException e) { // it cannot be read so; what was written is taken back
                    file.state();
                    if (!file.goOn(before, offsets)) {
                        throw new IOException("the packet was changed by somebody else", e);
                    }
                }
            }
        }
        return set(file, furniture, document, source.unreadable(number), true);
    }

    private Journal.Bound copy(
            PdfFile file,
            Furniture furniture,
            PacketContents.Document document,
            RandomAccessRead bytes,
            boolean mending)
            throws IOException {
        try (var pdf = ParsedPages.of(bytes, mending)) {
            var count = pdf.pages().size();
            if (count < 1) {
                throw new IOException("a document without pages");
            }
            var node = file.reserve();
            var first = new PageCopy(file, furniture, regular, pdf).copy(node, header(document, count), page -> {
                if (page % PAGES_BETWEEN_NEWS == 0) {
                    source.progress(pagesBound + page);
                }
            });
            return new Journal.Bound(node, first, count, false);
        }
    }

    /** Nobody listens any more. */
    static final class Unsent extends IOException {

        private static final long serialVersionUID = 1;

        Unsent(IOException cause) {
            super(cause);
        }
    }

    private Journal.Bound set(
            PdfFile file,
            Furniture furniture,
            PacketContents.Document document,
            PacketContents.Content.Text text,
            boolean missing)
            throws IOException {
        var sheets = new Sheets(regular, bold);
        text.blocks().forEach(sheets::block);
        var node = file.reserve();
        var first =
                sheets.write(file, furniture, node, header(document, sheets.count()), isMarked(document.isPublic()));
        return new Journal.Bound(node, first, sheets.count(), missing);
    }

    private PageCopy.Header header(PacketContents.Document document, int pages) {
        var left = document.isPublic() || document.label().isEmpty()
                ? document.label()
                : contents.words().nonPublic() + " · " + document.label();
        var pattern = contents.words().page().replace("{1}", Integer.toString(pages));
        return new PageCopy.Header(
                left,
                IntStream.rangeClosed(1, pages)
                        .mapToObj(it -> pattern.replace("{0}", Integer.toString(it)))
                        .toList(),
                isMarked(document.isPublic()));
    }

    private boolean isMarked(boolean isPublic) {
        return contents.restricted() && !isPublic;
    }

    /** Writes what stands before the documents, and what leads to them; nothing of it for what has no cover. */
    private int finish(PdfFile file, Furniture furniture) throws IOException {
        for (var document : bound) {
            node(file, document.node(), document.firstPage(), document.pages());
        }
        if (contents.cover().isEmpty()) {
            root(file, 0, "");
            end(file, "");
            return 0;
        }
        var places = places();
        var node = file.reserve();
        var cover = cover();
        var coverAt = cover.write(file, furniture, node, null, false);
        var agenda = agenda(places);
        var agendaAt = agenda.write(file, furniture, node, null, isMarked(false));
        var front = 1 + agenda.count();
        file.object(
                node,
                "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%d 0 R%s]>>"
                        .formatted(ROOT, front, coverAt, references(agendaAt, agenda.count())));
        root(file, front, "%d 0 R".formatted(node));
        var outline = new Outline(file);
        outline.add(0, contents.words().agenda(), agendaAt);
        var number = 0;
        for (var item : contents.items()) {
            var target =
                    item.documents().isEmpty() ? agendaAt : bound.get(number).firstPage();
            outline.add(0, item.number() + " " + item.title(), target);
            for (var document : item.documents()) {
                outline.add(1, document.title(), bound.get(number++).firstPage());
            }
        }
        var outlines = outline.write();
        end(
                file,
                "/Outlines %d 0 R/PageMode/UseOutlines/PageLabels<</Nums[0<</S/R>>%d<</S/D/St 1>>]>>"
                        .formatted(outlines, front));
        return front;
    }

    /** The whole tree of pages. */
    private void root(PdfFile file, int front, String frontNode) throws IOException {
        var kids = new StringBuilder(frontNode);
        bound.forEach(it -> kids.append(" %d 0 R".formatted(it.node())));
        file.object(ROOT, "<</Type/Pages/Count %d/Kids[%s]>>".formatted(front + pagesBound, kids));
    }

    private void end(PdfFile file, String leading) throws IOException {
        var info = file.reserve();
        file.object(info, "<</Title%s/Producer(Ratssaal)>>".formatted(Outline.string(contents.title())));
        file.object(
                CATALOG,
                "<</Type/Catalog/Pages %d 0 R%s/Lang%s/ViewerPreferences<</DisplayDocTitle true>>>>"
                        .formatted(ROOT, leading, Outline.string(contents.language())));
        file.finish(CATALOG, info, HexFormat.of().formatHex(identifier()));
    }

    private byte[] identifier() {
        return java.util.Arrays.copyOf(fingerprint.getBytes(StandardCharsets.UTF_8), 16);
    }

    /** For each document the number that is printed on its first page's entry, counted from 1. */
    private List<Integer> places() {
        var places = new ArrayList<Integer>();
        var page = 1;
        for (var document : bound) {
            places.add(page);
            page += document.pages();
        }
        return places;
    }

    private static void node(PdfFile file, int number, int first, int count) throws IOException {
        file.object(
                number,
                "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>".formatted(ROOT, count, references(first, count)));
    }

    private static String references(int first, int count) {
        var text = new StringBuilder();
        for (var number = first; number < first + count; number++) {
            text.append(' ').append(number).append(" 0 R");
        }
        return text.toString();
    }

    private Sheets cover() {
        var cover = new Sheets(regular, bold);
        cover.skip(180);
        var style = PacketContents.Style.TITLE;
        for (var line : contents.cover()) {
            cover.block(PacketContents.Block.of(style, line));
            style = PacketContents.Style.SUBTITLE;
        }
        return cover;
    }

    /** The agenda, with what lies on each item, where it begins and a link that leads there. */
    private Sheets agenda(List<Integer> places) {
        var agenda = new Sheets(regular, bold);
        agenda.block(PacketContents.Block.of(
                PacketContents.Style.TITLE, contents.words().agenda()));
        agenda.rule();
        var number = 0;
        for (var item : contents.items()) {
            var has = !item.documents().isEmpty();
            agenda.entry(
                    true,
                    item.depth(),
                    item.number(),
                    item.title(),
                    has ? Integer.toString(places.get(number)) : "",
                    has ? bound.get(number).firstPage() : 0);
            number += item.documents().size();
        }
        agenda.newSheet();
        agenda.block(PacketContents.Block.of(
                PacketContents.Style.TITLE, contents.words().contents()));
        agenda.rule();
        if (bound.isEmpty()) {
            agenda.block(PacketContents.Block.of(
                    PacketContents.Style.TEXT, contents.words().nothingEnclosed()));
        }
        number = 0;
        for (var item : contents.items()) {
            if (!item.documents().isEmpty()) {
                agenda.entry(
                        true,
                        0,
                        item.number(),
                        item.title(),
                        "",
                        bound.get(number).firstPage());
            }
            for (var document : item.documents()) {
                agenda.entry(
                        false,
                        1,
                        "",
                        document.title(),
                        Integer.toString(places.get(number)),
                        bound.get(number).firstPage());
                number++;
            }
        }
        return agenda;
    }
}
