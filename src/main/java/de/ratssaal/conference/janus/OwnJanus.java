package de.ratssaal.conference.janus;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program {@code janus} as this application runs it: with its VideoRoom alone, on this machine alone, governed by a secret made
 * anew at each start. It ends with this application, however that ends: a shell between them waits for the end of its input.
 */
final class OwnJanus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnJanus.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final long LAST_BREATH_SECONDS = 5;

    private static final String SCRIPT = """
            exec 3<&0
            "$@" </dev/null 2>&1 3<&- &
            program=$!
            ( read -r never <&3; kill -9 "$program" ) >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            wait "$program"
            ended=$?
            kill -9 "$watcher" >/dev/null 2>&1
            exit $ended
            """;

    private final Process process;
    private final URI address;
    private final String secret;

    private OwnJanus(Process process, URI address, String secret) {
        this.process = process;
        this.address = address;
        this.secret = secret;
    }

    /** Where the program is installed. */
    static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator)),
                        Stream.of("/usr/bin", "/usr/local/bin", "/opt/janus/bin"))
                .filter(it -> !it.isBlank())
                .map(it -> Path.of(it, "janus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static OwnJanus start(Path program, Path folder, JanusSettings settings) throws IOException {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        var secret = HexFormat.of().formatHex(random);
        var port = freePort();
        configure(folder, settings, secret, port);
        var builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "sh", program.toString(), "-F", folder.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear(); // it need not know passwords
        var process = builder.start();
        Thread.ofVirtual().name("log of janus").start(() -> log(process));
        return new OwnJanus(process, URI.create("ws://127.0.0.1:" + port), secret);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void configure(Path folder, JanusSettings settings, String secret, int port) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("janus.jcfg"), """
                general: {
                	api_secret = "%s"
                	debug_level = 3
                	debug_colors = false
                }
                media: {
                	rtp_port_range = "%s"
                }
                nat: {%s
                }
                plugins: {
                	disable = "%s"
                }
                transports: {
                	disable = "%s"
                }
                loggers: {
                	disable = "libjanus_jsonlog.so"
                }
                """.formatted(
                        secret,
                        settings.rtpPorts(),
                        settings.publicAddress().isEmpty()
                                ? ""
                                : "\n\tnat_1_1_mapping = \"%s\"".formatted(settings.publicAddress()),
                        libraries(
                                "audiobridge",
                                "duktape",
                                "echotest",
                                "lua",
                                "nosip",
                                "recordplay",
                                "sip",
                                "streaming",
                                "textroom",
                                "videocall",
                                "voicemail"),
                        libraries("http", "mqtt", "nanomsg", "pfunix", "rabbitmq")));
        write(folder.resolve("janus.transport.websockets.jcfg"), """
                general: {
                	json = "compact"
                	ws = true
                	ws_ip = "127.0.0.1"
                	ws_port = %d
                	wss = false
                }
                admin: {
                	admin_ws = false
                	admin_wss = false
                }
                """.formatted(port));
        write(folder.resolve("janus.plugin.videoroom.jcfg"), "general: {\n}\n");
    }

    private static String libraries(String... names) {
        return String.join(
                ",", List.of(names).stream().map("libjanus_%s.so"::formatted).toList());
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static void log(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().filter(it -> !it.isBlank()).forEach(it -> LOG.debug("{}", it));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The log of janus ended", e);
        }
    }

    URI address() {
        return address;
    }

    String secret() {
        return secret;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the shell ends it
            if (!process.waitFor(LAST_BREATH_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
