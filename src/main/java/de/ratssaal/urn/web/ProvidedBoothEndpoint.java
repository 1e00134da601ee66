package de.ratssaal.urn.web;

import de.ratssaal.urn.BoothTicket;
import de.ratssaal.urn.ElectionSetup;
import de.ratssaal.urn.ProvidedBooths;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.Urns;
import de.ratssaal.urn.VoterState;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the booth asks at a device that the city provides, for the member of a ticket. */
@RestController
@RequestMapping("/api/secret-polls/{poll}/booths/{ticket}")
class ProvidedBoothEndpoint {

    private final ProvidedBooths booths;
    private final Urns urns;

    ProvidedBoothEndpoint(ProvidedBooths booths, Urns urns) {
        this.booths = booths;
        this.urns = urns;
    }

    @GetMapping
    ResponseEntity<VoterState> state(@PathVariable UUID poll, @PathVariable UUID ticket) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(booths.state(new SecretPollId(poll), new BoothTicket(ticket)));
    }

    @GetMapping("/setup")
    ResponseEntity<ElectionSetup> setup(@PathVariable UUID poll) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(urns.setup(new SecretPollId(poll)));
    }

    @PostMapping("/credential")
    Map<String, String> register(
            @PathVariable UUID poll, @PathVariable UUID ticket, @RequestBody SecretPollEndpoint.Registered sent) {
        booths.register(new SecretPollId(poll), new BoothTicket(ticket), sent.credential());
        return Map.of();
    }

    @PostMapping("/ballot")
    Map<String, String> cast(
            @PathVariable UUID poll, @PathVariable UUID ticket, @RequestBody SecretPollEndpoint.Cast sent) {
        return Map.of("tracker", booths.cast(new SecretPollId(poll), new BoothTicket(ticket), sent.ballot()));
    }
}
