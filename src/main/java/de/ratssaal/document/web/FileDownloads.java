package de.ratssaal.document.web;

import de.ratssaal.document.FileId;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.FileResource;
import de.ratssaal.document.FileType;
import de.ratssaal.document.Files;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Hands files out to whoever may read them: everybody what is published, members what is meant for them. What is not there
 * and what is not for the reader answers alike.
 */
@RestController
class FileDownloads {

    private final Files files;

    FileDownloads(Files files) {
        this.files = files;
    }

    @GetMapping(FileLinks.ALL + "/{id}")
    ResponseEntity<Resource> file(HttpServletRequest request, @PathVariable String id) throws NoResourceFoundException {
        var found = identifier(id).flatMap(it -> files.find(it).or(() -> files.publicContent(it)));
        if (found.isEmpty()) {
            throw new NoResourceFoundException(
                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
        }
        var file = found.get().file();
        return ResponseEntity.ok()
                .contentType(mediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (file.type().isShownByBrowsers()
                                        ? ContentDisposition.inline()
                                        : ContentDisposition.attachment())
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                // whether it may still be read is asked each time
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(file.hash())
                .body(new FileResource(found.get()));
    }

    private static MediaType mediaType(FileType type) {
        var plain = MediaType.parseMediaType(type.mediaType());
        return type == FileType.TEXT ? new MediaType(plain, StandardCharsets.UTF_8) : plain;
    }

    private static Optional<FileId> identifier(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new FileId(UUID.fromString(text)))
                : Optional.empty();
    }
}
