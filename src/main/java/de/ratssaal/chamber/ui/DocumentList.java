package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.document.ui.FileLink;
import de.ratssaal.document.ui.RedactLink;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.reader.ReaderLinks;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Papers on an item with their files, then the item's own files. Empty if there is nothing. */
class DocumentList extends Composite<Div> {

    private final MeetingSummary meeting;
    private final AgendaItemSummary item;
    private final Supplier<ItemContents> contents;
    private final Files files;
    private final @Nullable PaperRouting routing;
    private final boolean changeable;
    private final ChangeMarks marks;

    /**
     * @param contents reads what lies there
     * @param routing with which papers are taken off again; none where they stay
     * @param marks what is new or changed for the reader
     * @param changeable whether files can be removed and taken back from the public here, by who may do that
     */
    DocumentList(
            MeetingSummary meeting,
            AgendaItemSummary item,
            Supplier<ItemContents> contents,
            Files files,
            @Nullable PaperRouting routing,
            boolean changeable,
            ChangeMarks marks) {
        this.meeting = meeting;
        this.item = item;
        this.contents = contents;
        this.files = files;
        this.routing = routing;
        this.changeable = changeable;
        this.marks = marks;
        getContent().addClassName("rs-documents");
        show();
    }

    final void show() {
        getContent().removeAll();
        var there = contents.get();
        for (var paper : there.papers()) {
            getContent().add(line(paper.paper(), paper.isChanged()));
            paper.files().forEach(it -> getContent().add(below(it)));
        }
        var owner = AgendaItemFiles.owner(item.id());
        var mayChange = changeable && files.mayChange(owner);
        var mayWithhold = changeable && files.mayWithhold(owner);
        there.files().forEach(it -> getContent().add(line(it, mayChange, mayWithhold)));
    }

    private Component line(PaperSummary paper, boolean isChanged) {
        var number = new Span(paper.number().toString());
        number.addClassName("rs-paper-number");
        var link = new Anchor(PaperLinks.paper(paper.id()), number, new Span(paper.title()));
        link.addClassName("rs-paper-link");
        var line = new Div(Symbol.PAPER.create(), link);
        line.addClassName("rs-document");
        marks.of(paper.id().toString()).ifPresent(line::add);
        if (paper.state() == PaperState.WITHDRAWN) {
            line.add(new StatusBadge(Tone.DANGER, getTranslation("paper.state.WITHDRAWN")));
        } else if (isChanged) {
            line.add(new StatusBadge(Tone.WARNING, Symbol.EDIT, getTranslation("chamber.documents.changed")));
        }
        if (paper.state() == PaperState.RELEASED) {
            line.add(reader(paper.id().value(), paper.title()));
        }
        var editing = routing;
        if (editing != null) {
            line.add(tool(
                    "chamber.documents.take-off", Symbol.CLOSE, paper.number().toString(), () -> {
                        editing.takeOffAgenda(paper.id(), item.id());
                        show();
                    }));
        }
        return line;
    }

    private Component line(FileSummary file, boolean mayChange, boolean mayWithhold) {
        var line = new Div(new FileLink(file), reader(file.id().value(), file.name()));
        line.addClassName("rs-document");
        marks.of(file.id().toString()).ifPresent(line::add);
        var convenedAt = meeting.convenedAt();
        if (convenedAt != null && file.uploadedAt().isAfter(convenedAt)) {
            line.add(new StatusBadge(Tone.INFO, getTranslation("chamber.documents.later")));
        }
        if (mayWithhold && file.isPublic()) {
            line.add(tool("chamber.documents.withhold", Symbol.LOCK, file, () -> files.setPublic(file.id(), false)));
        }
        if (mayChange) {
            line.add(new RedactLink(file));
            line.add(tool("chamber.documents.remove", Symbol.CLOSE, file, () -> files.remove(file.id())));
        }
        return line;
    }

    /** Asks before it is done. */
    private Button tool(String key, Symbol symbol, FileSummary file, Runnable step) {
        return tool(
                key,
                symbol,
                file.name(),
                () -> ConfirmAction.askDestructive(
                        getTranslation(key + "-question", file.name()),
                        getTranslation(key + "-text"),
                        getTranslation(key + "-verb"),
                        () -> {
                            step.run();
                            show();
                        }));
    }

    /** Opens the document in the reader, among all others of the meeting. */
    private Anchor reader(UUID document, String title) {
        var link = new Anchor(ReaderLinks.document(meeting.id(), document), getTranslation("reader.document.read"));
        link.setRouterIgnore(true);
        link.setAriaLabel(getTranslation("reader.document.read-named", title));
        link.addClassName("rs-document-read");
        return link;
    }

    private Component below(FileSummary file) {
        var line = new Div(new FileLink(file), reader(file.id().value(), file.name()));
        marks.of(file.id().toString()).ifPresent(line::add);
        line.addClassNames("rs-document", "rs-document-below");
        return line;
    }

    private Button tool(String key, Symbol symbol, String what, Runnable step) {
        var button = new Button(symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation(key, what));
        button.setTooltipText(getTranslation(key, what));
        return button;
    }
}
