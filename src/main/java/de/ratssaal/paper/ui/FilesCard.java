package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.FileDrop;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FileRole;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.FileType;
import de.ratssaal.document.Files;
import de.ratssaal.document.ui.FileLink;
import de.ratssaal.document.ui.RedactLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** The files of a paper, or of an answer; who writes it adds, names and arranges them here. */
class FilesCard extends Composite<Card> {

    private static final int LONGEST_TITLE = 140;

    private final FileOwner owner;
    private final String title;
    private final String whenPublic;
    private final Files files;
    private final Div list = new Div();
    private final boolean mayChange;
    private final boolean isPublic;
    private List<FileId> order = List.of();
    private List<FileSummary> shown = List.of();
    private Set<FileId> outdated = Set.of();

    /**
     * @param whenPublic says from when on a public file is
     * @param isPublic whether what they belong to is public, and the files with it
     */
    FilesCard(FileOwner owner, String title, String whenPublic, boolean isPublic, Files files, ChangeNotices notices) {
        this.owner = owner;
        this.title = title;
        this.whenPublic = whenPublic;
        this.files = files;
        this.isPublic = isPublic;
        this.mayChange = files.mayChange(owner);
        list.addClassName("rs-documents");
        getContent().add(list);
        if (mayChange) {
            getContent().add(taking());
        }
        show();
        WhileShown.watch(this, ui -> notices.watch(Files.topic(owner), () -> WhileShown.update(ui, this::refresh)));
    }

    /** Somebody else changed something, perhaps: whoever has their finger on a button keeps it. */
    final void refresh() {
        if (!files.list(owner).equals(shown) || !outdated().equals(outdated)) {
            show();
        }
    }

    private Set<FileId> outdated() {
        return mayChange ? files.outdatedRedactions(owner) : Set.of();
    }

    @Override
    protected Card initContent() {
        return new Card(title);
    }

    final void show() {
        list.removeAll();
        var there = files.list(owner);
        shown = there;
        outdated = outdated();
        order = there.stream()
                .filter(it -> it.role() == FileRole.AUXILIARY)
                .map(FileSummary::id)
                .toList();
        there.forEach(it -> list.add(line(it, outdated.contains(it.id()))));
        if (there.isEmpty() && !mayChange) {
            list.add(new Paragraph(getTranslation("paper.files.none")));
        }
    }

    private Component line(FileSummary file, boolean isOutdated) {
        var line = new Div();
        line.addClassName("rs-document");
        var isArranged = mayChange && file.role() == FileRole.AUXILIARY && order.size() > 1;
        if (isArranged) {
            line.add(handle(file.id()));
            dropping(line, file.id());
        }
        line.add(new FileLink(file));
        if (isOutdated) {
            line.add(outdated(file));
        }
        if (mayChange) {
            line.add(tools(file, isArranged, isOutdated));
        }
        return line;
    }

    /** The redacted version shows an original that is not there any more. */
    private Component outdated(FileSummary file) {
        var badge = new StatusBadge(Tone.WARNING, Symbol.ALERT, getTranslation("paper.files.redaction-outdated"));
        var original = file.redactedFrom();
        if (original == null) {
            return badge;
        }
        var renew = new Anchor(FileLinks.redact(original), getTranslation("paper.files.redact-again"));
        renew.getElement().setAttribute("aria-label", getTranslation("paper.files.redact-again-of", file.name()));
        var words = new Div(badge, renew);
        words.addClassName("rs-file-outdated");
        return words;
    }

