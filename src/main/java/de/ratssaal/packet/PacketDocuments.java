package de.ratssaal.packet;

import de.ratssaal.amendment.AmendmentOverview;
import de.ratssaal.amendment.AmendmentsOfPaper;
import de.ratssaal.document.FileContent;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.FileText;
import de.ratssaal.document.FileTexts;
import de.ratssaal.document.Files;
import de.ratssaal.document.Rendition;
import de.ratssaal.document.Renditions;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of a packet one at a time. Whether somebody may read one is asked of the module that keeps it, at each
 * reading. What everybody may read is handed out as it is; on everything else stands the reader's name.
 */
@Service
public class PacketDocuments {

    private final PacketCollection collection;
    private final PresentContents present;
    private final KnownDocuments known;
    private final SingleDocuments singles;
    private final Renditions renditions;
    private final Files files;
    private final FileTexts texts;
    private final PaperShelf papers;
    private final AmendmentsOfPaper amendments;
    private final Meetings meetings;
    private final Access access;

    PacketDocuments(
            PacketCollection collection,
            PresentContents present,
            KnownDocuments known,
            SingleDocuments singles,
            Renditions renditions,
            Files files,
            FileTexts texts,
            PaperShelf papers,
            AmendmentsOfPaper amendments,
            Meetings meetings,
            Access access) {
        this.collection = collection;
        this.present = present;
        this.known = known;
        this.singles = singles;
        this.renditions = renditions;
        this.files = files;
        this.texts = texts;
        this.papers = papers;
        this.amendments = amendments;
        this.meetings = meetings;
        this.access = access;
    }

    /**
     * What whoever asks may read of a meeting's documents.
     *
     * @throws NoSuchElementException if there is no such meeting for whoever asks
     */
    @Transactional(readOnly = true)
    public MeetingDocuments of(MeetingId id) {
        access.require();
        var meeting = meetings.meeting(id);
        var audience = audience(meeting);
        return known.of(id, audience, () -> gather(id, audience));
    }

    private MeetingDocuments gather(MeetingId meeting, PacketAudience audience) {
        var open = present.contents(meeting, PacketAudience.PUBLIC);
        var inPublic = open.map(PacketDocuments::byIdentifier).orElse(Map.of());
        var all = audience == PacketAudience.PUBLIC ? open : present.contents(meeting, audience);
        var items = all.map(it -> items(it, inPublic)).orElse(List.of());
        return new MeetingDocuments(version(items), audience == PacketAudience.NON_PUBLIC, items);
    }

    private static Map<UUID, PacketContents.Content> byIdentifier(Collected collected) {
        var documents = collected.contents().documents();
        return IntStream.range(0, documents.size())
                .boxed()
                .collect(Collectors.toMap(
                        collected.documents()::get, it -> documents.get(it).content(), (one, same) -> one));
    }

    private PacketAudience audience(MeetingSummary meeting) {
        if (meetings.maySeeNonPublic(meeting.id())) {
            return PacketAudience.NON_PUBLIC;
        }
        return meetings.isInPublic(meeting) ? PacketAudience.PUBLIC : PacketAudience.MEMBER;
    }

    private List<MeetingDocuments.Item> items(Collected collected, Map<UUID, PacketContents.Content> inPublic) {
        var items = new ArrayList<MeetingDocuments.Item>();
        var place = 0;
        for (var number = 0; number < collected.items().size(); number++) {
            var item = collected.contents().items().get(number);
            var documents = new ArrayList<MeetingDocuments.Document>();
            for (var document : item.documents()) {
                document(
                                collected.documents().get(place),
                                collected.files().get(place),
                                document,
                                inPublic.get(collected.documents().get(place)))
                        .ifPresent(documents::add);
                place++;
            }
            items.add(new MeetingDocuments.Item(
                    collected.items().get(number),
                    item.number(),
                    item.depth(),
                    item.title(),
                    item.isPublic(),
                    documents));
        }
        return items;
    }

    /**
     * Only what its keeper lets whoever asks read, whatever the packet holds.
     *
     * @param inPublic what everybody reads of it; nothing if it is not public
     */
    private Optional<MeetingDocuments.Document> document(
            UUID id,
            @Nullable FileId file,
            PacketContents.Document document,
            PacketContents.@Nullable Content inPublic) {
        return switch (document.content()) {
            case PacketContents.Content.Text text ->
                papers.find(new PaperId(id))
                        .map(it -> new MeetingDocuments.Document(
                                id,
                                false,
                                document.title(),
                                PacketCollection.fingerprint(text),
                                inPublic != null,
                                null,
                                null))
                        .or(() -> amended(id)
                                .map(it -> new MeetingDocuments.Document(
                                        id,
                                        false,
                                        document.title(),
                                        PacketCollection.fingerprint(it.text()),
                                        it.text().equals(inPublic),
                                        null,
                                        null)));
            case PacketContents.Content.File content ->
                Optional.ofNullable(file)
                        .flatMap(this::readable)
                        .map(FileContent::file)
                        .map(it -> new MeetingDocuments.Document(
                                id, true, it.name(), content.hash(), inPublic != null, it.size(), it.pages()));
        };
    }

