package de.ratssaal.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A WebSocket (RFC 6455) that only listens, compressed as browsers ask for it (RFC 7692). It costs the measured machine as
 * little as possible.
 */
final class PushLine implements AutoCloseable {

    private static final int CONTINUED = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final byte[] END_OF_MESSAGE = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final Consumer<String> receiver;

    /** @param receiver is told each message, on a thread of its own */
    PushLine(Member member, URI address, Consumer<String> receiver) throws IOException {
        this.receiver = receiver;
        socket.connect(new java.net.InetSocketAddress(address.getHost(), address.getPort()));
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 16_384));
        shakeHands(member, address);
        Thread.ofVirtual().name("push").start(this::listen);
    }

    private void shakeHands(Member member, URI address) throws IOException {
        var key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        socket.getOutputStream()
                .write("""
                GET %s?%s HTTP/1.1
                Host: %s:%d
                Origin: %s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: %s
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits
                Cookie: %s

                """
                        .formatted(
                                address.getRawPath(),
                                address.getRawQuery(),
                                address.getHost(),
                                address.getPort(),
                                member.server(),
                                Base64.getEncoder().encodeToString(key),
                                member.cookieHeader())
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var status = line();
        if (!status.contains(" 101 ")) {
            throw new IOException(status);
        }
        while (!line().isEmpty()) {
            // headers say nothing that is not known
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void listen() {
        try {
            var message = new ByteArrayOutputStream();
            var compressed = false;
            for (var head = in.read(); head >= 0; head = in.read()) {
                var kind = head & 0x0f;
                var content = in.readNBytes(length());
                if (kind == PING) {
                    pong(content);
                } else if (kind == CLOSE) {
                    return;
                } else if (kind == TEXT || kind == CONTINUED) {
                    compressed = kind == TEXT ? (head & 0x40) != 0 : compressed;
                    message.write(content);
                    if ((head & 0x80) != 0) {
                        var whole = message.toByteArray();
                        message.reset();
                        receiver.accept(
                                new String(compressed ? inflated(whole) : whole, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (SocketException | EOFException e) {
            if (!socket.isClosed()) { // by this side, at the end
                throw new IllegalStateException("the server closed a line", e);
            }
        } catch (IOException | DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
    }

    private int length() throws IOException {
        var length = in.read() & 0x7f;
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    private byte[] inflated(byte[] content) throws DataFormatException {
        var out = new ByteArrayOutputStream(content.length * 8);
        var part = new byte[16_384];
        for (var input : new byte[][] {content, END_OF_MESSAGE}) {
            inflater.setInput(input);
            for (var length = inflater.inflate(part); length > 0; length = inflater.inflate(part)) {
                out.write(part, 0, length);
            }
        }
        return out.toByteArray();
    }

    /** What a browser sends is masked; a mask of zeros changes nothing. */
    private void pong(byte[] content) throws IOException {
        var frame = new byte[6 + content.length];
        frame[0] = (byte) (0x80 | PONG);
        frame[1] = (byte) (0x80 | content.length);
        System.arraycopy(content, 0, frame, 6, content.length);
        socket.getOutputStream().write(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
