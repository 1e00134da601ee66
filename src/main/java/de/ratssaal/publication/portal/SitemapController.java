package de.ratssaal.publication.portal;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.publication.PublicKind;
import de.ratssaal.publication.PublicRegister;
import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines ask for. */
@RestController
class SitemapController {

    /** More a sitemap may not hold (sitemaps.org). */
    private static final int MOST = 50_000;

    private final PublicRegister register;
    private final RatssaalProperties settings;

    SitemapController(PublicRegister register, RatssaalProperties settings) {
        this.register = register;
        this.settings = settings;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap(HttpServletRequest request) {
        request.setAttribute(PageCache.MAY_BE_REMEMBERED, true);
        var addresses = register.everything(MOST).stream()
                .map(it -> "<url><loc>%s%s</loc><lastmod>%s</lastmod></url>"
                        .formatted(
                                settings.publicUrl(),
                                path(it.kind(), it.id().toString()),
                                it.changedAt().truncatedTo(ChronoUnit.SECONDS)))
                .collect(Collectors.joining("\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(Pages.CACHED)
                .body("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        %s
                        </urlset>
                        """.formatted(addresses));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        request.setAttribute(PageCache.MAY_BE_REMEMBERED, true);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(Pages.CACHED)
                .body(
                        "User-agent: *\nDisallow: /app\nDisallow: /search\nDisallow: /en/search\nSitemap: %s/sitemap.xml\n"
                                .formatted(settings.publicUrl()));
    }

    /** Address of the page of a published thing. */
    static String path(PublicKind kind, String id) {
        return switch (kind) {
            case BODY -> "/imprint";
            case ORGANIZATION -> "/organizations/" + id;
            case PERSON -> "/persons/" + id;
            case MEETING -> "/meetings/" + id;
            case PAPER -> "/papers/" + id;
            case DECISION -> "/decisions/" + id;
            case CIRCULAR -> "/circular-resolutions/" + id;
            case MINUTES -> "/minutes/" + id;
            case FILE -> "/files/" + id;
        };
    }
}
