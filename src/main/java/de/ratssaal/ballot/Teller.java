package de.ratssaal.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One teller in the making of a key that nobody holds alone: three rounds, each a function of what all published in the round before.
 * The browsers of the tellers do the same; how they hand each other the secret values is their business, not the record's.
 *
 * <p>Draws signing key, receiving key, the coefficients of the polynomial (the constant first), the signature of the certificate; in
 * the second round the signature of the commitments; in the third that of what was seen, then the proof and the signature of the key.
 */
public final class Teller {

    private final Group group;
    private final int index;
    private final int size;
    private final int threshold;
    private final Secret signing;
    private final Secret receiving;
    private final List<BigInteger> polynomial;

    private Teller(
            Group group,
            int index,
            int size,
            int threshold,
            Secret signing,
            Secret receiving,
            List<BigInteger> polynomial) {
        this.group = group;
        this.index = index;
        this.size = size;
        this.threshold = threshold;
        this.signing = signing;
        this.receiving = receiving;
        this.polynomial = polynomial;
    }

    /** @param index from 1 */
    public static Teller begin(Group group, int index, int size, int threshold, Randomness randomness) {
        if (threshold < 1 || threshold > size || index < 1 || index > size) {
            throw new IllegalArgumentException("teller %d, %d of %d".formatted(index, threshold, size));
        }
        var signing = Secret.random(group, randomness);
        var receiving = Secret.random(group, randomness);
        var polynomial = new ArrayList<BigInteger>();
        for (var it = 0; it < threshold; it++) {
            polynomial.add(randomness.below(group.order()));
        }
        return new Teller(group, index, size, threshold, signing, receiving, polynomial);
    }

    /** First round: announces the keys. */
    public String certificate(Randomness randomness) {
        return signed(
                ThresholdKey.Certificate.message(
                        group, size, threshold, index, signing.publicKey(group), receiving.publicKey(group)),
                randomness);
    }

    /** Second round: commits to the polynomial. */
    public String commitments(Randomness randomness) {
        return signed(ThresholdKey.Commitments.message(coefficients()), randomness);
    }

    /** Second round, in secret: what the teller with this number is given. */
    public BigInteger valueFor(int number) {
        var value = BigInteger.ZERO;
        for (var coefficient : polynomial.reversed()) {
            value = value.multiply(BigInteger.valueOf(number)).add(coefficient).mod(group.order());
        }
        return value;
    }

    /**
     * What a teller has after the third round.
     *
     * @param share its secret, to be kept
     * @param seen its signature that it saw what all saw
     * @param key public part of the share
     */
    public record Finished(Secret share, String seen, String key) {}

    /**
     * Third round: checks what was received and adds it up.
     *
     * @param values what the others gave to this teller, in their order, its own among them
     * @throws WrongShare if somebody gave what it did not commit to
     * @throws MalformedRecord if a message is not as prescribed
     */
    public Finished finish(
            List<String> certificates, List<String> commitments, List<BigInteger> values, Randomness randomness) {
        var certs = readCertificates(group, threshold, requireAll(certificates));
        var committed = readCommitments(group, threshold, requireAll(commitments), certs);
        var share = BigInteger.ZERO;
        for (var it = 0; it < size; it++) {
            var promised = committed.get(it).valueAt(index, group);
            if (!group.product(group.generatorBase().to(values.get(it).mod(group.order())))
                    .equals(promised)) {
                throw new WrongShare(it + 1);
            }
            share = share.add(values.get(it));
        }
        var secret = Secret.of(share, group);
        var seen = new Knowledge(group).sign(ThresholdKey.seen(certs, coefficients()), signing, randomness);
        var key = TrusteeKey.of(secret, true, group, randomness);
        return new Finished(secret, seen.json().write(), key.json().write());
    }

