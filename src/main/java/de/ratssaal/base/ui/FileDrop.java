package de.ratssaal.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * Takes files, by choosing or by dropping them here. What is refused is said in words beside the file; what the taker
 * refuses as well.
 */
public class FileDrop extends Composite<Div> implements HasStyle {

    /** Does something with a file that has arrived. */
    @FunctionalInterface
    public interface Taker {

        /**
         * Called in the session of whoever sent the file.
         *
         * @param name as the sender's device has it; not to be trusted
         * @param content lies in a temporary folder and is removed afterwards
         * @throws de.ratssaal.base.Refusal if the file is not taken
         */
        void take(String name, Path content) throws IOException;
    }

    private final Upload upload = new Upload();
    private final Div refused = new Div();

    /**
     * @param label what is wanted, such as "Attachment"
     * @param extensions kinds of files that may be chosen, such as {@code .pdf}
     * @param largest size up to which a file is accepted
     */
    public FileDrop(String label, List<String> extensions, DataSize largest, Taker taker) {
        var kinds = String.join(", ", extensions);
        upload.setAcceptedFileExtensions(extensions.toArray(String[]::new));
        upload.setMaxFileSize((int) Math.min(Integer.MAX_VALUE, largest.toBytes()));
        upload.setI18n(texts(kinds, largest));
        upload.setUploadButton(new Button(getTranslation("base.file.choose"), Symbol.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("base.file.drop")));
        upload.setDropLabelIcon(Symbol.ATTACHMENT.create());
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        upload.setUploadHandler(UploadHandler.toTempFile((metadata, file) -> taken(metadata, file, taker)));
        upload.getElement().setAttribute("role", "group");
        upload.getElement().setAttribute("aria-label", label);
        refused.addClassName("rs-file-refused");
        refused.getElement().setAttribute("role", "alert");
        var caption = new Span(label);
        caption.addClassName("rs-file-label");
        var hint = new Span(getTranslation("base.file.limits", kinds, size(largest)));
        hint.addClassName("rs-file-hint");
        getContent().addClassName("rs-file");
        getContent().add(caption, hint, upload, refused);
    }

    private void taken(UploadMetadata metadata, File file, Taker taker) throws IOException {
        refused.removeAll();
        try {
            taker.take(metadata.fileName(), file.toPath());
            Notice.success(getTranslation("base.file.taken", metadata.fileName()));
        } catch (RuntimeException | IOException e) {
            refuse(ErrorNotices.text(e));
        } finally {
            upload.clearFileList();
            Files.deleteIfExists(file.toPath());
        }
    }

    private void refuse(String why) {
        refused.removeAll();
        refused.add(Symbol.ALERT.create(), new Span(why));
    }

    private static String size(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " kB";
    }

    private UploadI18N texts(String kinds, DataSize largest) {
        var tooLarge = getTranslation("base.file.too-large", size(largest));
        var broken = getTranslation("base.file.broken-off");
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("base.file.drop"))
                        .setMany(getTranslation("base.file.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("base.file.choose"))
                        .setMany(getTranslation("base.file.choose")))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("base.file.again"))
                        .setStart(getTranslation("base.file.start"))
                        .setRemove(getTranslation("base.file.remove")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("base.file.too-many"))
                        .setFileIsTooBig(tooLarge)
                        .setIncorrectFileType(getTranslation("base.file.wrong-kind", kinds)))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("base.file.connecting"))
                                .setStalled(getTranslation("base.file.stalled"))
                                .setProcessing(getTranslation("base.file.processing"))
                                .setHeld(getTranslation("base.file.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("base.file.remaining"))
                                .setUnknown(getTranslation("base.file.remaining-unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(broken)
                                .setUnexpectedServerError(broken)
                                .setForbidden(getTranslation("base.trouble.not-permitted"))
                                .setFileTooLarge(tooLarge)))
                .setUnits(List.of("B", "kB", "MB", "GB"), 1000);
    }
}
