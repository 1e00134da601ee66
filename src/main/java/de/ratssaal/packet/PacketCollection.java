package de.ratssaal.packet;

import de.ratssaal.amendment.AmendmentOverview;
import de.ratssaal.amendment.AmendmentsOfPaper;
import de.ratssaal.base.Messages;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FileRole;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.InquiryAnswering;
import de.ratssaal.paper.KindNames;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperNumber;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.PublishedAnswer;
import de.ratssaal.paper.ResolutionProposal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what goes into a packet. For the public it asks for the public's view of everything, and for nothing else; for
 * those who may attend the whole meeting for what everybody who attends may read.
 */
@Component
class PacketCollection {

    static final String JOB = "packet";

    /** The official language (§ 23 VwVfG): what is bound is German whoever reads it. */
    static final Locale LANGUAGE = Locale.GERMAN;

    private static final String BETWEEN = " · ";

    private final Meetings meetings;
    private final Councils councils;
    private final PaperShelf papers;
    private final InquiryAnswering answering;
    private final AmendmentsOfPaper amendments;
    private final KindNames kinds;
    private final Files files;
    private final Messages messages;
    private final Access access;

    PacketCollection(
            Meetings meetings,
            Councils councils,
            PaperShelf papers,
            InquiryAnswering answering,
            AmendmentsOfPaper amendments,
            KindNames kinds,
            Files files,
            Messages messages,
            Access access) {
        this.meetings = meetings;
        this.councils = councils;
        this.papers = papers;
        this.answering = answering;
        this.amendments = amendments;
        this.kinds = kinds;
        this.files = files;
        this.messages = messages;
        this.access = access;
    }

    /** @return nothing if there is no such meeting, or the audience may not know of it */
    @Transactional(readOnly = true)
    public Optional<Collected> collect(MeetingId meeting, PacketAudience audience) {
        return access.asSystem(JOB, () -> switch (audience) {
            case PUBLIC ->
                meetings.publicView(meeting)
                        .filter(it -> it.meeting().convenedAt() != null && meetings.isInPublic(it.meeting()))
                        .map(it -> new Gathering(meeting, audience).of(it.meeting(), it.items()));
            case MEMBER, NON_PUBLIC ->
                find(meeting)
                        .map(it -> new Gathering(meeting, audience)
                                .of(
                                        it,
                                        meetings.agenda(meeting).stream()
                                                .filter(item ->
                                                        audience == PacketAudience.NON_PUBLIC || item.isPublic())
                                                .toList()));
        });
    }

    private Optional<MeetingSummary> find(MeetingId meeting) {
        try {
            return Optional.of(meetings.meeting(meeting));
        } catch (NoSuchElementException e) {
            return Optional.empty(); // it is not there any more
        }
    }

    /** A paper as the audience may read it. */
    private record ReadPaper(
            PaperId id,
            PaperNumber number,
            BodyId body,
            PaperType type,
            String title,
            String originator,
            boolean isPublic,
            ResolutionProposal proposal,
            String reasons,
            @Nullable PublishedAnswer answer) {}

    private ReadPaper read(PaperPage page) {
        return new ReadPaper(
                page.paper().id(),
                page.paper().number(),
                page.paper().body(),
                page.paper().type(),
                page.paper().title(),
                page.paper().originator(),
                page.paper().isPublic(),
                page.proposal(),
                page.reasons(),
                answering.answer(page.paper().id()).orElse(null));
    }

    /** The wording of a released paper as packets hold it; whether somebody may read it is not asked here. */
    Optional<PacketContents.Content.Text> wording(PaperId paper) {
        return access.asSystem(JOB, () -> papers.find(paper))
                .filter(it -> it.paper().state() == PaperState.RELEASED)
                .map(it -> new PacketContents.Content.Text(blocks(read(it))));
    }

    /** The amendments to a paper as packets hold them. */
    PacketContents.Content.Text overviewOf(PaperPage page, AmendmentOverview overview) {
        return overviewOf(read(page), overview);
    }

    private PacketContents.Content.Text overviewOf(ReadPaper paper, AmendmentOverview overview) {
        var zone = councils.body(paper.body()).zone();
        return new PacketContents.Content.Text(
                new AmendmentPages(this::text, zone).blocks(paper.number().toString(), paper.title(), overview));
    }

    /** The identifier of the document that shows the amendments to a paper; of what it identifies, the paper's. */
    static UUID amendmentsTo(PaperId paper) {
        return new UUID(
                paper.value().getMostSignificantBits(), paper.value().getLeastSignificantBits() ^ 0xffff_ffff_ffffL);
    }

