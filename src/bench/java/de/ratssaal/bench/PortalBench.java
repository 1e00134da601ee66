package de.ratssaal.bench;

import de.ratssaal.RatssaalApplication;
import de.ratssaal.TestDatabase;
import de.ratssaal.publication.PublishedThings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A meeting's page from the application beside the same bytes as a static file from nginx: same machine, same run, same
 * {@code wrk}, turn by turn. Needs nginx and wrk (Debian's packages of these names).
 */
final class PortalBench implements Measurement {

    private static final int ROUNDS = 3;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses:\\s+(\\d+)");

    @Override
    public String what() {
        return "requests per second of a meeting's page beside nginx [seconds [connections]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var seconds = arguments.isEmpty() ? 5 : Integer.parseInt(arguments.get(0));
        var connections = arguments.size() < 2 ? 64 : Integer.parseInt(arguments.get(1));
        var port = freePort();
        try (var application = new SpringApplicationBuilder(RatssaalApplication.class)
                .initializers(new TestDatabase())
                .run(
                        "--server.port=" + port, "--vaadin.productionMode=true", "--logging.level.root=ERROR")) {
            var things = application.getAutowireCapableBeanFactory().createBean(PublishedThings.class);
            var meeting = things.meeting(
                    "Sitzung des Stadtrates",
                    Instant.parse("2026-10-14T15:00:00Z"),
                    IntStream.rangeClosed(1, 45)
                            .mapToObj(it -> "Drucksache %04d/26: Beschlussfassung über die Satzung Nr. %d".formatted(it, it))
                            .toArray(String[]::new));
            var page = URI.create("http://127.0.0.1:%d/meetings/%s".formatted(port, meeting.id()));
            var shown = get(page);
            if (shown.statusCode() != 200) {
                throw new IllegalStateException("%s answers %d".formatted(page, shown.statusCode()));
            }
            try (var nginx = new Nginx(shown.body())) {
                compare("page of %d bytes".formatted(shown.body().length), page, null, nginx.page(), null, seconds, connections);
                compare(
                        "page that is known (If-None-Match)",
                        page,
                        etag(shown),
                        nginx.page(),
                        etag(get(nginx.page())),
                        seconds,
                        connections);
            }
        }
    }

    private static void compare(
            String what, URI ours, String ourTag, URI theirs, String theirTag, int seconds, int connections)
            throws Exception {
        wrk(ours, ourTag, 2 * seconds, connections); // until the JVM has compiled what is hot
        wrk(theirs, theirTag, 1, connections);
        var our = new ArrayList<Double>();
        var their = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            our.add(wrk(ours, ourTag, seconds, connections));
            their.add(wrk(theirs, theirTag, seconds, connections));
        }
        System.out.printf(
                "%s, %d connections: Ratssaal %,.0f/s, nginx %,.0f/s, ratio %.2f (medians of %d)%n",
                what, connections, median(our), median(their), median(our) / median(their), ROUNDS);
    }

    private static double wrk(URI page, String tag, int seconds, int connections) throws Exception {
        var command = new ArrayList<>(
                List.of("wrk", "-t", "2", "-c", Integer.toString(connections), "-d", seconds + "s", page.toString()));
        if (tag != null) {
            command.addAll(List.of("-H", "If-None-Match: " + tag));
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find() || FAILED.matcher(output).find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static HttpResponse<byte[]> get(URI page) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String etag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** An nginx that serves one file, with the settings recommended for static files. */
    private static final class Nginx implements AutoCloseable {

        private final Process process;
        private final int port = freePort();

        Nginx(byte[] page) throws Exception {
            var folder = Files.createTempDirectory("portal-bench");
            Files.write(folder.resolve("page.html"), page);
            var settings = Files.writeString(folder.resolve("nginx.conf"), """
                    %s
                    daemon off;
                    worker_processes auto;
                    pid %2$s/nginx.pid;
                    error_log stderr;
                    events { worker_connections 4096; }
                    http {
                      access_log off;
                      sendfile on;
                      tcp_nopush on;
                      open_file_cache max=100;
                      keepalive_requests 1000000;
                      types { text/html html; }
                      charset utf-8;
                      client_body_temp_path %2$s/body;
                      proxy_temp_path %2$s/proxy;
                      fastcgi_temp_path %2$s/fastcgi;
                      uwsgi_temp_path %2$s/uwsgi;
                      scgi_temp_path %2$s/scgi;
                      server { listen 127.0.0.1:%3$d; root %2$s; }
                    }
                    """.formatted(isRoot() ? "user root;" : "", folder, port));
            process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", settings.toString())
                    .inheritIO()
                    .start();
            for (var attempt = 0; attempt < 100 && !answers(); attempt++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        URI page() {
            return URI.create("http://127.0.0.1:%d/page.html".formatted(port));
        }

        private boolean answers() throws Exception {
            try {
                return get(page()).statusCode() == 200;
            } catch (IOException e) {
                return false; // not yet up
            }
        }

        private static boolean isRoot() {
            return System.getProperty("user.name").equals("root");
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
