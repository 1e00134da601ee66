package de.ratssaal.calendar.web;

import de.ratssaal.calendar.CalendarFeeds;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What calendar programs read. The address is the only proof: one that leads nowhere is answered as any other, 404. */
@RestController
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/calendar/{token}.ics")
    @Nullable
    ResponseEntity<byte[]> feed(@PathVariable String token, WebRequest request) {
        var feed =
                feeds.read(token).map(it -> it.getBytes(StandardCharsets.UTF_8)).orElse(null);
        if (feed == null) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var tag = '"' + DigestUtils.md5DigestAsHex(feed) + '"';
        return request.checkNotModified(tag)
                ? null // answered already: 304
                : ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(tag)
                        .header("X-Robots-Tag", "noindex")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"ratssaal.ics\"")
                        .body(feed);
    }
}