    /** One document alone, without anything around it but the reader's name if it is not public. */
    PacketContents alone(PacketContents.Content content, String title, boolean isPublic) {
        var document = new PacketContents.Document("", title, isPublic, content);
        return new PacketContents(
                LANGUAGE.toLanguageTag(),
                title,
                List.of(),
                !isPublic,
                new PacketContents.Words("", "", "", "", ""),
                List.of(new PacketContents.Item("", 0, title, isPublic, List.of(document))));
    }

    /** One packet's contents in the making. */
    private final class Gathering {

        private final MeetingId meeting;
        private final PacketAudience audience;
        private final List<@Nullable FileId> found = new ArrayList<>();
        private final List<UUID> identifiers = new ArrayList<>();

        Gathering(MeetingId meeting, PacketAudience audience) {
            this.meeting = meeting;
            this.audience = audience;
        }

        Collected of(MeetingSummary meeting, List<AgendaItemSummary> agenda) {
            var body =
                    councils.body(councils.organization(meeting.organization()).body());
            var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(LANGUAGE)
                    .format(meeting.start());
            var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(LANGUAGE)
                    .format(meeting.start());
            var cover = new ArrayList<>(List.of(
                    meeting.title(), meeting.organizationName(), body.name(), text("packet.cover.time", day, time)));
            if (!meeting.place().isBlank()) {
                cover.add(meeting.place());
            }
            cover.add(text("packet.cover." + audience));
            var contents = new PacketContents(
                    LANGUAGE.toLanguageTag(),
                    text("packet.title", meeting.title(), day),
                    cover,
                    audience == PacketAudience.NON_PUBLIC,
                    new PacketContents.Words(
                            text("packet.agenda"),
                            text("packet.contents"),
                            text("packet.page", "{0}", "{1}"),
                            text("packet.non-public"),
                            text("packet.nothing")),
                    agenda.stream().map(this::item).toList());
            return new Collected(
                    contents,
                    agenda.stream().map(AgendaItemSummary::id).toList(),
                    identifiers,
                    Collections.unmodifiableList(found),
                    fingerprint(contents));
        }

        private PacketContents.Item item(AgendaItemSummary item) {
            var documents = new ArrayList<PacketContents.Document>();
            addFiles(documents, AgendaItemFiles.owner(item.id()), item.number(), item.isPublic());
            for (var paper : papersOn(item)) {
                var label = item.number() + BETWEEN + paper.number();
                var isPublic = item.isPublic() && paper.isPublic();
                found.add(null);
                identifiers.add(paper.id().value());
                documents.add(new PacketContents.Document(
                        label,
                        text("packet.paper", paper.number().toString(), paper.title()),
                        isPublic,
                        new PacketContents.Content.Text(blocks(paper))));
                addAmendments(documents, paper, label, isPublic);
                addFiles(documents, PaperFiles.owner(paper.id()), label, isPublic);
                if (paper.answer() != null) { // what is not released belongs to those who write it
                    addFiles(
                            documents,
                            AnswerFiles.owner(paper.id()),
                            label + BETWEEN + text("packet.answer"),
                            isPublic);
                }
            }
            return new PacketContents.Item(item.number(), item.depth(), item.title(), item.isPublic(), documents);
        }

        private void addAmendments(
                List<PacketContents.Document> documents, ReadPaper paper, String label, boolean isPublic) {
            var overview = switch (audience) {
                case PUBLIC -> amendments.publicOf(paper.id());
                case MEMBER -> amendments.of(paper.id(), meeting, false);
                case NON_PUBLIC -> amendments.of(paper.id(), meeting, true);
            };
            if (overview.isEmpty()) {
                return;
            }
            found.add(null);
            identifiers.add(amendmentsTo(paper.id()));
            documents.add(new PacketContents.Document(
                    label + BETWEEN + text("packet.amendments"),
                    text("packet.amendments.title", paper.number().toString()),
                    isPublic && (audience == PacketAudience.PUBLIC || overview.equals(amendments.publicOf(paper.id()))),
                    overviewOf(paper, overview)));
        }

        private List<ReadPaper> papersOn(AgendaItemSummary item) {
            if (audience == PacketAudience.PUBLIC) {
                return papers.publicPapersOf(item.id()).stream()
                        .map(it -> new ReadPaper(
                                it.id(),
                                it.number(),
                                it.body(),
                                it.type(),
                                it.title(),
                                it.originator(),
                                true,
                                it.proposal(),
                                it.reasons(),
                                it.answer()))
                        .toList();
            }
            return papers.papersOf(item.id()).stream()
                    .filter(it -> it.state() == PaperState.RELEASED)
                    .filter(it -> it.isPublic() || audience == PacketAudience.NON_PUBLIC)
                    .map(it -> read(papers.paper(it.id())))
                    .toList();
        }

