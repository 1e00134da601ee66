package de.ratssaal.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a real mail server: turns recipients away with the answer a test asks for, or breaks the connection when
 * a message has been taken over but its acknowledgement is still on the way. Everything else goes through.
 */
final class Doorkeeper implements AutoCloseable {

    private final ServerSocket door;
    private final int behind;
    private final Map<String, String> turnedAway = new ConcurrentHashMap<>();
    private final Set<String> brokenOff = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();

    Doorkeeper(int behind) {
        this.behind = behind;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Answers each attempt to write to this recipient so. */
    void turnAway(String recipient, String answer) {
        turnedAway.put(recipient, answer);
    }

    void letIn(String recipient) {
        turnedAway.remove(recipient);
    }

    /** Breaks the connection after the message to this recipient has been taken over. */
    void breakOff(String recipient) {
        brokenOff.add(recipient);
    }

    /** How many connections there were at the same time. */
    int mostAtOnce() {
        return mostInside.get();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket guest) {
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try (guest;
                var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            var fromGuest = lines(guest);
            var fromServer = lines(server);
            answer(fromServer, guest.getOutputStream());
            var breaking = false;
            String line;
            while ((line = fromGuest.readLine()) != null) {
                var recipient = line.startsWith("RCPT TO:") ? line.replaceAll(".*<(.*)>.*", "$1") : "";
                breaking |= brokenOff.contains(recipient);
                var refusal = turnedAway.get(recipient);
                if (refusal != null) {
                    say(guest.getOutputStream(), refusal);
                    continue;
                }
                say(server.getOutputStream(), line);
                if (line.equals("DATA")) {
                    answer(fromServer, guest.getOutputStream());
                    do {
                        line = fromGuest.readLine();
                        if (line == null) {
                            return;
                        }
                        say(server.getOutputStream(), line);
                    } while (!line.equals("."));
                    if (breaking) {
                        fromServer.readLine();
                        return;
                    }
                }
                answer(fromServer, guest.getOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inside.decrementAndGet();
        }
    }

    private static void answer(BufferedReader from, OutputStream to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                return;
            }
            say(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
    }

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
