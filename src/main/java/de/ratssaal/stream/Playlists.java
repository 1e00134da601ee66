package de.ratssaal.stream;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * What players ask for: HTTP Live Streaming (RFC 8216). Public knowledge, for whoever may know of the meeting. Each node reads it once
 * for all who ask at the same time.
 */
@Service
public class Playlists {

    /** Enough for a player that keeps three segments in hand and is a little late. */
    private static final int LIVE = 8;

    private static final long FRESH_NANOS = 500_000_000;
    private static final int SEGMENTS_AT_HAND = 48;
    private static final long CAPTION_SECONDS = 6;

    private final StreamStore store;
    private final Access access;
    private final Map<String, Fresh> texts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Map<String, Optional<byte[]>> segments = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<byte[]>> eldest) {
            return size() > SEGMENTS_AT_HAND;
        }
    };

    Playlists(StreamStore store, Access access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    private record Fresh(long at, Optional<String> text) {}

    /** A part of a recording. */
    public record Chapter(AgendaItemId item, Instant from, Duration length) {}

    /** Sound, picture and captions of what is shown now. */
    public String live() {
        return master("");
    }

    /** Sound, picture and captions of a chapter. */
    public String chapter(int number) {
        return master(number + "-");
    }

    private static String master(String before) {
        return """
                #EXTM3U
                #EXT-X-VERSION:3
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Untertitel",LANGUAGE="de",AUTOSELECT=YES,DEFAULT=NO,URI="%1$scaptions.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=1800000,CODECS="avc1.4d401f,mp4a.40.2",SUBTITLES="captions"
                %1$smedia.m3u8
                """.formatted(before);
    }

    /** @return none if nothing was shown for a while */
    public Optional<String> liveMedia(MeetingId meeting) {
        return fresh("media/" + meeting, () -> live(meeting, "ts"));
    }

    public Optional<String> liveCaptions(MeetingId meeting) {
        return fresh("captions/" + meeting, () -> live(meeting, "vtt"));
    }

    private Optional<String> live(MeetingId meeting, String kind) {
        return access.asSystem("stream", () -> {
            var last = store.last(meeting, LIVE);
            var isOver = store.open(meeting).isEmpty() && !store.choice(meeting).isOn();
            var isLongOver = isOver
                    && (last.isEmpty()
                            || last.getLast().until().plus(KeepRecordings.SHOWN).isBefore(clock.instant()));
            return last.isEmpty() || isLongOver ? Optional.empty() : Optional.of(playlist(last, kind, isOver, ""));
        });
    }

    private Optional<String> fresh(String what, Supplier<Optional<String>> read) {
        var now = System.nanoTime();
        texts.values().removeIf(it -> now - it.at > FRESH_NANOS);
        return texts.computeIfAbsent(what, it -> new Fresh(now, read.get())).text();
    }

    /**
     * A segment that is shown now, or is kept.
     *
     * @param items those of the agenda that are public
     */
    public Optional<byte[]> segment(MeetingId meeting, long sequence, Collection<AgendaItemId> items) {
        var allowed = fresh(
                "may/" + meeting + "/" + sequence + "/" + items.hashCode(),
                () -> mayBeHad(meeting, sequence, items) ? Optional.of("") : Optional.empty());
        return allowed.isEmpty() ? Optional.empty() : bytes(meeting, sequence);
    }

    private boolean mayBeHad(MeetingId meeting, long sequence, Collection<AgendaItemId> items) {
        return store.mayBeHad(meeting, sequence, items, clock.instant().minus(KeepRecordings.SHOWN));
    }

    private Optional<byte[]> bytes(MeetingId meeting, long sequence) {
        var key = meeting + "/" + sequence;
        synchronized (segments) {
            var known = segments.get(key);
            if (known != null) {
                return known;
            }
        }
        var read = store.bytes(meeting, sequence);
        if (read.isPresent()) {
            synchronized (segments) {
                segments.put(key, read);
            }
        }
        return read;
    }

    /** What was said while a segment was shown, as WebVTT. */
    public Optional<String> captions(MeetingId meeting, long sequence, Collection<AgendaItemId> items) {
        return fresh(
                "captions/" + meeting + "/" + sequence + "/" + items.hashCode(),
                () -> mayBeHad(meeting, sequence, items) ? captions(meeting, sequence) : Optional.empty());
    }

    private Optional<String> captions(MeetingId meeting, long sequence) {
        return store.one(meeting, sequence).map(segment -> {
            var text = new StringBuilder(
                    "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:%d,LOCAL:00:00:00.000\n".formatted(segment.ticks()));
            var from = segment.beganAt().minusSeconds(CAPTION_SECONDS);
            for (var caption : store.captions(meeting, from, segment.until())) {
                var begin = Duration.between(segment.beganAt(), caption.at());
                var end = begin.plusSeconds(CAPTION_SECONDS);
                var first = begin.isNegative() ? Duration.ZERO : begin;
                var last = end.toMillis() > segment.millis() ? Duration.ofMillis(segment.millis()) : end;
                text.append("\n%s --> %s\n%s\n".formatted(clock(first), clock(last), escaped(caption.text())));
            }
            return text.toString();
        });
    }

    private static String clock(Duration at) {
        return "%02d:%02d:%02d.%03d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Whether anything of it is kept. */
    public boolean isRecorded(MeetingId meeting) {
        return store.isRecorded(meeting);
    }

    /** The recording by agenda item, in the order of the meeting; empty if nothing is kept. */
    public List<Chapter> chapters(MeetingId meeting) {
        return access.asSystem("stream", () -> chapters(store.marks(meeting), store.recorded(meeting)));
    }

    static List<Chapter> chapters(List<StreamStore.Mark> marks, List<StreamStore.Kept> segments) {
        var chapters = new ArrayList<Chapter>();
        for (var number = 0; number < marks.size(); number++) {
            var from = marks.get(number).at();
            var until = number + 1 < marks.size() ? marks.get(number + 1).at() : Instant.MAX;
            var length = between(segments, from, until).stream()
                    .mapToLong(StreamStore.Kept::millis)
                    .sum();
            if (length > 0) {
                chapters.add(new Chapter(marks.get(number).item(), from, Duration.ofMillis(length)));
            }
        }
        return chapters;
    }

    /** A segment belongs to that item during which most of it was recorded. */
    private static List<StreamStore.Kept> between(List<StreamStore.Kept> segments, Instant from, Instant until) {
        return segments.stream()
                .filter(it -> {
                    var middle = it.beganAt().plusMillis(it.millis() / 2);
                    return !middle.isBefore(from) && middle.isBefore(until);
                })
                .toList();
    }

    /**
     * @param number of the chapter, counted from 0
     * @param items those of the agenda that are public
     */
    public Optional<String> recording(MeetingId meeting, int number, Collection<AgendaItemId> items) {
        return fresh(
                "recording/" + meeting + "/" + number + "/" + items.hashCode(),
                () -> recorded(meeting, number, items, "ts"));
    }

    /** As {@link #recording}, what was written down of it. */
    public Optional<String> recordedCaptions(MeetingId meeting, int number, Collection<AgendaItemId> items) {
        return fresh(
                "recorded-captions/" + meeting + "/" + number + "/" + items.hashCode(),
                () -> recorded(meeting, number, items, "vtt"));
    }

    private Optional<String> recorded(MeetingId meeting, int number, Collection<AgendaItemId> items, String kind) {
        return access.asSystem("stream", () -> {
            var chapters = chapters(meeting);
            if (number < 0
                    || number >= chapters.size()
                    || !items.contains(chapters.get(number).item())) {
                return Optional.empty();
            }
            var from = chapters.get(number).from();
            var until = store.marks(meeting).stream()
                    .map(StreamStore.Mark::at)
                    .filter(it -> it.isAfter(from))
                    .findFirst()
                    .orElse(Instant.MAX);
            return Optional.of(playlist(between(store.recorded(meeting), from, until), kind, true, "../stream/"));
        });
    }

    private static String playlist(List<StreamStore.Kept> segments, String kind, boolean isOver, String folder) {
        var longest = segments.stream().mapToInt(StreamStore.Kept::millis).max().orElseThrow();
        var first = segments.getFirst();
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n");
        text.append("#EXT-X-TARGETDURATION:%d\n".formatted(Math.ceilDiv(longest, 1_000)));
        text.append("#EXT-X-MEDIA-SEQUENCE:%d\n".formatted(first.sequence()));
        text.append("#EXT-X-DISCONTINUITY-SEQUENCE:%d\n".formatted(first.breaks()));
        var breaks = first.breaks() - 1;
        for (var segment : segments) {
            if (segment.breaks() != breaks) {
                if (segment != first) {
                    text.append("#EXT-X-DISCONTINUITY\n");
                }
                breaks = segment.breaks();
                text.append("#EXT-X-PROGRAM-DATE-TIME:%s\n"
                        .formatted(segment.beganAt().truncatedTo(ChronoUnit.MILLIS)));
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n", segment.millis() / 1_000.0));
            text.append("%s%d.%s\n".formatted(folder, segment.sequence(), kind));
        }
        return isOver ? text.append("#EXT-X-ENDLIST\n").toString() : text.toString();
    }
}
