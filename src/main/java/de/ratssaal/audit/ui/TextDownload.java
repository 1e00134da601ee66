package de.ratssaal.audit.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import de.ratssaal.base.ui.Symbol;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A link that saves a text as a file. */
class TextDownload extends Anchor {

    TextDownload(String label, String fileName, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        setHref(
                DownloadHandler.fromInputStream(request -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), fileName, "text/plain; charset=utf-8", bytes.length)),
                AttachmentType.DOWNLOAD);
        addClassNames("rs-button");
        add(Symbol.DOWNLOAD.create(), new Span(label));
    }
}
