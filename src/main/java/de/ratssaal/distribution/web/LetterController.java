package de.ratssaal.distribution.web;

import de.ratssaal.distribution.Announcements;
import de.ratssaal.distribution.PaperLetters;
import de.ratssaal.meeting.MeetingId;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Letters to print and announcements as PDF, for those who convene the meeting; for anybody else there is nothing: 404. */
@RestController
class LetterController {

    private final PaperLetters letters;
    private final Announcements announcements;

    LetterController(PaperLetters letters, Announcements announcements) {
        this.letters = letters;
        this.announcements = announcements;
    }

    @GetMapping("/files/letters/{meeting}/{number:[0-9]{1,6}}.pdf")
    ResponseEntity<byte[]> letters(@PathVariable String meeting, @PathVariable int number) {
        var id = identifier(meeting);
        return answer(number == 0 ? letters.invitations(id) : letters.round(id, number), "Ladungen.pdf");
    }

    @GetMapping("/files/announcements/{meeting}/{number:[0-9]{1,6}}.pdf")
    ResponseEntity<byte[]> announced(@PathVariable String meeting, @PathVariable int number) {
        return answer(Optional.of(announcements.pages(identifier(meeting), number)), "Bekanntmachung.pdf");
    }

    @GetMapping("/files/announcements/{meeting}/draft.pdf")
    ResponseEntity<byte[]> preview(@PathVariable String meeting) {
        return answer(Optional.of(announcements.preview(identifier(meeting))), "Bekanntmachung.pdf");
    }

    private static ResponseEntity<byte[]> answer(Optional<byte[]> pages, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(pages.orElseThrow(() -> new NoSuchElementException("letters")));
    }

    private static MeetingId identifier(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NoSuchElementException("meeting " + text);
        }
        return new MeetingId(UUID.fromString(text));
    }

    @ExceptionHandler({NoSuchElementException.class, AccessDeniedException.class})
    ResponseEntity<Void> unknown() {
        return ResponseEntity.notFound().build();
    }
}
