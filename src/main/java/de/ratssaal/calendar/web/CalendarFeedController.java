package de.ratssaal.calendar.web;

import de.ratssaal.calendar.CalendarFeeds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What calendar programs read. The address is the only proof: one that leads nowhere is answered as any other, 404. */
@RestController
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CalendarFeeds feeds;

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        return feeds.read(token)
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .map(it -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                        .eTag(DigestUtils.md5DigestAsHex(it))
                        .header("X-Robots-Tag", "noindex")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"ratssaal.ics\"")
                        .body(it))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }
}
