package de.ratssaal.urn.web;

import static java.util.Objects.requireNonNull;

import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.Tallying;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a teller's page asks for a task of theirs, as docs/voting-frontend.md describes it. */
@RestController
@RequestMapping("/api/tellers")
class TallyEndpoint {

    private final Tallying tallying;

    TallyEndpoint(Tallying tallying) {
        this.tallying = tallying;
    }

    @GetMapping("/polls/{poll}/archive")
    ResponseEntity<byte[]> archive(@PathVariable UUID poll) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(tallying.archive(new SecretPollId(poll)));
    }

    @GetMapping("/polls/{poll}/strong-proofs")
    ResponseEntity<byte[]> strongProofs(@PathVariable UUID poll) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(tallying.strongProofs(new SecretPollId(poll)));
    }

    @PostMapping("/polls/{poll}/decryption")
    Map<String, String> decrypt(@PathVariable UUID poll, @RequestBody Decrypted sent) {
        tallying.decrypt(new SecretPollId(poll), sent.owner(), sent.partial(), sent.strong());
        return Map.of();
    }

    @PostMapping("/polls/{poll}/confirmation")
    Map<String, String> confirm(@PathVariable UUID poll, @RequestBody Verified sent) {
        var head = sent.head();
        tallying.confirm(new SecretPollId(poll), sent.accepted(), head == null ? "" : head);
        return Map.of();
    }

    record Decrypted(int owner, String partial, String strong) {

        Decrypted {
            requireNonNull(partial);
            requireNonNull(strong);
        }
    }

    /** @param head none if the record could not even be read */
    record Verified(boolean accepted, @Nullable String head) {}
}
