package de.ratssaal.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP connection that costs the measured machine as little as possible. */
final class RawConnection implements AutoCloseable {

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean ends;

    RawConnection(URI server) throws IOException {
        this.server = server;
        this.socket = open(server);
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.out = socket.getOutputStream();
    }

    private static Socket open(URI server) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    record Answer(int status, String body) {}

    Answer send(byte[] request) throws IOException {
        if (ends) {
            reopen();
        }
        out.write(request);
        out.flush();
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (name.equals("transfer-encoding: chunked")) {
                chunked = true;
            } else if (name.equals("connection: close")) {
                ends = true;
            }
        }
        return new Answer(status, chunked ? chunks() : new String(bytes(length), StandardCharsets.UTF_8));
    }

    /** A server ends a connection after so many requests. */
    private void reopen() throws IOException {
        socket.close();
        socket = open(server);
        in = new BufferedInputStream(socket.getInputStream(), 8192);
        out = socket.getOutputStream();
        ends = false;
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(new String(bytes(size), StandardCharsets.UTF_8));
            line();
        }
        line();
        return body.toString();
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
