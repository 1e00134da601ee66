package de.ratssaal.publication.portal;

import de.ratssaal.publication.PublicRegister;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes a page from its template. Its ETag is the hash of its bytes: a page that looks the same is the same, whatever was
 * published elsewhere meanwhile.
 */
@Component
public class Pages {

    static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /**
     * Short, so that what is withdrawn is soon gone and a running meeting is followed; what a cache has may be shown a
     * day longer while the application is down.
     */
    static final CacheControl CACHED = CacheControl.maxAge(Duration.ofSeconds(10))
            .cachePublic()
            .staleWhileRevalidate(Duration.ofSeconds(30))
            .staleIfError(Duration.ofDays(1));

    private final ITemplateEngine templates;
    private final PublicRegister register;

    Pages(ITemplateEngine templates, PublicRegister register) {
        this.templates = templates;
        this.register = register;
    }

    /**
     * @param template below {@code templates/portal}
     * @param model what the template shows
     */
    public ResponseEntity<byte[]> page(Reader reader, String template, Map<String, ?> model) {
        var bytes = render(reader, template, model);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CACHED)
                .eTag(etag(bytes))
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().getLanguage())
                .body(bytes);
    }

    /**
     * A part of a page, to be put into it later.
     *
     * @param template below {@code templates/portal}
     * @param part name of the fragment in it
     */
    public String part(Reader reader, String template, String part, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("page", reader);
        return templates.process("portal/" + template, Set.of(part), new Context(reader.language(), all));
    }

    /** Unknown, not yet published, withdrawn and non-public answer alike. */
    public ResponseEntity<byte[]> notFound(Reader reader) {
        var nowhere = new Reader(reader.language(), "/");
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().getLanguage())
                .body(render(nowhere, "not-found", Map.of()));
    }

    private byte[] render(Reader reader, String template, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        var bodies = register.bodies();
        all.put("page", reader);
        all.put("bodies", bodies);
        all.put("place", bodies.isEmpty() ? "Ratssaal" : bodies.getFirst().shortName());
        all.put("site", bodies.isEmpty() ? "Ratssaal" : bodies.getFirst().name());
        return templates
                .process("portal/" + template, new Context(reader.language(), all))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Hash of a page's bytes, in quotation marks. */
    public static String etag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
