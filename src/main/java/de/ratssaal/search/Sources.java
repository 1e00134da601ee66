package de.ratssaal.search;

import de.ratssaal.circular.CircularContents;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.SearchableCircular;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.FileText;
import de.ratssaal.document.FileTexts;
import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingContents;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.SearchableMeeting;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.minutes.SheetPart;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.PaperContents;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.SearchablePaper;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes entries of what is there now, as the application itself. Who may read each says the module it comes from. */
@Component
class Sources {

    /** So much of a page is searched, in characters. */
    private static final int MOST_TEXT = 100_000;

    private final PaperContents papers;
    private final MeetingContents meetings;
    private final Meetings allMeetings;
    private final FileTexts files;
    private final ResolutionBook resolutions;
    private final CircularContents circulars;
    private final MinutesBook minutes;
    private final MinutesWriting writing;

    Sources(
            PaperContents papers,
            MeetingContents meetings,
            Meetings allMeetings,
            FileTexts files,
            ResolutionBook resolutions,
            CircularContents circulars,
            MinutesBook minutes,
            MinutesWriting writing) {
        this.papers = papers;
        this.meetings = meetings;
        this.allMeetings = allMeetings;
        this.files = files;
        this.resolutions = resolutions;
        this.circulars = circulars;
        this.minutes = minutes;
        this.writing = writing;
    }

    /** All there is, the latest first. */
    Stream<Source> all() {
        return Stream.of(
                        papers.all().stream().map(it -> new Source(Source.Kind.PAPER, it.value())),
                        meetings.all().stream().map(it -> new Source(Source.Kind.MEETING, it.value())),
                        files.allForIndex().stream().map(it -> new Source(Source.Kind.FILE, it.value())),
                        circulars.all().stream().map(it -> new Source(Source.Kind.CIRCULAR, it.value())))
                .flatMap(it -> it);
    }

    /** Files of a paper, or of the items of a meeting: who may read those follows from it. */
    Stream<Source> filesOf(Source source) {
        Stream<FileId> found = switch (source.kind()) {
            case PAPER ->
                Stream.of(PaperFiles.owner(new PaperId(source.id())), AnswerFiles.owner(new PaperId(source.id())))
                        .flatMap(it -> files.thereForIndex(it).stream());
            case MEETING ->
                meetings.of(new MeetingId(source.id())).stream()
                        .flatMap(it -> it.items().stream())
                        .flatMap(it -> files.thereForIndex(AgendaItemFiles.owner(it.id())).stream());
            case FILE, CIRCULAR, ALL -> Stream.empty();
        };
        return found.map(it -> new Source(Source.Kind.FILE, it.value()));
    }

    /** Files of one item of an agenda, be it still there or not. */
    Stream<Source> filesOfItem(UUID item) {
        return files.thereForIndex(AgendaItemFiles.owner(new AgendaItemId(item))).stream()
                .map(it -> new Source(Source.Kind.FILE, it.value()));
    }

    /** What can be found of it; nothing if it is not there any more. */
    List<Entry> entries(Source source) {
        return switch (source.kind()) {
            case PAPER ->
                papers.of(new PaperId(source.id())).map(Sources::paper).orElse(List.of());
            case MEETING ->
                meetings.of(new MeetingId(source.id())).map(this::meeting).orElse(List.of());
            case FILE -> files.forIndex(new FileId(source.id())).map(this::file).orElse(List.of());
            case CIRCULAR ->
                circulars.of(new CircularId(source.id())).map(Sources::circular).orElse(List.of());
            case ALL -> List.of();
        };
    }

    private static List<Entry> paper(SearchablePaper paper) {
        return paper.texts().stream()
                .map(it -> new Entry(
                        SearchKind.PAPER,
                        paper.id().value(),
                        null,
                        paper.id().value(),
                        paper.number(),
                        it.title(),
                        it.text(),
                        ids(paper),
                        paper.at(),
                        paper.isPublic() && it.isPublic(),
                        paper.state().name(),
                        it.readers(),
                        paper.id().value()))
                .toList();
    }

    private static List<Entry> circular(SearchableCircular circular) {
        var entry = circular.entry();
        return List.of(new Entry(
                SearchKind.CIRCULAR,
                entry.id(),
                null,
                entry.id(),
                "",
                entry.title(),
                entry.wording(),
                List.of(circular.organization().value()),
                entry.decidedAt(),
                entry.isPublic(),
                entry.outcome().name(),
                circular.readers(),
                null));
    }

    private static List<UUID> ids(SearchablePaper paper) {
        return paper.organizations().stream().map(OrganizationId::value).toList();
    }