    private Component tools(FileSummary file, boolean isArranged, boolean isOutdated) {
        var tools = new Div();
        tools.addClassName("rs-file-tools");
        if (isArranged) {
            var place = order.indexOf(file.id());
            var up = tool(Symbol.UP, "paper.files.up", file, () -> move(file.id(), place - 1));
            up.setEnabled(place > 0);
            var down = tool(Symbol.DOWN, "paper.files.down", file, () -> move(file.id(), place + 1));
            down.setEnabled(place < order.size() - 1);
            tools.add(up, down);
        }
        tools.add(tool(Symbol.EDIT, "paper.files.rename", file, () -> rename(file)));
        if (isPublic && !isOutdated) {
            tools.add(tool(
                    file.isPublic() ? Symbol.LOCK : Symbol.PUBLIC,
                    file.isPublic() ? "paper.files.make-non-public" : "paper.files.make-public",
                    file,
                    () -> {
                        files.setPublic(file.id(), !file.isPublic());
                        show();
                    }));
        }
        if (file.redactedFrom() == null) {
            tools.add(new RedactLink(file), tool(Symbol.REFRESH, "paper.files.replace", file, () -> replace(file)));
        }
        tools.add(tool(
                Symbol.DELETE,
                "paper.files.remove",
                file,
                () -> ConfirmAction.askDestructive(
                        getTranslation("paper.files.remove-question", file.name()),
                        getTranslation("paper.files.remove-text"),
                        getTranslation("paper.files.remove-verb"),
                        () -> {
                            files.remove(file.id());
                            show();
                        })));
        return tools;
    }

    private Button tool(Symbol symbol, String key, FileSummary file, Runnable step) {
        var button = new Button(symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation(key, file.name()));
        button.setTooltipText(getTranslation(key, file.name()));
        return button;
    }

    /** The file is picked up by this with a mouse; the buttons do the same. */
    private Component handle(FileId file) {
        var handle = new Span(Symbol.DRAG.create());
        handle.addClassName("rs-drag-handle");
        handle.getElement().setAttribute("aria-hidden", "true");
        handle.getElement().setAttribute("title", getTranslation("paper.files.drag"));
        var source = DragSource.create(handle);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.setDragData(file);
        return handle;
    }

    private void dropping(Div line, FileId onto) {
        var target = DropTarget.create(line);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> drop.getDragData()
                .filter(FileId.class::isInstance)
                .map(FileId.class::cast)
                .filter(it -> !it.equals(onto) && order.contains(it))
                .ifPresent(it -> move(it, order.indexOf(onto))));
    }

    private void move(FileId file, int place) {
        var now = new ArrayList<>(order);
        now.remove(file);
        now.add(Math.clamp(place, 0, now.size()), file);
        try {
            files.arrange(owner, now);
        } finally {
            show(); // others may have come or gone
        }
    }

    private void rename(FileSummary file) {
        var ending = "." + file.type().ending();
        var stem = file.name().toLowerCase(Locale.ROOT).endsWith(ending)
                ? file.name().substring(0, file.name().length() - ending.length())
                : file.name();
        var name = new TextField(getTranslation("paper.files.title"), stem, "");
        name.setWidthFull();
        name.setMaxLength(LONGEST_TITLE);
        name.setSuffixComponent(new Span(ending));
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("paper.files.rename", file.name()));
        dialog.setWidth("32rem");
        dialog.add(name);
        var save = new Button(getTranslation("paper.files.rename-verb"), click -> {
            files.rename(file.id(), name.getValue().isBlank() ? "" : name.getValue() + ending);
            dialog.close();
            show();
        });
        save.addThemeNames("primary");
        save.addClickShortcut(Key.ENTER).listenOn(name);
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()), save);
        dialog.open();
        name.focus();
    }

    private void replace(FileSummary file) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("paper.files.replace", file.name()));
        dialog.setWidth("32rem");
        dialog.add(
                new Paragraph(getTranslation("paper.files.replace-text")),
                drop("paper.files.replace-drop", (name, content) -> {
                    try (var bytes = java.nio.file.Files.newInputStream(content)) {
                        files.replace(file.id(), name, bytes);
                    }
                    dialog.close();
                    show();
                }));
        dialog.getFooter().add(new Button(getTranslation("base.cancel"), click -> dialog.close()));
        dialog.open();
    }

    private Component taking() {
        var open = new Checkbox(whenPublic, isPublic);
        open.setVisible(isPublic);
        var taking = new Div(open, drop("paper.files.add", (name, content) -> {
            try (var bytes = java.nio.file.Files.newInputStream(content)) {
                files.attach(owner, name, open.getValue(), bytes);
            }
            show();
        }));
        taking.addClassName("rs-form");
        return taking;
    }

    private FileDrop drop(String key, FileDrop.Taker taking) {
        return new FileDrop(
                getTranslation(key),
                FileType.allEndings().stream().map(it -> "." + it).toList(),
                DataSize.ofBytes(files.maxSize()),
                taking);
    }
}
