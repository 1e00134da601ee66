package de.ratssaal.urn.portal;

import de.ratssaal.base.ui.CheckedScript;
import de.ratssaal.publication.portal.Pages;
import de.ratssaal.publication.portal.Reader;
import de.ratssaal.urn.ElectionSetup;
import de.ratssaal.urn.PublicUrns;
import de.ratssaal.urn.RecordTexts;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.UrnSummary;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Check it yourself: for every public secret vote its record, and a page that verifies it in the reader's own browser. Unknown, not
 * yet counted and non-public answer alike: 404.
 */
@Controller
@RequestMapping({"/secret-polls/{poll:[0-9a-f]{8}-[0-9a-f-]*}", "/en/secret-polls/{poll:[0-9a-f]{8}-[0-9a-f-]*}"})
class SecretPollPages {

    /** What was published once stays as it is. */
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private static final String SCRIPT = "verify.js";

    private final PublicUrns urns;
    private final RecordTexts texts;
    private final Pages pages;

    SecretPollPages(PublicUrns urns, RecordTexts texts, Pages pages) {
        this.urns = urns;
        this.texts = texts;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> check(HttpServletRequest request, @PathVariable String poll) {
        var reader = Reader.of(request);
        return id(poll).flatMap(urns::published)
                .map(it -> pages.page(
                        reader,
                        "secret-poll",
                        Map.of(
                                "urn",
                                it,
                                "heads",
                                RecordTexts.heads(it),
                                "texts",
                                texts.verifying(reader.language()),
                                "script",
                                CheckedScript.integrity(SCRIPT))))
                .orElseGet(() -> pages.notFound(reader));
    }

    /** Where a second device shows what an opened ballot holds. */
    @GetMapping("/opened")
    ResponseEntity<byte[]> opened(HttpServletRequest request, @PathVariable String poll) {
        var reader = Reader.of(request);
        return id(poll).filter(it -> urns.setup(it).isPresent())
                .map(it -> pages.page(
                        reader,
                        "secret-poll-opened",
                        Map.of(
                                "poll",
                                it.toString(),
                                "texts",
                                texts.opened(reader.language()),
                                "script",
                                CheckedScript.integrity(SCRIPT))))
                .orElseGet(() -> pages.notFound(reader));
    }

    @GetMapping("/archive")
    @Nullable
    ResponseEntity<byte[]> archive(ServletWebRequest request, @PathVariable String poll) {
        var urn = id(poll).flatMap(urns::published);
        return file(
                request,
                urn.flatMap(UrnSummary::latestHead),
                MediaType.APPLICATION_OCTET_STREAM,
                urn.map(it -> it.uuid() + ".bel").orElse(""),
                () -> urn.flatMap(it -> urns.archive(it.poll())));
    }

    @GetMapping("/strong-proofs")
    @Nullable
    ResponseEntity<byte[]> strongProofs(ServletWebRequest request, @PathVariable String poll) {
        var urn = id(poll).flatMap(urns::published);
        return file(
                request,
                urn.flatMap(UrnSummary::latestHead),
                MediaType.APPLICATION_JSON,
                urn.map(it -> it.uuid() + ".proofs.json").orElse(""),
                () -> urn.flatMap(it -> urns.strongProofs(it.poll())));
    }

    @GetMapping("/election")
    @Nullable
    ResponseEntity<byte[]> election(ServletWebRequest request, @PathVariable String poll) {
        return setup(request, poll, ElectionSetup::election, "election.json");
    }

    @GetMapping("/credentials")
    @Nullable
    ResponseEntity<byte[]> credentials(ServletWebRequest request, @PathVariable String poll) {
        return setup(request, poll, ElectionSetup::credentials, "public_creds.json");
    }

    private @Nullable ResponseEntity<byte[]> setup(
            ServletWebRequest request, String poll, Function<ElectionSetup, String> which, String name) {
        return file(
                request,
                id(poll).flatMap(urns::openingHead),
                MediaType.APPLICATION_JSON,
                name,
                () -> id(poll).flatMap(urns::setup).map(which).map(it -> it.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param head hash of the record up to where the file is fixed: with the same one it is the same file, which is not even read; none if
     *     there is no file for everybody
     */
    private @Nullable ResponseEntity<byte[]> file(
            ServletWebRequest request,
            Optional<String> head,
            MediaType type,
            String name,
            Supplier<Optional<byte[]>> content) {
        var tag = head.map(it -> '"' + it + '"').orElse(null);
        if (tag == null) {
            return pages.notFound(Reader.of(request.getRequest()));
        }
        if (request.checkNotModified(tag)) {
            return null; // answered already: 304
        }
        return content.get()
                .map(it -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CACHED)
                        .eTag(tag)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(it))
                .orElseGet(() -> pages.notFound(Reader.of(request.getRequest())));
    }

    private static Optional<SecretPollId> id(String text) {
        try {
            return Optional.of(new SecretPollId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
