package de.ratssaal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without scripts: keeps cookies, follows no redirect by itself, fills in forms. */
public class HttpBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*? value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final URI server;

    public HttpBrowser(int port) {
        this.server = URI.create("http://localhost:" + port);
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As a script in the page asks. */
    public HttpResponse<String> json(String path) {
        return send(request(path).setHeader("Accept", "application/json").GET());
    }

    /** Opens the page at the path, fills in the form in it and sends it to the other path. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("_csrf", formToken(get(page).body()));
        return post(action, form);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request as a browser sends it for a page. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Accept-Language", "de");
    }

    public static String formToken(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no form with a token in: " + page);
        }
        return found.group(1);
    }

    /** The token that scripts of the members' application send with each changing request, and under which header. */
    public Map.Entry<String, String> scriptToken() {
        var page = get("/app/").body();
        return Map.entry(meta(page, "_csrf_header"), meta(page, "_csrf"));
    }

    private static String meta(String page, String name) {
        var found = Pattern.compile("<meta name=\"" + name + "\" content=\"([^\"]+)\"")
                .matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in: " + page);
        }
        return found.group(1);
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .findFirst();
    }

    /** As after a restart of the server: the browser knows the cookie, the server does not. */
    public void forget(String name) {
        cookie(name).ifPresent(it -> cookies.getCookieStore().remove(null, it));
    }

    public void keep(HttpCookie cookie) {
        cookies.getCookieStore().add(server, cookie);
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
