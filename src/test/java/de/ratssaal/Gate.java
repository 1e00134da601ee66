package de.ratssaal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes TCP connections on to a server on this machine. Closed, it breaks them all off and takes no new ones. */
public final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private int port;
    private int target;

    /** Opens it on a free port, which it answers. */
    synchronized int to(int serverPort) throws IOException {
        target = serverPort;
        open();
        return port;
    }

    /** Opens it, again on the same port. */
    public synchronized void open() throws IOException {
        if (door != null && !door.isClosed()) {
            return;
        }
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        port = opened.getLocalPort();
        door = opened;
        Thread.ofVirtual().name("gate").start(() -> accept(opened));
    }

    public synchronized void close() throws IOException {
        door.close();
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var client = opened.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException e) {
                LOG.debug("The gate is closed", e);
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            LOG.debug("A connection through the gate ended", e);
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }
}