    /** What whoever asks may know of the amendments to a paper. */
    private record Amended(PaperPage page, PacketContents.Content.Text text, AmendmentOverview overview) {}

    private Optional<Amended> amended(UUID document) {
        var paper = new PaperId(PacketCollection.amendmentsTo(new PaperId(document)));
        var overview = amendments.mine(paper);
        return overview.isEmpty()
                ? Optional.empty()
                : papers.find(paper).map(it -> new Amended(it, collection.overviewOf(it, overview), overview));
    }

    private static String version(List<MeetingDocuments.Item> items) {
        return PacketCollection.fingerprint(
                items.stream().map(MeetingDocuments.Item::toString).collect(Collectors.joining("\n")));
    }

    private Optional<FileContent> readable(FileId file) {
        return files.find(file).or(() -> files.publicContent(file));
    }

    /** Whether whoever asks may read the document now. */
    @Transactional(readOnly = true)
    public boolean mayRead(UUID document) {
        return access.signedIn().isPresent()
                && (readable(new FileId(document)).isPresent()
                        || papers.find(new PaperId(document)).isPresent()
                        || amended(document).isPresent());
    }

    /**
     * The document as PDF.
     *
     * @param fingerprint of the version that is wanted
     * @return nothing if there is none for whoever asks, or it is not this version any more
     */
    public Optional<DocumentReading> open(UUID document, String fingerprint) {
        var who = access.require();
        return readable(new FileId(document))
                .map(it -> Optional.of(it)
                        .filter(file -> file.file().hash().equals(fingerprint))
                        .map(file -> file(file, who.name())))
                .orElseGet(() -> wording(new PaperId(document), fingerprint, who.name())
                        .or(() -> amendments(document, fingerprint, who.name())));
    }

    /**
     * What each page of the document says.
     *
     * @param fingerprint of the version that is wanted
     * @return nothing where it is not known, or not yet; for a wording it never is
     * @throws NoSuchElementException if there is no such document for whoever asks
     */
    @Transactional(readOnly = true)
    public Optional<List<String>> pageTexts(UUID document, String fingerprint) {
        if (!mayRead(document)) {
            throw new NoSuchElementException("document " + document);
        }
        var id = new FileId(document);
        return readable(id)
                .filter(it -> it.file().hash().equals(fingerprint))
                .map(it -> files.find(id).isPresent()
                        ? texts.of(id)
                        : texts.ofPublic(id).orElseThrow())
                .filter(it -> it.state() == FileText.State.THERE && it.gap() != FileText.Gap.TOO_MUCH)
                .map(it -> byNumber(it.pages()));
    }

    private static List<String> byNumber(List<FileText.Page> pages) {
        var found = pages.stream().collect(Collectors.toMap(FileText.Page::number, FileText.Page::text));
        var last = found.keySet().stream().mapToInt(it -> it).max().orElse(0);
        return IntStream.rangeClosed(1, last)
                .mapToObj(it -> found.getOrDefault(it, ""))
                .toList();
    }

    private DocumentReading file(FileContent file, String reader) {
        var rendition = renditions.order(file);
        var pdf = rendition.pdf();
        if (pdf == null) {
            return rendition.state().isOpen() ? new DocumentReading.NotYet() : new DocumentReading.NoPages();
        }
        var summary = file.file();
        return files.publicContent(summary.id()).isPresent()
                ? new DocumentReading.Pages(pdf.size(), summary.hash(), true, pdf::open)
                : marked(summary, pdf, reader);
    }

    private DocumentReading marked(FileSummary file, Rendition.Pdf pdf, String reader) {
        return singles.marked(
                        collection.alone(new PacketContents.Content.File(file.hash()), file.name(), false), pdf, reader)
                .<DocumentReading>map(it -> it)
                .orElseGet(DocumentReading.NoPages::new);
    }

    private Optional<DocumentReading> wording(PaperId paper, String fingerprint, String reader) {
        return papers.find(paper)
                .flatMap(page -> collection
                        .wording(paper)
                        .filter(it -> PacketCollection.fingerprint(it).equals(fingerprint))
                        .map(text -> {
                            var isPublic = papers.publicView(paper).isPresent();
                            return singles.set(
                                    collection.alone(text, page.paper().title(), isPublic), isPublic ? null : reader);
                        }));
    }

    private Optional<DocumentReading> amendments(UUID document, String fingerprint, String reader) {
        return amended(document)
                .filter(it -> PacketCollection.fingerprint(it.text()).equals(fingerprint))
                .map(it -> {
                    var paper = it.page().paper();
                    var isPublic = it.overview().equals(amendments.publicOf(paper.id()));
                    return singles.set(collection.alone(it.text(), paper.title(), isPublic), isPublic ? null : reader);
                });
    }
}
