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
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.ProposalForVote;
import org.jspecify.annotations.Nullable;

/** Papers on an item with their files, then the item's own files. Empty if there is nothing. */
class DocumentList extends Composite<Div> {

    private final AgendaItemSummary item;
    private final PaperShelf papers;
    private final Files files;
    private final @Nullable PaperRouting routing;

    /** @param routing with which papers are taken off again; none where nothing can be changed */
    DocumentList(AgendaItemSummary item, PaperShelf papers, Files files, @Nullable PaperRouting routing) {
        this.item = item;
        this.papers = papers;
        this.files = files;
        this.routing = routing;
        getContent().addClassName("rs-documents");
        show();
    }

    final void show() {
        getContent().removeAll();
        for (var paper : papers.papersOf(item.id())) {
            getContent().add(line(paper));
            files.list(PaperFiles.owner(paper.id())).forEach(it -> getContent().add(below(new FileLink(it))));
        }
        files.list(AgendaItemFiles.owner(item.id())).forEach(it -> getContent().add(line(it)));
    }

    private Component line(PaperSummary paper) {
        var number = new Span(paper.number().toString());
        number.addClassName("rs-paper-number");
        var link = new Anchor(PaperLinks.paper(paper.id()), number, new Span(paper.title()));
        link.addClassName("rs-paper-link");
        var line = new Div(Symbol.PAPER.create(), link);
        line.addClassName("rs-document");
        if (paper.state() == PaperState.WITHDRAWN) {
            line.add(new StatusBadge(Tone.DANGER, getTranslation("paper.state.WITHDRAWN")));
        } else if (papers.proposalFor(item.id())
                .filter(it -> it.paper().equals(paper.id()))
                .filter(ProposalForVote::withChanges)
                .isPresent()) {
            line.add(new StatusBadge(Tone.WARNING, Symbol.EDIT, getTranslation("chamber.documents.changed")));
        }
        var editing = routing;
        if (editing != null) {
            line.add(tool("chamber.documents.take-off", paper.number().toString(), () -> {
                editing.takeOffAgenda(paper.id(), item.id());
                show();
            }));
        }
        return line;
    }

    private Component line(FileSummary file) {
        var line = new Div(new FileLink(file));
        line.addClassName("rs-document");
        if (routing != null) {
            line.add(tool("chamber.documents.remove", file.name(), () -> {
                ConfirmAction.askDestructive(
                        getTranslation("chamber.documents.remove-question", file.name()),
                        getTranslation("chamber.documents.remove-text"),
                        getTranslation("chamber.documents.remove-verb"),
                        () -> {
                            files.remove(file.id());
                            show();
                        });
            }));
        }
        return line;
    }

    private static Component below(Component link) {
        var line = new Div(link);
        line.addClassNames("rs-document", "rs-document-below");
        return line;
    }

    private Button tool(String key, String what, Runnable step) {
        var button = new Button(Symbol.CLOSE.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation(key, what));
        button.setTooltipText(getTranslation(key, what));
        return button;
    }
}
