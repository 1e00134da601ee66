package de.ratssaal.document;

import de.ratssaal.base.StartRefused;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has contents scanned by ClamAV: clamd is asked over its socket, with its command INSTREAM. */
@Component
class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_FOR_A_SIGN = Duration.ofSeconds(3);
    private static final int CHUNK = 64 * 1024;
    private static final int MAX_ANSWER = 4096;
    private static final String PREFIX = "stream: ";
    private static final String FOUND = " FOUND";

    private final String where;

    VirusScan(DocumentSettings settings) {
        this.where = settings.clamd().strip();
        if (isSet() && !where.matches("/.+|.+:\\d{1,5}")) {
            throw new StartRefused(
                    "RATSSAAL_DOCUMENT_CLAMD does not say where clamd listens.",
                    "Give the path of its socket, such as /run/clamav/clamd.ctl, or its address, such as localhost:3310.");
        }
    }

    /** What came of a scan. */
    sealed interface Outcome {

        record Clean() implements Outcome {}

        /** @param finding what clamd calls it */
        record Infected(String finding) implements Outcome {}

        /** Nobody scanned it: clamd is not set, does not answer, or did not get to the end. */
        record Unscanned() implements Outcome {}
    }

    boolean isSet() {
        return !where.isEmpty();
    }

    boolean answers() {
        try {
            return isSet()
                    && ask("zPING\0", InputStream.nullInputStream(), false, PATIENCE_FOR_A_SIGN)
                            .equals("PONG");
        } catch (IOException e) {
            return false; // the answer, not a fault
        }
    }

    Outcome scan(InputStream content) {
        if (!isSet()) {
            return new Outcome.Unscanned();
        }
        try {
            return outcome(ask("zINSTREAM\0", content, true, PATIENCE));
        } catch (IOException e) {
            LOG.warn("clamd does not answer at {}: {}", where, e.getMessage());
            return new Outcome.Unscanned();
        }
    }

    private static Outcome outcome(String answer) {
        if (answer.equals(PREFIX + "OK")) {
            return new Outcome.Clean();
        }
        if (answer.startsWith(PREFIX) && answer.endsWith(FOUND)) {
            return new Outcome.Infected(answer.substring(PREFIX.length(), answer.length() - FOUND.length()));
        }
        LOG.warn("clamd did not scan: {}", answer);
        return new Outcome.Unscanned();
    }

    private String ask(String command, InputStream content, boolean isStream, Duration patience) throws IOException {
        var address = address();
        try (var channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            var watch = Thread.ofVirtual().start(() -> closeAfter(channel, patience));
            try {
                channel.connect(address);
                var out = new DataOutputStream(Channels.newOutputStream(channel));
                out.write(command.getBytes(StandardCharsets.US_ASCII));
                if (isStream) {
                    send(content, out);
                }
                out.flush();
                var answer = Channels.newInputStream(channel).readNBytes(MAX_ANSWER);
                return new String(answer, StandardCharsets.UTF_8)
                        .replace("\0", "")
                        .strip();
            } finally {
                watch.interrupt();
            }
        }
    }

    /** clamd closes when it has found something or had enough; its answer says which. */
    private static void send(InputStream content, DataOutputStream out) throws IOException {
        var chunk = new byte[CHUNK];
        for (var count = content.read(chunk); count >= 0; count = content.read(chunk)) {
            out.writeInt(count);
            out.write(chunk, 0, count);
        }
        out.writeInt(0);
    }

    private static void closeAfter(SocketChannel channel, Duration patience) {
        try {
            Thread.sleep(patience);
            channel.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it answered
        } catch (IOException e) {
            LOG.warn("A connection to clamd could not be closed: {}", e.getMessage());
        }
    }

    private SocketAddress address() {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        var colon = where.lastIndexOf(':');
        return new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }
}
