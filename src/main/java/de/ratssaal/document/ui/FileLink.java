package de.ratssaal.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.FileSummary;
import java.text.NumberFormat;
import java.util.stream.Collectors;

/** A file that can be opened, with what one wants to know before: its kind, size and number of pages. */
public class FileLink extends Composite<Anchor> {

    private static final long KILO = 1_000;
    private static final String FACTS = "rs-file-facts";
    private static final String WARNING = "rs-file-warning";

    public FileLink(FileSummary file) {
        var name = new Span(file.name());
        name.addClassName("rs-file-name");
        var facts = new Span(facts(file));
        facts.addClassName(FACTS);
        getContent().setHref(FileLinks.file(file.id()));
        getContent().setTarget(AnchorTarget.BLANK);
        getContent().setRouterIgnore(true);
        getContent().addClassName("rs-file-link");
        getContent()
                .add((file.isPublic() ? Symbol.ATTACHMENT : Symbol.LOCK)
                        .create(getTranslation(file.isPublic() ? "document.file" : "document.file.non-public")));
        getContent().add(name, facts);
        if (file.isBlocked()) {
            note(getTranslation("document.file.blocked"), WARNING);
        }
        if (file.redactedFrom() != null) {
            note(getTranslation("document.file.redacted"), FACTS);
        }
        if (!file.removed().isEmpty()) {
            note(
                    getTranslation(
                            "document.file.cleaned",
                            file.removed().stream()
                                    .sorted()
                                    .map(it -> getTranslation("document.active." + it))
                                    .collect(Collectors.joining(", "))),
                    WARNING);
        }
    }

    private void note(String text, String look) {
        var note = new Span(text);
        note.addClassNames(FACTS, look);
        getContent().add(note);
    }

    private String facts(FileSummary file) {
        var pages = file.pages();
        return pages == null
                ? getTranslation("document.file.facts", file.type().name(), size(file.size()))
                : getTranslation("document.file.facts-pages", file.type().name(), size(file.size()), pages);
    }

    private String size(long bytes) {
        var number = NumberFormat.getInstance(getLocale());
        number.setMaximumFractionDigits(bytes < KILO * KILO ? 0 : 1);
        return bytes < KILO * KILO
                ? number.format(Math.ceilDiv(bytes, KILO)) + " kB"
                : number.format((double) bytes / (KILO * KILO)) + " MB";
    }
}
