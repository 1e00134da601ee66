package de.ratssaal.display.portal;

import de.ratssaal.display.PublicMoment;
import de.ratssaal.display.PublicMoments;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.portal.Pages;
import de.ratssaal.publication.portal.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes what is sent to everybody who follows a meeting. */
@Component
class Frames {

    /** A cache on the way may answer for so long, also after the public was excluded. */
    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private static final String TEMPLATE = "live";
    private static final String PART = "now";

    private final Pages pages;

    Frames(Pages pages) {
        this.pages = pages;
    }

    Frame write(PublicMeeting meeting, PublicMoments.At at) {
        return new Frame(
                at.turn(),
                isOver(at.moment().state()),
                List.of(Locale.GERMAN, Locale.ENGLISH).stream()
                        .collect(Collectors.toMap(Locale::getLanguage, it -> write(it, meeting, at.moment()))));
    }

    /** The page of a meeting that nobody can follow: it has not begun, or is over. */
    ResponseEntity<byte[]> without(Reader reader, PublicMeeting meeting) {
        return briefly(pages.page(reader, TEMPLATE, Map.of("meeting", meeting)));
    }

    private Frame.Written write(Locale language, PublicMeeting meeting, PublicMoment moment) {
        var reader = new Reader(language, LiveController.path(meeting.id()));
        var model = new HashMap<String, Object>();
        model.put("meeting", meeting);
        model.put("moment", moment);
        var html = pages.part(reader, TEMPLATE, PART, model).strip();
        var id = Pages.etag(html.getBytes(StandardCharsets.UTF_8)).replace("\"", "");
        model.put("live", !isOver(moment.state()));
        model.put("stream", reader.to(LiveController.streamPath(meeting.id())));
        model.put("frame", id);
        return new Frame.Written(id, event(id, html), briefly(pages.page(reader, TEMPLATE, model)));
    }

    private static byte[] event(String id, String html) {
        return html.lines()
                .map(it -> "data: " + it + "\n")
                .collect(Collectors.joining("", "id: %s\nevent: now\n".formatted(id), "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<byte[]> briefly(ResponseEntity<byte[]> page) {
        var headers = new HttpHeaders(page.getHeaders());
        headers.setCacheControl(BRIEFLY);
        return new ResponseEntity<>(page.getBody(), headers, page.getStatusCode());
    }

    private static boolean isOver(MeetingState state) {
        return state == MeetingState.CLOSED || state == MeetingState.CANCELLED;
    }
}
