package de.ratssaal.urn.web;

import static java.util.Objects.requireNonNull;

import de.ratssaal.urn.CastingBallots;
import de.ratssaal.urn.ElectionSetup;
import de.ratssaal.urn.Registering;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.Urns;
import de.ratssaal.urn.VoterState;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the booth asks, as docs/voting-frontend.md describes it; and the record for those who may see the poll. */
@RestController
@RequestMapping("/api/secret-polls/{poll}")
class SecretPollEndpoint {

    private final Urns urns;
    private final Registering registering;
    private final CastingBallots casting;

    SecretPollEndpoint(Urns urns, Registering registering, CastingBallots casting) {
        this.urns = urns;
        this.registering = registering;
        this.casting = casting;
    }

    @GetMapping
    ResponseEntity<VoterState> state(@PathVariable UUID poll) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(urns.stateForVoter(new SecretPollId(poll)));
    }

    @GetMapping("/setup")
    ResponseEntity<ElectionSetup> setup(@PathVariable UUID poll) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(urns.setup(new SecretPollId(poll)));
    }

    /** By these two files opened ballots are checked. */
    @GetMapping(path = "/election", produces = MediaType.APPLICATION_JSON_VALUE)
    String election(@PathVariable UUID poll) {
        return urns.setup(new SecretPollId(poll)).election();
    }

    @GetMapping(path = "/credentials", produces = MediaType.APPLICATION_JSON_VALUE)
    String credentials(@PathVariable UUID poll) {
        return urns.setup(new SecretPollId(poll)).credentials();
    }

    @PostMapping("/credential")
    Map<String, String> register(@PathVariable UUID poll, @RequestBody Registered sent) {
        registering.register(new SecretPollId(poll), sent.credential());
        return Map.of();
    }

    @PostMapping("/ballot")
    Map<String, String> cast(@PathVariable UUID poll, @RequestBody Cast sent) {
        return Map.of("tracker", casting.cast(new SecretPollId(poll), sent.ballot()));
    }

    @GetMapping("/archive")
    ResponseEntity<byte[]> archive(@PathVariable UUID poll) {
        return file(poll, ".bel", MediaType.APPLICATION_OCTET_STREAM, urns.archive(new SecretPollId(poll)));
    }

    @GetMapping("/strong-proofs")
    ResponseEntity<byte[]> strongProofs(@PathVariable UUID poll) {
        return file(poll, ".proofs.json", MediaType.APPLICATION_JSON, urns.strongProofs(new SecretPollId(poll)));
    }

    private ResponseEntity<byte[]> file(UUID poll, String ending, MediaType type, byte[] content) {
        var named = ContentDisposition.attachment()
                .filename(urns.stateForVoter(new SecretPollId(poll)).uuid() + ending)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(content);
    }

    record Registered(String credential) {

        Registered {
            requireNonNull(credential);
        }
    }

    record Cast(String ballot) {

        Cast {
            requireNonNull(ballot);
        }
    }
}
