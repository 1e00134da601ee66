package de.ratssaal.document;

import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A file's bytes as a browser wants them, whole or in stretches. */
public final class FileResource extends AbstractResource {

    private final FileContent content;

    public FileResource(FileContent content) {
        this.content = content;
    }

    @Override
    public String getDescription() {
        return "file " + content.file().id();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return content.file().size();
    }

    @Override
    public InputStream getInputStream() {
        return content.open();
    }
}