    private List<Entry> meeting(SearchableMeeting seen) {
        var meeting = seen.meeting();
        var entries = new ArrayList<Entry>();
        entries.add(of(
                seen,
                SearchKind.MEETING,
                meeting.id().value(),
                meeting.title() + " " + meeting.organizationName(),
                meeting.place(),
                true,
                meeting.state().name()));
        for (var item : seen.items()) {
            entries.add(of(
                    seen,
                    SearchKind.AGENDA_ITEM,
                    item.id().value(),
                    item.title(),
                    meeting.title() + " " + meeting.organizationName(),
                    item.isPublic(),
                    meeting.state().name()));
        }
        var items = seen.items().stream().collect(Collectors.toMap(AgendaItemSummary::id, Function.identity()));
        for (var resolution : resolutions.of(meeting.id())) {
            var item = items.get(resolution.item());
            entries.add(of(
                    seen,
                    SearchKind.RESOLUTION,
                    resolution.id(),
                    title(resolution, item),
                    resolution.wording(),
                    resolution.isPublic() && item != null && item.isPublic(),
                    resolution.outcome().name()));
        }
        minutes.publicVersion(meeting.id())
                .ifPresent(it -> entries.add(of(
                        seen,
                        SearchKind.MINUTES,
                        it.sheet().id().value(),
                        meeting.title() + " " + meeting.organizationName(),
                        writing.write(it.sheet()).parts().stream()
                                .flatMap(Sources::words)
                                .filter(word -> !word.isBlank())
                                .collect(Collectors.joining("\n")),
                        true,
                        "")));
        return entries;
    }

    private static String title(Resolution resolution, @Nullable AgendaItemSummary item) {
        return resolution.question().isBlank() && item != null ? item.title() : resolution.question();
    }

    private static Entry of(
            SearchableMeeting seen,
            SearchKind kind,
            UUID subject,
            String title,
            String text,
            boolean isPublic,
            String state) {
        var meeting = seen.meeting();
        return new Entry(
                kind,
                subject,
                null,
                meeting.id().value(),
                "",
                title,
                text,
                List.of(meeting.organization().value()),
                meeting.startsAt(),
                isPublic,
                state,
                isPublic ? seen.readers() : seen.inner(),
                null);
    }

    private static Stream<String> words(SheetPart part) {
        return switch (part) {
            case SheetPart.Heading heading -> Stream.of(heading.text());
            case SheetPart.Text text -> Stream.of(text.text());
            case SheetPart.Note note -> Stream.of(note.text());
            case SheetPart.Facts facts -> facts.facts().stream().flatMap(it -> Stream.of(it.name(), it.value()));
            case SheetPart.Table table -> table.rows().stream().flatMap(List::stream);
            case SheetPart.Wording wording -> wording.points().stream().map(it -> it.label() + " " + it.text());
            case SheetPart.Result result -> Stream.of(result.outcome(), result.count());
            case SheetPart.Signatures none -> Stream.empty();
        };
    }

    private List<Entry> file(FileTexts.Readable readable) {
        var owner = readable.file().owner();
        var paper = new PaperId(owner.id());
        if (owner.equals(PaperFiles.owner(paper))
                || (owner.equals(AnswerFiles.owner(paper)) && papers.isAnswered(paper))) {
            return papers.of(paper)
                    .map(it -> pages(
                            readable,
                            ids(it),
                            it.at(),
                            it.number(),
                            it.isPublic() && readable.file().isPublic(),
                            it.state().name(),
                            readable.file().isPublic() ? it.readers() : it.inner(),
                            it.id().value()))
                    .orElse(List.of());
        }
        var item = new AgendaItemId(owner.id());
        if (owner.equals(AgendaItemFiles.owner(item))) {
            return allMeetings
                    .meetingOf(item)
                    .flatMap(meetings::of)
                    .map(it -> {
                        var isPublic = readable.file().isPublic()
                                && it.items().stream().anyMatch(one -> one.id().equals(item) && one.isPublic());
                        return pages(
                                readable,
                                List.of(it.meeting().organization().value()),
                                it.meeting().startsAt(),
                                "",
                                isPublic,
                                it.meeting().state().name(),
                                isPublic ? it.readers() : it.inner(),
                                null);
                    })
                    .orElse(List.of());
        }
        return List.of(); // printed minutes are found as minutes
    }

    private static List<Entry> pages(
            FileTexts.Readable readable,
            List<UUID> organizations,
            Instant at,
            String number,
            boolean isPublic,
            String state,
            Audience readers,
            @Nullable UUID paper) {
        var file = readable.file();
        var pages = readable.text().pages().stream()
                .filter(it -> !it.text().isEmpty())
                .toList();
        return pages.isEmpty()
                ? List.of(page(file, null, "", organizations, at, number, isPublic, state, readers, paper))
                : pages.stream()
                        .map(it -> page(file, it, text(it), organizations, at, number, isPublic, state, readers, paper))
                        .toList();
    }

    private static String text(FileText.Page page) {
        return page.text().substring(0, Math.min(page.text().length(), MOST_TEXT));
    }

    private static Entry page(
            FileSummary file,
            FileText.@Nullable Page page,
            String text,
            List<UUID> organizations,
            Instant at,
            String number,
            boolean isPublic,
            String state,
            Audience readers,
            @Nullable UUID paper) {
        return new Entry(
                SearchKind.DOCUMENT,
                file.id().value(),
                page == null ? null : page.number(),
                file.id().value(),
                number,
                file.name(),
                text,
                organizations,
                at,
                isPublic,
                state,
                readers,
                paper);
    }
}
