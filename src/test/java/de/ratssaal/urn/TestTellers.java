package de.ratssaal.urn;

import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.PartialDecryption;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.Tally;
import de.ratssaal.ballot.TestElection.Tellers;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Tellers of organizations and their shares, as their browsers hold them. */
@TestComponent
@Primary
class TestTellers implements TallyKeys {

    private static final Randomness RANDOMNESS = Randomness.secure();
    /** Making keys takes a while; every organization of a test has the same. */
    private static final Tellers TWO_OF_THREE = Tellers.threshold(2, 3, RANDOMNESS);

    private final Map<OrganizationId, TallyKey> keys = new ConcurrentHashMap<>();

    /** @return three tellers, of whom two are needed */
    List<PersonId> appoint(OrganizationId organization) {
        var persons =
                IntStream.rangeClosed(1, 3).mapToObj(it -> PersonId.next()).toList();
        appoint(organization, persons);
        return persons;
    }

    void appoint(OrganizationId organization, List<PersonId> persons) {
        var tellers = IntStream.range(0, persons.size())
                .mapToObj(it -> new TallyTeller(it + 1, persons.get(it), "Zählerin " + (it + 1)))
                .toList();
        keys.put(
                organization,
                new TallyKey(
                        UUID.randomUUID(),
                        new String(TWO_OF_THREE.trustees().write(), StandardCharsets.UTF_8),
                        2,
                        tellers));
    }

    /** What the browser of a teller sends. */
    PartialDecryption.Proven decrypt(int number, String election, String tally) {
        var parameters = ElectionParameters.read(election.getBytes(StandardCharsets.UTF_8));
        return PartialDecryption.make(
                parameters,
                Tally.read(tally.getBytes(StandardCharsets.UTF_8), parameters),
                TWO_OF_THREE.shares().get(number - 1),
                RANDOMNESS);
    }

    @Override
    public Optional<TallyKey> readyFor(OrganizationId organization) {
        return Optional.ofNullable(keys.get(organization));
    }

    @Override
    public TallyKey key(UUID ceremony) {
        return keys.values().stream()
                .filter(it -> it.ceremony().equals(ceremony))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("ceremony " + ceremony));
    }

    @Override
    public String why(OrganizationId organization) {
        return "urn.begin.no-tellers";
    }
}
