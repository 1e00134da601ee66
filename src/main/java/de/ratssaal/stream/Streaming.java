package de.ratssaal.stream;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.ActInMeeting;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingSummary;
import java.net.URI;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat, or the chair, decides on the stream of a meeting. Asked again, nothing changes. */
@Service
@Transactional
public class Streaming {

    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_CAPTION = 300;

    private final ActInMeeting act;
    private final StreamFollowsMeeting follow;
    private final StreamStore store;
    private final FfmpegHere ffmpeg;

    Streaming(ActInMeeting act, StreamFollowsMeeting follow, StreamStore store, FfmpegHere ffmpeg) {
        this.act = act;
        this.follow = follow;
        this.store = store;
        this.ffmpeg = ffmpeg;
    }

    /**
     * The public part is shown to the public whenever the meeting runs, from now on.
     *
     * @throws Refusal {@code stream.not-by-rules}, {@code stream.no-video}, {@code stream.no-ffmpeg}, {@code stream.over}
     */
    public void begin(MeetingId id) {
        var meeting = conducted(id);
        var rule = act.rules(meeting).stream();
        if (!rule.streamed()) {
            throw new Refusal("stream.not-by-rules", rule.source().toString());
        }
        requireNotOver(meeting);
        if (meeting.mode() == MeetingMode.IN_PERSON) {
            throw new Refusal("stream.no-video");
        }
        if (ffmpeg.program().isEmpty()) {
            throw new Refusal("stream.no-ffmpeg");
        }
        var choice = store.choice(id);
        if (!choice.isOn()) {
            store.choose(id, new StreamStore.Choice(true, ""));
            act.done(id, new StreamBegun(id, rule.recorded(), act.now()));
        }
        follow.follow(id);
    }

    /** It is shown to nobody any more. */
    public void end(MeetingId id) {
        conducted(id);
        var choice = store.choice(id);
        if (choice.isOn()) {
            store.choose(id, new StreamStore.Choice(false, choice.address()));
            follow.follow(id);
            act.done(id, new StreamEnded(id, act.now()));
        }
    }

    /**
     * Leads the public to where somebody else shows the meeting, such as the city's own broadcaster.
     *
     * @param address empty for nowhere
     * @throws Refusal {@code stream.address}, {@code stream.not-by-rules}, {@code stream.end-first}
     */
    public void show(MeetingId id, String address) {
        var meeting = conducted(id);
        var given = address.strip();
        if (!given.isEmpty() && !isAddress(given)) {
            throw new Refusal("stream.address");
        }
        var rule = act.rules(meeting).stream();
        if (!given.isEmpty() && !rule.streamed()) {
            throw new Refusal("stream.not-by-rules", rule.source().toString());
        }
        if (store.choice(id).isOn()) {
            throw new Refusal("stream.end-first");
        }
        if (!store.choice(id).address().equals(given)) {
            store.choose(id, new StreamStore.Choice(false, given));
            act.done(id, new StreamAddressChosen(id, given, act.now()));
        }
    }

    private static boolean isAddress(String given) {
        try {
            var address = new URI(given);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && given.length() <= LONGEST_ADDRESS;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    /**
     * Writes down what is being said, for those who do not hear it. Nothing is written while nothing is shown.
     *
     * @throws Refusal {@code stream.caption-too-long}, {@code stream.not-shown}
     */
    public void caption(MeetingId id, String text) {
        conducted(id);
        var said = text.strip().replaceAll("\\s+", " ");
        if (said.length() > LONGEST_CAPTION) {
            throw new Refusal("stream.caption-too-long", LONGEST_CAPTION);
        }
        var run = store.open(id).orElseThrow(() -> new Refusal("stream.not-shown"));
        if (!said.isEmpty()) {
            store.caption(run.id(), act.now(), said);
        }
    }

    /** Deletes what was recorded of a meeting, before its time. */
    public void deleteRecording(MeetingId id) {
        conducted(id);
        var segments = store.deleteRecording(id);
        if (segments > 0) {
            act.done(id, new RecordingDeleted(id, segments, act.now()));
        }
    }

    private static void requireNotOver(MeetingSummary meeting) {
        if (meeting.closedAt() != null || meeting.cancelledReason() != null) {
            throw new Refusal("stream.over");
        }
    }

    private MeetingSummary conducted(MeetingId id) {
        var meeting = act.hold(id);
        act.requireConduct(meeting);
        return meeting;
    }
}
