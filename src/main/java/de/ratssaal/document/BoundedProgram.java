package de.ratssaal.document;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/**
 * Runs another program, bounded in time, memory and in what it may write. It and all that it starts end with it, and with
 * this application, however that ends: a shell between them waits for the end of its input, which the system brings about.
 */
final class BoundedProgram {

    private static final String SCRIPT = """
            ulimit -v "$1" 2>/dev/null; ulimit -f "$2" 2>/dev/null; ulimit -t "$3" 2>/dev/null; shift 3
            if command -v setsid >/dev/null; then set -- setsid "$@"; fi
            exec 3<&0
            "$@" </dev/null >/dev/null 2>&1 3<&- &
            program=$!
            ( read -r never <&3; kill -9 "-$program" "$program" ) >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            wait "$program"
            ended=$?
            kill -9 "-$program" "$watcher" >/dev/null 2>&1
            exit $ended
            """;
    private static final int BLOCK = 512;
    private static final Duration LAST_BREATH = Duration.ofSeconds(10);

    private final Duration time;
    private final DataSize memory;
    private final DataSize output;

    /**
     * @param memory address space of each process
     * @param output largest file that it may write
     */
    BoundedProgram(Duration time, DataSize memory, DataSize output) {
        this.time = time;
        this.memory = memory;
        this.output = output;
    }

    /**
     * @param environment all that it is told; it need not know passwords
     * @return how it ended; nothing if it took too long
     */
    OptionalInt run(List<String> command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        var whole = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                SCRIPT,
                "sh",
                Long.toString(memory.toKilobytes()),
                Long.toString(output.toBytes() / BLOCK),
                Long.toString(time.toSeconds() + 1)));
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectOutput(new File("/dev/null"))
                .redirectError(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } finally {
            process.getOutputStream().close(); // the shell ends all
            if (!process.waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
