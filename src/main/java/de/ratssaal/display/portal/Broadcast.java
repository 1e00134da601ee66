package de.ratssaal.display.portal;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.display.PublicMoment;
import de.ratssaal.display.PublicMoments;
import de.ratssaal.publication.PublicMeeting;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One meeting on its way to everybody who follows it: read once for each change, written once for each language. */
final class Broadcast implements AutoCloseable {

    private final PublicMeeting meeting;
    private final Frames frames;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ChangeNotices.Watch watch;
    private PublicMoment shown;
    private volatile Frame frame;
    private volatile Instant askedAt;
    private boolean isClosed;

    Broadcast(PublicMeeting meeting, PublicMoments moments, Frames frames, Instant now) {
        this.meeting = meeting;
        this.frames = frames;
        this.askedAt = now;
        var first = moments.now(meeting.id());
        this.shown = first.moment();
        this.frame = frames.write(meeting, first);
        this.watch = moments.watch(meeting.id(), this::show);
        // what changed before the watch began is told by nobody
        try {
            show(moments.now(meeting.id()));
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /** What was read before must not be shown over what was read after it. */
    private synchronized void show(PublicMoments.At at) {
        if (at.turn() <= frame.turn() || at.moment().equals(shown)) {
            return;
        }
        shown = at.moment();
        frame = frames.write(meeting, at);
        listeners.forEach(it -> it.show(frame));
    }

    PublicMeeting meeting() {
        return meeting;
    }

    Frame frame(Instant now) {
        askedAt = now;
        return frame;
    }

    /**
     * Who comes while something changes is told of it all the same.
     *
     * @return whether they are told; not once nobody is any more
     */
    synchronized boolean add(Listener listener) {
        if (isClosed) {
            return false;
        }
        listeners.add(listener);
        listener.show(frame);
        return true;
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void beat() {
        listeners.forEach(Listener::beat);
    }

    boolean isForgottenSince(Instant moment) {
        return listeners.isEmpty() && askedAt.isBefore(moment);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        watch.close();
        listeners.forEach(Listener::end);
    }
}
