package de.ratssaal;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx before two nodes, set up as docs/operations.md shows it. */
public final class Nginx implements AutoCloseable {

    /** By this a browser stays at its node, {@code a} or {@code b}. */
    public static final String COOKIE = "ratssaal_node";

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    /** The program, if it is installed or the launcher fetched it. */
    public static Optional<Path> program() {
        return Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "target/nginx/usr/sbin"))
                .map(folder -> Path.of(folder, "nginx").toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param folder for its files
     * @param port at which it listens
     * @param a port of one node
     * @param b port of the other
     */
    public static Nginx before(Path folder, int port, int a, int b) throws IOException {
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off;
                worker_processes 1;
                %1$s
                pid %2$s/nginx.pid;
                error_log stderr;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %2$s/body;
                  proxy_temp_path %2$s/proxy;
                  fastcgi_temp_path %2$s/fastcgi;
                  uwsgi_temp_path %2$s/uwsgi;
                  scgi_temp_path %2$s/scgi;
                  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
                  split_clients $request_id $any_node { 50%% a; * b; }
                  map $cookie_ratssaal_node $node { default $any_node; a a; b b; }
                  upstream a { server 127.0.0.1:%4$d max_fails=1 fail_timeout=5s; server 127.0.0.1:%5$d backup; }
                  upstream b { server 127.0.0.1:%5$d max_fails=1 fail_timeout=5s; server 127.0.0.1:%4$d backup; }
                  server {
                    listen 127.0.0.1:%3$d;
                    client_max_body_size 61m;
                    location / {
                      add_header Set-Cookie "ratssaal_node=$node; Path=/; HttpOnly; SameSite=Lax";
                      proxy_pass http://$node;
                      proxy_http_version 1.1;
                      proxy_connect_timeout 2s;
                      proxy_set_header Host $http_host;
                      proxy_set_header X-Forwarded-For $remote_addr;
                      proxy_set_header X-Forwarded-Proto $scheme;
                      proxy_set_header X-Forwarded-Host $http_host;
                      proxy_set_header X-Forwarded-Port $server_port;
                      proxy_set_header Upgrade $http_upgrade;
                      proxy_set_header Connection $connection_upgrade;
                      proxy_read_timeout 10m;
                    }
                  }
                }
                """.formatted(
                        "root".equals(System.getProperty("user.name")) ? "user root;" : "", folder, port, a, b));
        var process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "-e",
                        "stderr",
                        "-p",
                        folder.toString(),
                        "-c",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        var nginx = new Nginx(process);
        await("nginx listens").atMost(ofSeconds(20)).until(() -> listens(port));
        return nginx;
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
