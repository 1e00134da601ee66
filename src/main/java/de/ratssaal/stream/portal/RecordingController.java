package de.ratssaal.stream.portal;

import de.ratssaal.meeting.MeetingId;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.publication.portal.MoreOfMeeting;
import de.ratssaal.publication.portal.Pages;
import de.ratssaal.publication.portal.Reader;
import de.ratssaal.stream.Playlists;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a recorded meeting is watched, item by item. */
@Controller
@RequestMapping({"", "/en"})
class RecordingController implements MoreOfMeeting {

    private final PublicRegister register;
    private final Playlists playlists;
    private final Pages pages;

    RecordingController(PublicRegister register, Playlists playlists, Pages pages) {
        this.register = register;
        this.playlists = playlists;
        this.pages = pages;
    }

    /** @param length as people read it, such as 12:05 */
    record Chapter(int number, String item, String title, String length) {}

    @GetMapping("/meetings/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/recording")
    ResponseEntity<byte[]> page(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "0") int chapter) {
        var reader = Reader.of(request);
        var meeting = register.meeting(new MeetingId(id));
        var chapters = meeting.map(this::chapters).orElse(List.of());
        if (chapters.isEmpty()) {
            return pages.notFound(reader);
        }
        var shown = chapters.stream()
                .filter(it -> it.number() == chapter)
                .findFirst()
                .orElse(chapters.getFirst());
        return pages.page(
                reader,
                "recording",
                Map.of("meeting", meeting.get(), "chapters", chapters, "shown", shown, "player", true));
    }

    /** Items that are not public any more are left out, whenever they were recorded. */
    private List<Chapter> chapters(PublicMeeting meeting) {
        var recorded = playlists.chapters(meeting.id());
        var chapters = new ArrayList<Chapter>();
        for (var number = 0; number < recorded.size(); number++) {
            var at = number;
            meeting.items().stream()
                    .filter(it -> it.id().equals(recorded.get(at).item()))
                    .findFirst()
                    .ifPresent(it -> chapters.add(new Chapter(
                            at, it.number(), it.title(), text(recorded.get(at).length()))));
        }
        return chapters;
    }

    private static String text(Duration length) {
        return length.toHours() > 0
                ? "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }

    @Override
    public List<Link> of(PublicMeeting meeting) {
        return !playlists.isRecorded(meeting.id()) || chapters(meeting).isEmpty()
                ? List.of()
                : List.of(new Link("/meetings/" + meeting.id() + "/recording", "stream.recording.watch"));
    }
}
