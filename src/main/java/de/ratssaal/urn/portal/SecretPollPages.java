package de.ratssaal.urn.portal;

import de.ratssaal.base.ui.CheckedScript;
import de.ratssaal.publication.portal.Pages;
import de.ratssaal.publication.portal.Reader;
import de.ratssaal.urn.ElectionSetup;
import de.ratssaal.urn.PublicUrns;
import de.ratssaal.urn.RecordTexts;
import de.ratssaal.urn.SecretPollId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

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
    ResponseEntity<byte[]> archive(HttpServletRequest request, @PathVariable String poll) {
        var name = id(poll).flatMap(urns::published).map(it -> it.uuid() + ".bel");
        return id(poll).flatMap(urns::archive)
                .map(it -> file(it, MediaType.APPLICATION_OCTET_STREAM, name.orElse("archive.bel")))
                .orElseGet(() -> pages.notFound(Reader.of(request)));
    }

    @GetMapping("/strong-proofs")
    ResponseEntity<byte[]> strongProofs(HttpServletRequest request, @PathVariable String poll) {
        var name = id(poll).flatMap(urns::published).map(it -> it.uuid() + ".proofs.json");
        return id(poll).flatMap(urns::strongProofs)
                .map(it -> file(it, MediaType.APPLICATION_JSON, name.orElse("proofs.json")))
                .orElseGet(() -> pages.notFound(Reader.of(request)));
    }

    @GetMapping("/election")
    ResponseEntity<byte[]> election(HttpServletRequest request, @PathVariable String poll) {
        return setup(request, poll, ElectionSetup::election, "election.json");
    }

    @GetMapping("/credentials")
    ResponseEntity<byte[]> credentials(HttpServletRequest request, @PathVariable String poll) {
        return setup(request, poll, ElectionSetup::credentials, "public_creds.json");
    }

    private ResponseEntity<byte[]> setup(
            HttpServletRequest request, String poll, Function<ElectionSetup, String> which, String name) {
        return id(poll).flatMap(urns::setup)
                .map(it -> file(which.apply(it).getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, name))
                .orElseGet(() -> pages.notFound(Reader.of(request)));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CACHED)
                .eTag(Pages.etag(content))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static Optional<SecretPollId> id(String text) {
        try {
            return Optional.of(new SecretPollId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
