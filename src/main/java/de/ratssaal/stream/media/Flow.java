package de.ratssaal.stream.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one flow of RTP, without gaps, of what comes from one speaker after the other. While nothing comes, or what comes may not be
 * shown, it goes on with silence or a still picture. To whoever reads it there is one source, and its time is that of the clock.
 */
final class Flow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Flow.class);

    /** So long after the last packet it is filled: more than a packet is late, less than anybody notices. */
    private static final long PATIENCE_NANOS = 300_000_000;

    /** Whoever lets something through and then gets stuck lets nothing through any more. */
    private static final long LET_NANOS = 4_000_000_000L;

    private static final int LARGEST = 2_048;
    private static final int LOOK_MILLIS = 10;

    /** Further back than this is no packet that came late, but another flow. */
    private static final int FARTHEST_BACK = 1_000;

    private final Kind kind;
    private final Filler filler;
    private final DatagramSocket in;
    private final DatagramSocket out;
    private final InetSocketAddress target;
    private final int source = ThreadLocalRandom.current().nextInt();
    private final long begin = System.nanoTime();
    private final Thread thread;

    /** What may be let through now; none for nothing. */
    private @Nullable Integer wanted;

    private long letUntil;
    private volatile boolean closed;
    private volatile boolean waits;
    private volatile long lastArrived = System.nanoTime();

    /** What is sent now comes from this source, and is moved by so much; only its own thread uses what follows. */
    private boolean live;

    private int liveSource;
    private int sequenceMove;
    private int timeMove;
    private int sequence;
    private long lastLive;
    private long lastFilled;

    /**
     * @param here address on which what comes is received
     * @param target who reads the flow
     */
    Flow(Kind kind, Filler filler, InetAddress here, InetSocketAddress target) throws SocketException {
        this.kind = kind;
        this.filler = filler;
        this.target = target;
        this.in = new DatagramSocket(0, here);
        this.out = new DatagramSocket(0, target.getAddress());
        in.setSoTimeout(Math.min(LOOK_MILLIS, kind.fillMillis()));
        lastFilled = begin - kind.fillMillis() * 1_000_000L;
        lastLive = begin - PATIENCE_NANOS;
        thread = Thread.ofPlatform()
                .daemon()
                .name("stream-flow-" + kind.payloadType())
                .start(this::run);
    }

    int port() {
        return in.getLocalPort();
    }

    /** What comes from this source is let through for a while; whoever lets it has to say so again and again. */
    synchronized void let(int from) {
        wanted = from;
        letUntil = System.nanoTime() + LET_NANOS;
    }

    /** From the moment this returns, nothing that comes is let through. */
    synchronized void shut() {
        wanted = null;
        waits = false;
    }

    private boolean lets(int from) {
        return wanted != null && wanted == from && System.nanoTime() - letUntil < 0;
    }

    /** Whether somebody sends pictures of which none is whole. */
    boolean waitsForWholePicture() {
        return waits;
    }

    private void run() {
        var bytes = new byte[LARGEST];
        while (!closed) {
            try {
                var packet = new DatagramPacket(bytes, bytes.length);
                in.receive(packet);
                RtpPacket.of(bytes, packet.getLength()).ifPresent(this::pass);
            } catch (SocketTimeoutException nothingCame) {
                // it is filled below
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("A flow to the public broke: {}", e.getMessage());
                }
                return;
            }
            fill();
        }
    }

    /** For how long nothing has come. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastArrived);
    }

    private synchronized void pass(RtpPacket packet) {
        if (!lets(packet.source())) {
            if (packet.source() == liveSource) {
                live = false;
            }
            return;
        }
        lastArrived = System.nanoTime();
        var now = System.nanoTime();
        if (live && packet.source() == liveSource) {
            var moved = (short) (packet.sequence() + sequenceMove - sequence);
            if (moved < -FARTHEST_BACK) {
                live = false;
            }
        }
        if (!live || packet.source() != liveSource) {
            if (kind.isPicture() && !packet.beginsWholePicture()) {
                waits = true;
                return;
            }
            waits = false;
            live = true;
            liveSource = packet.source();
            sequenceMove = sequence + 1 - packet.sequence();
            timeMove = time(now) - packet.timestamp();
        }
        var at = (packet.sequence() + sequenceMove) & 0xffff;
        if ((short) (at - sequence) > 0) {
            sequence = at;
        }
        lastLive = now;
        send(packet.under(kind.payloadType(), at, packet.timestamp() + timeMove, source));
    }

    private synchronized void fill() {
        var now = System.nanoTime();
        if (live && now - lastLive < PATIENCE_NANOS) {
            lastFilled = now;
            return;
        }
        live = false;
        var pause = kind.fillMillis() * 1_000_000L;
        // as many as are missing, so that a busy machine leaves no hole in the sound
        while (now - lastFilled >= pause && !closed) {
            lastFilled += pause;
            var time = time(lastFilled);
            for (var number = 0; number < filler.payloads().size(); number++) {
                sequence = (sequence + 1) & 0xffff;
                var isLast = kind.isPicture() && number == filler.payloads().size() - 1;
                send(RtpPacket.packet(
                        kind.payloadType(),
                        isLast,
                        sequence,
                        time,
                        source,
                        filler.payloads().get(number)));
            }
        }
    }

    private int time(long nanos) {
        return (int) kind.ticksIn(nanos - begin);
    }

    private void send(byte[] bytes) {
        try {
            out.send(new DatagramPacket(bytes, bytes.length, target));
        } catch (IOException e) {
            LOG.debug("Nobody reads the flow: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        in.close();
        out.close();
        thread.interrupt();
    }
}
