package de.ratssaal.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in session of the members' application, with the cookies and the token of its page. */
final class Member {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern HEADER = Pattern.compile("<meta name=\"_csrf_header\" content=\"([^\"]+)\"");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final String header;
    private final String token;

    /** Goes on with a session that was opened before, as a browser that comes back. */
    Member(URI server, String sessionCookie) throws Exception {
        this.server = server;
        var cookie = new HttpCookie("ratssaal-session", sessionCookie);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(server, cookie);
        var page = get("/app/");
        this.header = found(HEADER.matcher(page));
        this.token = found(TOKEN.matcher(page));
    }

    private static String found(Matcher matcher) {
        if (!matcher.find()) {
            throw new IllegalStateException("not the page of somebody who is signed in");
        }
        return matcher.group(1);
    }

    URI server() {
        return server;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path)).header("Accept", "text/html,*/*"));
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(
                request.header("Cookie", cookieHeader())
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        cookies.put(server, answer.headers().map());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answers %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(it -> it.getName() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    /** A yes in a poll, as the voting pad sends it. */
    byte[] vote(UUID poll) {
        return request(
                "/api/polls/%s/vote".formatted(poll),
                "{\"choice\":\"YES\",\"receipt\":\"%s\"}".formatted(UUID.randomUUID()));
    }

    /** An encrypted ballot, as the booth sends it. */
    byte[] ballot(UUID poll, String ballot) {
        var body = JsonMapper.shared().createObjectNode().put("ballot", ballot).toString();
        return request("/api/secret-polls/%s/ballot".formatted(poll), body);
    }

    /** @param body of ASCII letters */
    private byte[] request(String path, String body) {
        return """
                POST %s HTTP/1.1
                Host: %s:%d
                Accept: application/json
                Content-Type: application/json
                Content-Length: %d
                Cookie: %s
                %s: %s

                %s"""
                .formatted(
                        path, server.getHost(), server.getPort(), body.length(), cookieHeader(), header, token, body)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
