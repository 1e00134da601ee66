package de.ratssaal.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.FileType;

/** Leads to where a public version of a non-public PDF is made, beside the file in a list of those that one may change. */
public class RedactLink extends Composite<Anchor> {

    public RedactLink(FileSummary file) {
        getContent().setHref(FileLinks.redact(file.id()));
        getContent().add(Symbol.REDACT.create());
        getContent().addClassName("rs-redact-link");
        getContent().getElement().setAttribute("aria-label", getTranslation("document.redact.of", file.name()));
        getContent().getElement().setAttribute("title", getTranslation("document.redact.of", file.name()));
        setVisible(file.type() == FileType.PDF && !file.isPublic() && !file.isBlocked());
    }
}
