package de.ratssaal.minutes.web;

import de.ratssaal.document.FileContent;
import de.ratssaal.document.FileId;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesDrafting;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Minutes as PDF, for who is signed in. What is not there and what is not for the reader is answered alike: 404. */
@RestController
@RequestMapping("/api/minutes/{meeting}")
class MinutesFileController {

    private final MinutesBook minutes;
    private final MinutesDrafting drafting;
    private final Files files;

    MinutesFileController(MinutesBook minutes, MinutesDrafting drafting, Files files) {
        this.minutes = minutes;
        this.drafting = drafting;
        this.files = files;
    }

    @GetMapping("/whole.pdf")
    ResponseEntity<Resource> whole(@PathVariable UUID meeting) {
        return minutes.whole(new MeetingId(meeting))
                .map(it -> file(it.file()))
                .orElseThrow(() -> new NoSuchElementException("minutes of meeting " + meeting));
    }

    @GetMapping("/public.pdf")
    ResponseEntity<Resource> publicVersion(@PathVariable UUID meeting) {
        var id = new MeetingId(meeting);
        return minutes.find(id)
                .flatMap(it -> minutes.publicVersion(id))
                .map(it -> file(it.file()))
                .orElseThrow(() -> new NoSuchElementException("minutes of meeting " + meeting));
    }

    /** The draft as it would be printed now. */
    @GetMapping("/draft.pdf")
    ResponseEntity<byte[]> draft(@PathVariable UUID meeting) {
        return headers("Entwurf.pdf").body(drafting.proof(new MeetingId(meeting)));
    }

    private ResponseEntity<Resource> file(FileId id) {
        FileContent content = files.read(id);
        return headers(content.file().name())
                .contentLength(content.file().size())
                .body(new InputStreamResource(content.open()));
    }

    private static ResponseEntity.BodyBuilder headers(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    @ExceptionHandler
    ResponseEntity<Void> unknown(NoSuchElementException unknown) {
        return ResponseEntity.notFound().build();
    }
}
