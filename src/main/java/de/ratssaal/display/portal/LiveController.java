package de.ratssaal.display.portal;

import de.ratssaal.meeting.MeetingId;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.publication.portal.Pages;
import de.ratssaal.publication.portal.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** The live page of a public meeting, and the stream that keeps it up to date. */
@Controller
@RequestMapping({"", "/en"})
class LiveController {

    private static final MediaType EVENTS = new MediaType("text", "event-stream", StandardCharsets.UTF_8);
    private static final String SECONDS_UNTIL_RETRY = "30";

    private final PublicRegister register;
    private final Broadcasts broadcasts;
    private final Frames frames;
    private final Pages pages;

    LiveController(PublicRegister register, Broadcasts broadcasts, Frames frames, Pages pages) {
        this.register = register;
        this.broadcasts = broadcasts;
        this.frames = frames;
        this.pages = pages;
    }

    static String path(MeetingId meeting) {
        return "/meetings/" + meeting + "/live";
    }

    static String streamPath(MeetingId meeting) {
        return path(meeting) + "/stream";
    }

    @GetMapping("/meetings/{id:[0-9a-f]{8}-[0-9a-f-]*}/live")
    ResponseEntity<byte[]> page(HttpServletRequest request, @PathVariable String id) {
        var reader = Reader.of(request);
        return published(id)
                .map(meeting -> broadcasts
                        .frame(meeting)
                        .map(it -> it.in(reader.language().getLanguage()).page())
                        .orElseGet(() -> frames.without(reader, meeting)))
                .orElseGet(() -> pages.notFound(reader));
    }

    /** Answered with 204 a browser does not ask again: there is nothing to follow. */
    @GetMapping("/meetings/{id:[0-9a-f]{8}-[0-9a-f-]*}/live/stream")
    ResponseEntity<ResponseBodyEmitter> stream(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        var meeting = published(id).orElse(null);
        if (meeting == null) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        if (!request.getMethod().equals("GET")) {
            return ResponseEntity.ok()
                    .contentType(EVENTS)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        var language = Reader.of(request).language().getLanguage();
        return switch (broadcasts.listen(meeting, language, request.getRemoteAddr(), seen)) {
            case Broadcasts.Answer.Line(ResponseBodyEmitter line) ->
                ResponseEntity.ok()
                        .contentType(EVENTS)
                        .cacheControl(CacheControl.noStore())
                        // nginx would gather the events before it passes them on
                        .header("X-Accel-Buffering", "no")
                        .body(line);
            case Broadcasts.Answer.Nothing() ->
                ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
            case Broadcasts.Answer.Full() ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY)
                        .build();
        };
    }

    private Optional<PublicMeeting> published(String id) {
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? register.meeting(new MeetingId(UUID.fromString(id)))
                : Optional.empty();
    }
}
