package de.ratssaal.teller;

import de.ratssaal.ballot.CeremonyMessages;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.Secret;
import de.ratssaal.ballot.Teller;
import de.ratssaal.identity.PersonId;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A teller's browser without a screen: says what the page's script would send. Values go from one to the other by hand, not sealed. */
public final class TestTeller {

    private static final Randomness RANDOMNESS = Randomness.secure();

    private final PersonId person;
    private final String ceremony;
    private final int index;
    private final int size;
    private final int threshold;
    private final Teller teller;
    private final String certificate;
    private final String commitments;
    private @Nullable Secret share;

    public TestTeller(PersonId person, String ceremony, int index, int size, int threshold) {
        this.person = person;
        this.ceremony = ceremony;
        this.index = index;
        this.size = size;
        this.threshold = threshold;
        this.teller = Teller.begin(Groups.belenios2048(), index, size, threshold, RANDOMNESS);
        this.certificate = teller.certificate(RANDOMNESS);
        this.commitments = teller.commitments(RANDOMNESS);
    }

    /** One for each place of a set. */
    static List<TestTeller> of(TellerSet set, CeremonyId ceremony) {
        return set.seats().stream()
                .map(it -> new TestTeller(it.person(), ceremony.toString(), it.index(), set.size(), set.threshold()))
                .toList();
    }

    public PersonId person() {
        return person;
    }

    public int index() {
        return index;
    }

    /** What it keeps for itself, after the third round. */
    public Secret share() {
        if (share == null) {
            throw new IllegalStateException("the ceremony is not over");
        }
        return share;
    }

    public String certificate() {
        return certificate;
    }

    public String commitments() {
        return commitments;
    }

    /** What it says of its first message before it sends it. */
    public String announcement(String first) {
        return messages().announcement(index, first);
    }

    private CeremonyMessages messages() {
        return new CeremonyMessages(Groups.belenios2048(), ceremony, size, threshold);
    }

    public String first() {
        return first(point());
    }

    public String first(String channel) {
        var message = "{\"ceremony\":\"%s\",\"index\":%d,\"channel\":\"%s\"}".formatted(ceremony, index, channel);
        return "{\"cert\":%s,\"channel\":%s}".formatted(certificate, teller.signed(message, RANDOMNESS));
    }

    public String second(List<String> first) {
        var sealed = IntStream.rangeClosed(1, size)
                .mapToObj(it -> it == index ? "\"\"" : "\"c2VhbGVk\"")
                .collect(Collectors.joining(","));
        var message = "{\"ceremony\":\"%s\",\"index\":%d,\"first\":\"%s\",\"shares\":[%s]}"
                .formatted(ceremony, index, CeremonyMessages.code(first), sealed);
        return "{\"coefexps\":%s,\"shares\":%s}".formatted(commitments, teller.signed(message, RANDOMNESS));
    }

    public String third(List<TestTeller> all) {
        var finished = teller.finish(
                all.stream().map(TestTeller::certificate).toList(),
                all.stream().map(TestTeller::commitments).toList(),
                all.stream().map(it -> it.teller.valueFor(index)).toList(),
                RANDOMNESS);
        share = finished.share();
        return "{\"signature\":%s,\"key\":%s}".formatted(finished.seen(), finished.key());
    }

    /** A new channel key, as browsers write it. */
    public static String point() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
            var bytes = new byte[65];
            bytes[0] = 4;
            put(point.getAffineX(), bytes, 1);
            put(point.getAffineY(), bytes, 33);
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(BigInteger number, byte[] into, int from) {
        var digits = number.toByteArray();
        var shown = digits.length > 32 ? Arrays.copyOfRange(digits, 1, digits.length) : digits;
        System.arraycopy(shown, 0, into, from + 32 - shown.length, shown.length);
    }
}
