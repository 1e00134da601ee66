package de.ratssaal.stream.media;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The program ffmpeg, if it is installed. It is told nothing but what it needs, and no password. */
public final class Ffmpeg {

    /** Of a file of IVF, and of each picture in it. */
    private static final int IVF_HEAD = 32;

    private static final int IVF_PICTURE_HEAD = 12;
    private static final int PATIENCE_SECONDS = 20;
    private static final List<String> NEEDED = List.of("libx264", "libvpx", "aac");

    private final Path program;

    private Ffmpeg(Path program) {
        this.program = program;
    }

    /** @param name looked for on the path, or where it lies */
    public static Optional<Ffmpeg> find(String name) {
        var places = name.contains("/")
                ? Stream.of(Path.of(name))
                : Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(it -> Path.of(it, name));
        return places.filter(Files::isExecutable).findFirst().map(Ffmpeg::new);
    }

    /** What it has to be able to write, and cannot. */
    public List<String> missing() throws IOException {
        var able = new String(output(List.of("-encoders")), StandardCharsets.UTF_8);
        return NEEDED.stream().filter(it -> !able.contains(" " + it + " ")).toList();
    }

    /** One dark picture in VP8. */
    byte[] stillPicture(Format format) throws IOException {
        var ivf = output(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=c=0x16202b:s=%dx%d:r=5".formatted(format.width(), format.height()),
                "-frames:v",
                "1",
                "-c:v",
                "libvpx",
                "-f",
                "ivf",
                "-"));
        if (ivf.length <= IVF_HEAD + IVF_PICTURE_HEAD) {
            throw new IOException("ffmpeg made no picture");
        }
        var size = ByteBuffer.wrap(ivf).order(ByteOrder.LITTLE_ENDIAN).getInt(IVF_HEAD);
        return Arrays.copyOfRange(ivf, IVF_HEAD + IVF_PICTURE_HEAD, IVF_HEAD + IVF_PICTURE_HEAD + size);
    }

    Process start(Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-nostdin", "-loglevel", "error"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(Take.environment(folder));
        return builder.start();
    }

    private byte[] output(List<String> arguments) throws IOException {
        var folder = Files.createTempDirectory("ratssaal-ffmpeg");
        try {
            var process = start(folder, arguments);
            // one that hangs ends, and with it what is read from it
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).whenComplete((it, late) -> {
                if (late != null) {
                    process.destroyForcibly();
                }
            });
            return process.getInputStream().readAllBytes();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
