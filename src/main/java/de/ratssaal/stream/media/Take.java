package de.ratssaal.stream.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One stretch of a stream without a break: what arrives at its two ports as RTP is cut into segments by ffmpeg, a process of its own.
 * Nothing is let through at first.
 */
public final class Take implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Take.class);

    /** As HLS players like it: short enough to be near, long enough for a whole picture at its beginning to cost little. */
    static final Duration SEGMENT = Duration.ofSeconds(2);

    /** On a machine that has much else to do; then it hangs. */
    private static final Duration LONGEST_WITHOUT_SEGMENT = Duration.ofSeconds(30);

    private static final int TRIES = 20;
    private static final int PATIENCE_SECONDS = 10;
    private static final int MICROS = 1_000_000;

    private final Path folder;
    private final Process process;
    private final Flow sound;
    private final Flow picture;
    private final Thread reader;
    private volatile boolean closed;
    private volatile long lastSegment = System.nanoTime();

    private Take(Path folder, Process process, Flow sound, Flow picture, Consumer<Segment> whole) {
        this.folder = folder;
        this.process = process;
        this.sound = sound;
        this.picture = picture;
        this.reader = Thread.ofVirtual().name("stream-segments").start(() -> read(whole));
    }

    /**
     * @param folder in which it works; made, and removed at the end
     * @param here address on which sound and picture arrive
     * @param whole is told each segment as it is whole, in order
     * @throws IOException if ffmpeg does not begin
     */
    public static Take begin(Ffmpeg ffmpeg, Format format, Path folder, InetAddress here, Consumer<Segment> whole)
            throws IOException {
        Files.createDirectories(folder);
        var loopback = InetAddress.getLoopbackAddress();
        Process process = null;
        Flow sound = null;
        try {
            var soundPort = freePair(loopback);
            var picturePort = freePair(loopback);
            var description = folder.resolve("in.sdp");
            Files.writeString(description, description(soundPort, picturePort));
            var filler = Filler.picture(ffmpeg.stillPicture(format));
            process = ffmpeg.start(folder, arguments(description, format));
            sound = new Flow(Kind.SOUND, Filler.SILENCE, here, new InetSocketAddress(loopback, soundPort));
            var picture = new Flow(Kind.PICTURE, filler, here, new InetSocketAddress(loopback, picturePort));
            return new Take(folder, process, sound, picture, whole);
        } catch (IOException e) {
            if (sound != null) {
                sound.close();
            }
            if (process != null) {
                process.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /** RFC 8866; what it says is what {@link Flow} sends. */
    private static String description(int soundPort, int picturePort) {
        return """
                v=0
                o=- 0 0 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio %d RTP/AVP %d
                a=rtpmap:%d opus/48000/2
                m=video %d RTP/AVP %d
                a=rtpmap:%d VP8/90000
                """.formatted(
                        soundPort,
                        Kind.SOUND.payloadType(),
                        Kind.SOUND.payloadType(),
                        picturePort,
                        Kind.PICTURE.payloadType(),
                        Kind.PICTURE.payloadType());
    }

    private static List<String> arguments(Path description, Format format) {
        var seconds = Long.toString(SEGMENT.toSeconds());
        var size = format.width() + ":" + format.height();
        var arguments = new ArrayList<>(List.of("-protocol_whitelist", "file,udp,rtp"));
        arguments.addAll(List.of("-probesize", "100000", "-analyzeduration", "1000000", "-max_delay", "200000"));
        arguments.addAll(List.of("-i", description.toString(), "-map", "0:v", "-map", "0:a"));
        arguments.addAll(List.of(
                "-vf",
                "scale=%s:force_original_aspect_ratio=decrease,pad=%s:-1:-1,setsar=1,fps=%d"
                        .formatted(size, size, format.perSecond())));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency"));
        arguments.addAll(List.of("-profile:v", "main", "-pix_fmt", "yuv420p", "-crf", "25"));
        arguments.addAll(List.of("-maxrate", format.kilobits() + "k", "-bufsize", 2 * format.kilobits() + "k"));
        arguments.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + seconds + ")", "-threads", "2"));
        arguments.addAll(
                List.of("-af", "aresample=async=1000", "-c:a", "aac", "-b:a", "96k", "-ar", "48000", "-ac", "2"));
        arguments.addAll(List.of("-muxdelay", "0", "-muxpreload", "0"));
        arguments.addAll(List.of("-f", "segment", "-segment_time", seconds, "-segment_format", "mpegts"));
        arguments.addAll(List.of("-segment_list", "pipe:1", "-segment_list_type", "csv", "%d.ts"));
        return arguments;
    }

    /** ffmpeg takes a port for RTP and the next one for its reports. */
    private static int freePair(InetAddress here) throws IOException {
        for (var again = 0; again < TRIES; again++) {
            try (var one = new DatagramSocket(0, here)) {
                var port = one.getLocalPort() & ~1;
                if (port == one.getLocalPort()) {
                    try (var next = new DatagramSocket(port + 1, here)) {
                        LOG.trace("A pair of ports: {} and {}", port, next.getLocalPort());
                        return port;
                    } catch (java.net.BindException taken) {
                        LOG.trace("Taken: {}", port + 1);
                    }
                }
            }
        }
        throw new IOException("no two ports in a row are free");
    }

    public int soundPort() {
        return sound.port();
    }

    public int picturePort() {
        return picture.port();
    }

    /**
     * What arrives from this source is shown for some seconds, unless it is said again.
     *
     * @param source SSRC
     */
    public void let(int source) {
        sound.let(source);
        picture.let(source);
    }

    /** Once this has returned, nothing that arrives is shown. */
    public void shut() {
        sound.shut();
        picture.shut();
    }

    /** Whether pictures arrive of which none is whole: whoever sends them has to be asked for one. */
    public boolean waitsForWholePicture() {
        return picture.waitsForWholePicture();
    }

    /** For how long neither sound nor picture has arrived. */
    public Duration silence() {
        var one = sound.silence();
        var other = picture.silence();
        return one.compareTo(other) < 0 ? one : other;
    }

    public boolean isRunning() {
        return process.isAlive()
                && reader.isAlive()
                && !closed
                && System.nanoTime() - lastSegment < LONGEST_WITHOUT_SEGMENT.toNanos();
    }

    private void read(Consumer<Segment> whole) {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
                var parts = line.split(",");
                var file = folder.resolve(parts[0]);
                var bytes = Files.readAllBytes(file);
                Files.delete(file);
                var from = micros(parts[1]);
                var until = micros(parts[2]);
                lastSegment = System.nanoTime();
                if (!closed) {
                    whole.accept(new Segment(from, until.minus(from), bytes));
                }
            }
        } catch (IOException | RuntimeException e) {
            // whoever looks after it sees that it has ended, and begins another one
            if (!closed) {
                LOG.warn("Segments of the stream cannot be read any more: {}", e.getMessage());
            }
        }
    }

    private static Duration micros(String seconds) {
        return Duration.ofNanos(Math.round(Double.parseDouble(seconds) * MICROS) * 1_000);
    }

    /** What is not whole yet is thrown away. */
    @Override
    public void close() {
        closed = true;
        sound.close();
        picture.close();
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            reader.join(Duration.ofSeconds(PATIENCE_SECONDS));
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("The folder of a stream could not be removed: {}", folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Map<String, String> environment(Path folder) {
        return Map.of(
                "PATH", "/usr/bin:/bin", "HOME", folder.toString(), "TMPDIR", folder.toString(), "LANG", "C.UTF-8");
    }
}
