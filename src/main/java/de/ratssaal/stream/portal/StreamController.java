package de.ratssaal.stream.portal;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.stream.Playlists;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The stream of a published meeting, for players. */
@Controller
@RequestMapping("/meetings/{meeting:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
class StreamController {

    private static final MediaType PLAYLIST = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final MediaType SEGMENT = MediaType.parseMediaType("video/mp2t");
    private static final MediaType CAPTIONS = new MediaType("text", "vtt", StandardCharsets.UTF_8);

    /** What is public stays so; but a recording that is deleted is soon gone from caches too. */
    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final PublicRegister register;
    private final Playlists playlists;

    StreamController(PublicRegister register, Playlists playlists) {
        this.register = register;
        this.playlists = playlists;
    }

    static String live(MeetingId meeting) {
        return "/meetings/" + meeting + "/stream/live.m3u8";
    }

    @GetMapping("/stream/live.m3u8")
    ResponseEntity<String> live(@PathVariable UUID meeting) {
        return text(meeting, PLAYLIST, BRIEFLY, it -> Optional.of(playlists.live()));
    }

    @GetMapping("/stream/media.m3u8")
    ResponseEntity<String> media(@PathVariable UUID meeting) {
        return text(meeting, PLAYLIST, BRIEFLY, playlists::liveMedia);
    }

    @GetMapping("/stream/captions.m3u8")
    ResponseEntity<String> captions(@PathVariable UUID meeting) {
        return text(meeting, PLAYLIST, BRIEFLY, playlists::liveCaptions);
    }

    @GetMapping("/stream/{sequence:[0-9]{1,9}}.vtt")
    ResponseEntity<String> captions(@PathVariable UUID meeting, @PathVariable long sequence) {
        return published(meeting)
                .flatMap(it -> playlists.captions(it.id(), sequence, items(it)))
                .map(it -> ResponseEntity.ok()
                        .contentType(CAPTIONS)
                        .cacheControl(BRIEFLY)
                        .body(it))
                .orElseGet(() -> nothing());
    }

    @GetMapping("/recording/{number:[0-9]{1,4}}.m3u8")
    ResponseEntity<String> chapter(@PathVariable UUID meeting, @PathVariable int number) {
        return ofMeeting(
                meeting, it -> playlists.recording(it.id(), number, items(it)).map(media -> playlists.chapter(number)));
    }

    @GetMapping("/recording/{number:[0-9]{1,4}}-media.m3u8")
    ResponseEntity<String> recording(@PathVariable UUID meeting, @PathVariable int number) {
        return ofMeeting(meeting, it -> playlists.recording(it.id(), number, items(it)));
    }

    @GetMapping("/recording/{number:[0-9]{1,4}}-captions.m3u8")
    ResponseEntity<String> recordedCaptions(@PathVariable UUID meeting, @PathVariable int number) {
        return ofMeeting(meeting, it -> playlists.recordedCaptions(it.id(), number, items(it)));
    }

    private ResponseEntity<String> ofMeeting(UUID meeting, Function<PublicMeeting, Optional<String>> read) {
        return published(meeting)
                .flatMap(read)
                .map(it -> ResponseEntity.ok()
                        .contentType(PLAYLIST)
                        .cacheControl(BRIEFLY)
                        .body(it))
                .orElseGet(() -> nothing());
    }

    @GetMapping("/stream/{sequence:[0-9]{1,9}}.ts")
    ResponseEntity<byte[]> segment(@PathVariable UUID meeting, @PathVariable long sequence) {
        return published(meeting)
                .flatMap(it -> playlists.segment(it.id(), sequence, items(it)))
                .map(it -> ResponseEntity.ok()
                        .contentType(SEGMENT)
                        .cacheControl(LONG)
                        .body(it))
                .orElseGet(() -> nothing());
    }

    private ResponseEntity<String> text(
            UUID meeting, MediaType type, CacheControl cached, Function<MeetingId, Optional<String>> read) {
        return published(meeting)
                .map(PublicMeeting::id)
                .flatMap(read)
                .map(it -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(cached)
                        .body(it))
                .orElseGet(() -> nothing());
    }

    private static <T> ResponseEntity<T> nothing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    private Optional<PublicMeeting> published(UUID meeting) {
        return register.meeting(new MeetingId(meeting));
    }

    private static List<AgendaItemId> items(PublicMeeting meeting) {
        return meeting.items().stream().map(PublicMeeting.Item::id).toList();
    }
}
