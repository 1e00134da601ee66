package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.FileDrop;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.FileType;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.ConsultationSummary;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import org.springframework.util.unit.DataSize;

/** With which the secretariat puts a paper on an item and adds files to it. */
class DocumentTools extends Composite<Div> {

    private final MeetingSummary meeting;
    private final AgendaItemSummary item;
    private final PaperShelf papers;
    private final PaperRouting routing;
    private final Files files;
    private final Runnable changed;

    private DocumentTools(
            MeetingSummary meeting,
            AgendaItemSummary item,
            PaperShelf papers,
            PaperRouting routing,
            Files files,
            Runnable changed) {
        this.meeting = meeting;
        this.item = item;
        this.papers = papers;
        this.routing = routing;
        this.files = files;
        this.changed = changed;
        getContent().addClassNames("rs-actions", "rs-document-tools");
    }

    /** @param changed told when something was added */
    static DocumentTools all(
            MeetingSummary meeting,
            AgendaItemSummary item,
            PaperShelf papers,
            PaperRouting routing,
            Files files,
            Runnable changed) {
        var tools = new DocumentTools(meeting, item, papers, routing, files, changed);
        tools.getContent()
                .add(
                        tools.tool("chamber.documents.put-paper", Symbol.PAPER, tools::choosePaper),
                        tools.tool(
                                "chamber.documents.add-file",
                                Symbol.ATTACHMENT,
                                () -> tools.addFile("chamber.documents.add-file-on", "chamber.documents.public")));
        return tools;
    }

    /** As {@link #all}, once the invitation went out: what comes now is before everybody at once. */
    static DocumentTools later(
            MeetingSummary meeting,
            AgendaItemSummary item,
            PaperShelf papers,
            PaperRouting routing,
            Files files,
            Runnable changed) {
        var tools = new DocumentTools(meeting, item, papers, routing, files, changed);
        tools.getContent()
                .add(tools.tool(
                        "chamber.documents.add-later",
                        Symbol.ATTACHMENT,
                        () -> tools.addFile("chamber.documents.add-later-on", "chamber.documents.public-now")));
        return tools;
    }

    private Button tool(String key, Symbol symbol, Runnable step) {
        var button = new Button(getTranslation(key), symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "small");
        button.setAriaLabel(getTranslation(key + "-on", item.number(), item.title()));
        return button;
    }

    private void choosePaper() {
        var paper = new ComboBox<PaperSummary>(getTranslation("chamber.documents.paper"));
        paper.setPlaceholder(getTranslation("chamber.documents.paper-placeholder"));
        paper.setItemLabelGenerator(it -> it.number() + " " + it.title());
        paper.setItems(query -> papers
                .list(new PaperQuery(
                        query.getFilter().orElse(""),
                        null,
                        PaperState.RELEASED,
                        null,
                        null,
                        query.getOffset() + query.getLimit()))
                .stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        paper.setWidthFull();
        var role = new Select<ConsultationRole>();
        role.setLabel(getTranslation("chamber.documents.role"));
        role.setItems(ConsultationRole.values());
        role.setItemLabelGenerator(it -> getTranslation("paper.consultation.role." + it));
        role.setValue(ConsultationRole.DECISION);
        paper.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                role.setValue(planned(change.getValue()));
            }
        });
        var dialog = dialog("chamber.documents.put-paper-on");
        var put = new Button(getTranslation("chamber.documents.put"), click -> {
            if (paper.getValue() == null) {
                paper.setInvalid(true);
                paper.setErrorMessage(getTranslation("chamber.documents.paper-missing"));
                return;
            }
            routing.putOnAgenda(paper.getValue().id(), item.id(), role.getValue());
            dialog.close();
            changed.run();
        });
        put.addThemeNames("primary");
        var form = new Div(new Paragraph(getTranslation("chamber.documents.paper-text")), paper, role);
        form.addClassName("rs-form");
        dialog.add(form);
        dialog.getFooter().add(cancel(dialog), put);
        dialog.open();
        paper.focus();
    }

    /** The role in which the organization was to deliberate the paper. */
    private ConsultationRole planned(PaperSummary paper) {
        return papers.paper(paper.id()).consultations().stream()
                .filter(it -> it.organization().equals(meeting.organization()) && it.item() == null)
                .map(ConsultationSummary::role)
                .findFirst()
                .orElse(ConsultationRole.DECISION);
    }

    private void addFile(String titleKey, String publicKey) {
        var isPublic = new Checkbox(getTranslation(publicKey), item.isPublic());
        isPublic.setVisible(item.isPublic());
        var dialog = dialog(titleKey);
        var drop = new FileDrop(
                getTranslation("chamber.documents.file"),
                FileType.allEndings().stream().map(it -> "." + it).toList(),
                DataSize.ofBytes(files.maxSize()),
                (name, content) -> {
                    try (var bytes = java.nio.file.Files.newInputStream(content)) {
                        files.attach(AgendaItemFiles.owner(item.id()), name, isPublic.getValue(), bytes);
                    }
                    changed.run();
                });
        var form = new Div(isPublic, drop);
        form.addClassName("rs-form");
        dialog.add(form);
        var close = new Button(getTranslation("chamber.documents.done"), click -> dialog.close());
        close.addThemeNames("primary");
        dialog.getFooter().add(close);
        dialog.open();
    }

    private Dialog dialog(String key) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(key, item.number(), item.title()));
        dialog.setWidth("36rem");
        return dialog;
    }

    private Button cancel(Dialog dialog) {
        return new Button(getTranslation("chamber.cancel"), click -> dialog.close());
    }
}