        private void addFiles(
                List<PacketContents.Document> documents, FileOwner owner, String label, boolean ownerIsPublic) {
            var number = 0;
            for (var file : filesOf(owner)) {
                var ownLabel = label;
                var title = file.name();
                if (file.role() == FileRole.AUXILIARY) {
                    number++;
                    ownLabel += BETWEEN + text("packet.attachment", number);
                    title = text("packet.attachment-named", number, file.name());
                }
                found.add(file.isBlocked() ? null : file.id());
                identifiers.add(file.id().value());
                documents.add(new PacketContents.Document(
                        ownLabel,
                        title,
                        ownerIsPublic && file.isPublic(),
                        file.isBlocked()
                                ? instead(title, MissingReason.INFECTED)
                                : new PacketContents.Content.File(file.hash())));
            }
        }

        private List<FileSummary> filesOf(FileOwner owner) {
            return switch (audience) {
                case PUBLIC -> files.publicList(owner);
                case MEMBER ->
                    files.list(owner).stream().filter(FileSummary::isPublic).toList();
                case NON_PUBLIC -> files.list(owner);
            };
        }
    }

    private List<PacketContents.Block> blocks(ReadPaper paper) {
        var blocks = new ArrayList<PacketContents.Block>();
        var type = kinds.own(paper.body(), paper.type()).orElseGet(() -> text("paper.type." + paper.type()));
        blocks.add(block(
                PacketContents.Style.SUBTITLE,
                text("packet.paper-number", type, paper.number().toString())));
        blocks.add(block(PacketContents.Style.TITLE, paper.title()));
        if (!paper.originator().isBlank()) {
            blocks.add(block(PacketContents.Style.SMALL, text("packet.originator", paper.originator())));
        }
        if (!paper.proposal().isEmpty()) {
            blocks.add(block(PacketContents.Style.HEADING, text("packet.proposal")));
            addParagraphs(blocks, "", paper.proposal().intro(), 0);
            for (var point : paper.proposal().points()) {
                addParagraphs(blocks, point.label(), point.text(), 0);
                point.subPoints().forEach(it -> addParagraphs(blocks, it.label(), it.text(), 1));
                PointDuties.of(point, this::text).forEach(it -> addParagraphs(blocks, "", it, 1));
            }
        }
        if (!paper.reasons().isBlank()) {
            blocks.add(block(PacketContents.Style.HEADING, text("packet.reasons")));
            addParagraphs(blocks, "", paper.reasons(), 0);
        }
        var answer = paper.answer();
        if (answer != null) {
            var office = answer.office();
            blocks.add(block(PacketContents.Style.HEADING, text("packet.answer")));
            if (office != null) {
                blocks.add(block(
                        PacketContents.Style.SMALL,
                        councils.organization(office).name()));
            }
            addParagraphs(blocks, "", answer.text(), 0);
        }
        return blocks;
    }

    private static void addParagraphs(List<PacketContents.Block> blocks, String label, String text, int depth) {
        var first = label;
        for (var paragraph : text.lines().filter(it -> !it.isBlank()).toList()) {
            blocks.add(new PacketContents.Block(PacketContents.Style.TEXT, first, paragraph, depth));
            first = "";
        }
    }

    /** What is printed in place of a document that cannot be bound in. */
    PacketContents.Content.Text instead(PacketContents.Document document, MissingReason why) {
        return instead(document.title(), why);
    }

    private PacketContents.Content.Text instead(String title, MissingReason why) {
        var blocks = new ArrayList<>(List.of(
                block(PacketContents.Style.TITLE, title),
                block(PacketContents.Style.TEXT, text("packet.missing." + why))));
        if (why != MissingReason.INFECTED) { // that one is not handed out at all
            blocks.add(block(PacketContents.Style.TEXT, text("packet.missing")));
        }
        return new PacketContents.Content.Text(blocks);
    }

    private static PacketContents.Block block(PacketContents.Style style, String text) {
        return PacketContents.Block.of(style, text);
    }

    private String text(String key, Object... arguments) {
        return messages.text(LANGUAGE, key, arguments);
    }

    /** What would be printed alike has the same. */
    static String fingerprint(Serializable contents) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var output = new ObjectOutputStream(bytes)) {
                output.writeObject(contents);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}