    /** Puts the messages of all rounds together. Everybody can, and must come to the same. */
    public static Trustees trustees(
            Group group,
            int threshold,
            List<String> certificates,
            List<String> commitments,
            List<String> seen,
            List<String> keys) {
        var written =
                "[[\"Pedersen\",{\"threshold\":%d,\"certs\":[%s],\"coefexps\":[%s],\"signatures\":[%s],\"verification_keys\":[%s]}]]"
                        .formatted(
                                threshold,
                                String.join(",", certificates),
                                String.join(",", commitments),
                                String.join(",", seen),
                                String.join(",", keys));
        return Trustees.read(written.getBytes(StandardCharsets.UTF_8), group);
    }

    /**
     * Checks what all sent in the first round. Everybody can, and who keeps the messages does so before it hands them on.
     *
     * @throws MalformedRecord naming the first message that is not as prescribed
     */
    public static void requireCertificates(Group group, int threshold, List<String> certificates) {
        readCertificates(group, threshold, certificates);
    }

    /**
     * Checks what all published in the second round.
     *
     * @throws MalformedRecord naming the first message that is not as prescribed
     */
    public static void requireCommitments(
            Group group, int threshold, List<String> certificates, List<String> commitments) {
        if (commitments.size() != certificates.size()) {
            throw new IllegalArgumentException("messages of other tellers");
        }
        readCommitments(group, threshold, commitments, readCertificates(group, threshold, certificates));
    }

    /** Somebody gave a secret value that it did not commit to. The ceremony is broken off. */
    public static final class WrongShare extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int from;

        WrongShare(int from) {
            super("teller %d gave a value that it did not commit to".formatted(from));
            this.from = from;
        }

        public int from() {
            return from;
        }
    }

    private List<String> requireAll(List<String> messages) {
        if (messages.size() != size) {
            throw new IllegalArgumentException("%d messages of %d tellers".formatted(messages.size(), size));
        }
        return messages;
    }

    private static List<ThresholdKey.Certificate> readCertificates(
            Group group, int threshold, List<String> certificates) {
        var size = certificates.size();
        var read = new ArrayList<ThresholdKey.Certificate>();
        for (var it = 0; it < size; it++) {
            var path = "certs[%d]".formatted(it);
            var text = certificates.get(it);
            var signed = MalformedRecord.within(path, () -> SignedMessage.read(JsonReader.read(text), group));
            var certificate = ThresholdKey.Certificate.read(signed, group, size, threshold, it + 1, path);
            if (!group.contains(certificate.verification())
                    || !group.contains(certificate.encryption())
                    || !isSigned(group, certificate, signed)) {
                throw new MalformedRecord(path, "not signed by its own key");
            }
            read.add(certificate);
        }
        return read;
    }

    private static List<ThresholdKey.Commitments> readCommitments(
            Group group, int threshold, List<String> commitments, List<ThresholdKey.Certificate> certificates) {
        var read = new ArrayList<ThresholdKey.Commitments>();
        for (var it = 0; it < certificates.size(); it++) {
            var path = "coefexps[%d]".formatted(it);
            var text = commitments.get(it);
            var signed = MalformedRecord.within(path, () -> SignedMessage.read(JsonReader.read(text), group));
            var committed = ThresholdKey.Commitments.read(signed, group, path);
            if (committed.coefficients().size() != threshold
                    || !committed.coefficients().stream().allMatch(group::contains)
                    || !isSigned(group, certificates.get(it), signed)) {
                throw new MalformedRecord(path, "not signed by the certificate's key, or of another ceremony");
            }
            read.add(committed);
        }
        return read;
    }

    private static boolean isSigned(Group group, ThresholdKey.Certificate certificate, SignedMessage signed) {
        return new Knowledge(group).isSigned(signed.message(), certificate.verification(), signed.signature());
    }

    private List<GroupElement> coefficients() {
        return polynomial.stream()
                .map(it -> group.product(group.generatorBase().to(it)))
                .toList();
    }

    private String signed(String message, Randomness randomness) {
        return new SignedMessage(message, new Knowledge(group).sign(message, signing, randomness))
                .json()
                .write();
    }
}
