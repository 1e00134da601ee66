package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.FileDrop;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.FileType;
import de.ratssaal.document.Files;
import de.ratssaal.document.ui.FileLink;
import de.ratssaal.document.ui.RedactLink;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import org.springframework.util.unit.DataSize;

/** A paper's files; who writes the paper adds and removes them here. */
class FilesCard extends Composite<Card> {

    private final PaperId paper;
    private final Files files;
    private final Div list = new Div();
    private final boolean mayChange;
    private final boolean isPublic;

    /** @param isPublic whether the paper is public, and its files with it */
    FilesCard(PaperId paper, boolean isPublic, Files files) {
        this.paper = paper;
        this.files = files;
        this.isPublic = isPublic;
        this.mayChange = files.mayChange(PaperFiles.owner(paper));
        list.addClassName("rs-documents");
        getContent().add(list);
        if (mayChange) {
            getContent().add(taking());
        }
        show();
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("paper.files"));
    }

    final void show() {
        list.removeAll();
        var there = files.list(PaperFiles.owner(paper));
        there.forEach(it -> list.add(line(it)));
        if (there.isEmpty() && !mayChange) {
            list.add(new Paragraph(getTranslation("paper.files.none")));
        }
    }

    private Component line(FileSummary file) {
        var line = new Div(new FileLink(file));
        line.addClassName("rs-document");
        if (mayChange && isPublic) {
            var key = file.isPublic() ? "paper.files.make-non-public" : "paper.files.make-public";
            var publicity = new Button((file.isPublic() ? Symbol.LOCK : Symbol.PUBLIC).create(), click -> {
                files.setPublic(file.id(), !file.isPublic());
                show();
            });
            publicity.addThemeNames("tertiary", "icon", "small");
            publicity.setAriaLabel(getTranslation(key, file.name()));
            publicity.setTooltipText(getTranslation(key, file.name()));
            line.add(publicity);
        }
        if (mayChange) {
            line.add(new RedactLink(file));
            var remove = new Button(
                    Symbol.DELETE.create(),
                    click -> ConfirmAction.askDestructive(
                            getTranslation("paper.files.remove-question", file.name()),
                            getTranslation("paper.files.remove-text"),
                            getTranslation("paper.files.remove-verb"),
                            () -> {
                                files.remove(file.id());
                                show();
                            }));
            remove.addThemeNames("tertiary", "icon", "small");
            remove.setAriaLabel(getTranslation("paper.files.remove", file.name()));
            remove.setTooltipText(getTranslation("paper.files.remove", file.name()));
            line.add(remove);
        }
        return line;
    }

    private Component taking() {
        var open = new Checkbox(getTranslation("paper.files.public"), isPublic);
        open.setVisible(isPublic);
        var drop = new FileDrop(
                getTranslation("paper.files.add"),
                FileType.allEndings().stream().map(it -> "." + it).toList(),
                DataSize.ofBytes(files.maxSize()),
                (name, content) -> {
                    try (var bytes = java.nio.file.Files.newInputStream(content)) {
                        files.attach(PaperFiles.owner(paper), name, open.getValue(), bytes);
                    }
                    show();
                });
        var taking = new Div(open, drop);
        taking.addClassName("rs-form");
        return taking;
    }
}
