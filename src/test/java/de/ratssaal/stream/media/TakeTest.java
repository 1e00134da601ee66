package de.ratssaal.stream.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A take of the stream")
class TakeTest {

    private static final Format SMALL = new Format(180, 10, 200);

    @TempDir
    Path folder;

    private final Ffmpeg ffmpeg = Ffmpeg.find("ffmpeg").orElseThrow();
    private final List<Segment> segments = new CopyOnWriteArrayList<>();

    /** A red picture and a tone, as RTP, as a gateway forwards them. */
    private Process speaker(Take take) throws IOException {
        return ffmpeg.start(
                Files.createDirectories(folder.resolve("speaker")),
                List.of(
                        "-re",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=c=red:s=320x240:r=15",
                        "-re",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=440:sample_rate=48000",
                        "-map",
                        "0:v",
                        "-c:v",
                        "libvpx",
                        "-g",
                        "15",
                        "-deadline",
                        "realtime",
                        "-ssrc",
                        "4711",
                        "-payload_type",
                        "96",
                        "-f",
                        "rtp",
                        "rtp://127.0.0.1:" + take.picturePort(),
                        "-map",
                        "1:a",
                        "-c:a",
                        "libopus",
                        "-ssrc",
                        "4711",
                        "-payload_type",
                        "111",
                        "-f",
                        "rtp",
                        "rtp://127.0.0.1:" + take.soundPort()));
    }

    /** Mean of red, from 0 to 255, and the loudest sound in decibels below the loudest there is. */
    private record Seen(double red, double loudest) {}

    private Seen seen(Segment segment) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("seen.ts"), segment.bytes());
        var process = new ProcessBuilder(
                        "ffmpeg",
                        "-hide_banner",
                        "-i",
                        file.toString(),
                        "-vf",
                        "format=rgb24,signalstats",
                        "-af",
                        "volumedetect",
                        "-f",
                        "null",
                        "-")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        var loudest = said.lines()
                .filter(it -> it.contains("max_volume"))
                .map(it -> it.replaceAll(".*max_volume: (-?[0-9.]+|-inf) dB.*", "$1"))
                .map(it -> it.equals("-inf") ? -100 : Double.parseDouble(it))
                .findFirst()
                .orElse(-100.0);
        var pixel = new ProcessBuilder(
                        "ffmpeg",
                        "-hide_banner",
                        "-loglevel",
                        "error",
                        "-i",
                        file.toString(),
                        "-frames:v",
                        "1",
                        "-vf",
                        "crop=iw/4:ih/4,scale=1:1",
                        "-pix_fmt",
                        "rgb24",
                        "-f",
                        "rawvideo",
                        "-")
                .start()
                .getInputStream()
                .readAllBytes();
        return new Seen(pixel[0] & 0xff, loudest);
    }

    @Test
    @DisplayName("shows a speaker only while they are let through, and never stands still")
    void follows() throws IOException, InterruptedException {
        try (var take =
                Take.begin(ffmpeg, SMALL, folder.resolve("take"), InetAddress.getLoopbackAddress(), segments::add)) {
            var speaker = speaker(take);
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> segments.size() >= 2);
                var dark = seen(segments.getLast());
                assertThat(dark.red()).isLessThan(60);
                assertThat(dark.loudest()).isLessThan(-60);

                take.let(1_147);
                var other = segments.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> segments.size() >= other + 2);
                assertThat(seen(segments.getLast()).red())
                        .as("of somebody else")
                        .isLessThan(60);

                var at = segments.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    take.let(4_711);
                    return segments.size() >= at + 3;
                });
                var shown = seen(segments.getLast());
                assertThat(shown.red()).isGreaterThan(180);
                assertThat(shown.loudest()).isGreaterThan(-40);

                take.shut();
                var then = segments.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> segments.size() >= then + 3);
                var after = seen(segments.getLast());
                assertThat(after.red()).isLessThan(60);
                assertThat(after.loudest()).isLessThan(-60);
            } finally {
                speaker.destroyForcibly();
            }
        }
        assertThat(folder.resolve("take")).doesNotExist();
    }
}
