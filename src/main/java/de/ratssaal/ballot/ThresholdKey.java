package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of tellers of whom some are enough (Pedersen 1991): nobody ever holds it, and each proves the part that it played.
 *
 * @param threshold how many are needed
 * @param certificates by which each announced the keys it signs and receives with
 * @param commitments of each to its secret polynomial
 * @param signatures of each that it saw the same certificates as all; null in files of belenios-tool before 2.5.1
 * @param keys of the shares
 */
record ThresholdKey(
        int threshold,
        List<Certificate> certificates,
        List<Commitments> commitments,
        @Nullable List<Proof> signatures,
        List<TrusteeKey> keys)
        implements TrusteeSet {

    ThresholdKey {
        certificates = List.copyOf(certificates);
        commitments = List.copyOf(commitments);
        signatures = signatures == null ? null : List.copyOf(signatures);
        keys = List.copyOf(keys);
    }

    /**
     * The keys of a teller in the ceremony.
     *
     * @param contextual whether the message says for which ceremony it is, and which place in it
     */
    record Certificate(SignedMessage signed, boolean contextual, GroupElement verification, GroupElement encryption) {

        static Certificate read(SignedMessage signed, Group group, int size, int threshold, int index, String path) {
            var fields = signed.content(path).fields();
            var context = fields.takeIfThere("context");
            if (context != null
                    && !context.value()
                            .write()
                            .equals(context(group, size, threshold, index).write())) {
                throw new MalformedRecord(path, "certificate for another place or ceremony");
            }
            var certificate = new Certificate(
                    signed,
                    context != null,
                    fields.take("verification").element(group),
                    fields.take("encryption").element(group));
            fields.end();
            return certificate;
        }

        static String message(
                Group group, int size, int threshold, int index, GroupElement verification, GroupElement encryption) {
            return Json.fields()
                    .with("context", context(group, size, threshold, index))
                    .with("verification", verification)
                    .with("encryption", encryption)
                    .write();
        }

        private static Json context(Group group, int size, int threshold, int index) {
            return Json.fields()
                    .with("group", group.name())
                    .with("size", new Json.Whole(size))
                    .with("threshold", new Json.Whole(threshold))
                    .with("index", new Json.Whole(index));
        }
    }

    /** The powers of the generator with the coefficients of a polynomial, the constant one first. */
    record Commitments(SignedMessage signed, List<GroupElement> coefficients) {

        static Commitments read(SignedMessage signed, Group group, String path) {
            var fields = signed.content(path).fields();
            var coefficients = fields.take("coefexps").items(it -> it.element(group));
            fields.end();
            return new Commitments(signed, coefficients);
        }

        static String message(List<GroupElement> coefficients) {
            return Json.fields()
                    .with("coefexps", Json.items(coefficients, Json::text))
                    .write();
        }

        /** What the value of the polynomial at a place must be, as a power of the generator. */
        GroupElement valueAt(int place, Group group) {
            return valueAt(coefficients, place, group);
        }

        static GroupElement valueAt(List<GroupElement> coefficients, int place, Group group) {
            var value = group.one();
            for (var coefficient : coefficients.reversed()) {
                value = group.multiply(group.power(value, BigInteger.valueOf(place)), coefficient);
            }
            return value;
        }
    }

    static ThresholdKey read(Node node, Group group) {
        var fields = node.fields();
        var declared = fields.take("threshold");
        var certs = fields.take("certs").items();
        var coefexps = fields.take("coefexps").items();
        var signatures = fields.takeIfThere("signatures");
        var keys = fields.take("verification_keys").items();
        fields.end();
        var size = certs.size();
        var threshold = declared.small();
        if (threshold < 1 || threshold > size) {
            throw declared.wrong("%d of %d tellers".formatted(threshold, size));
        }
        if (coefexps.size() != size
                || keys.size() != size
                || signatures != null && signatures.items().size() != size) {
            throw node.wrong("lists of different lengths");
        }
        var certificates = new ArrayList<Certificate>();
        var commitments = new ArrayList<Commitments>();
        for (var it = 0; it < size; it++) {
            var cert = certs.get(it);
            certificates.add(
                    Certificate.read(SignedMessage.read(cert, group), group, size, threshold, it + 1, cert.path()));
            var coefexp = coefexps.get(it);
            commitments.add(Commitments.read(SignedMessage.read(coefexp, group), group, coefexp.path()));
        }
        return new ThresholdKey(
                threshold,
                certificates,
                commitments,
                signatures == null ? null : signatures.items(it -> Proof.read(it, group)),
                keys.stream().map(it -> TrusteeKey.read(it, group)).toList());
    }

    @Override
    public Json json() {
        return new Json.Items(List.of(
                new Json.Text("Pedersen"),
                Json.fields()
                        .with("threshold", new Json.Whole(threshold))
                        .with(
                                "certs",
                                Json.items(certificates, it -> it.signed().json()))
                        .with(
                                "coefexps",
                                Json.items(commitments, it -> it.signed().json()))
                        .withOptional("signatures", signatures == null ? null : Json.items(signatures, Proof::json))
                        .with("verification_keys", Json.items(keys, TrusteeKey::json))));
    }

    @Override
    public GroupElement jointKey(Group group) {
        return total(commitments, group).getFirst();
    }

    /** Commitments to the sum of all polynomials. */
    static List<GroupElement> total(List<Commitments> commitments, Group group) {
        var total = new ArrayList<>(commitments.getFirst().coefficients());
        for (var each : commitments.subList(1, commitments.size())) {
            for (var it = 0; it < total.size(); it++) {
                total.set(it, group.multiply(total.get(it), each.coefficients().get(it)));
            }
        }
        return total;
    }

    /** What each signs when it has seen everybody's certificate. */
    static String seen(List<Certificate> certificates, List<GroupElement> coefficients) {
        return "certs_sig|"
                + Json.fields()
                        .with(
                                "certs",
                                Json.items(certificates, it -> it.signed().json()))
                        .with("coefexps", Json.items(coefficients, Json::text))
                        .write();
    }

    @Override
    public Check check(Group group, int first) {
        for (var it = 0; it < keys.size(); it++) {
            var check = checkPart(group, it, first + it);
            if (!check.isValid()) {
                return check;
            }
        }
        var total = total(commitments, group);
        for (var it = 0; it < keys.size(); it++) {
            var check = keys.get(it).check(group, first + it);
            if (!check.isValid()) {
                return check;
            }
            if (!Commitments.valueAt(total, it + 1, group).equals(keys.get(it).publicKey())) {
                return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_SHARE, first + it);
            }
        }
        return Check.valid();
    }

    private Check checkPart(Group group, int place, int number) {
        var certificate = certificates.get(place);
        var committed = commitments.get(place);
        var proofs = new Knowledge(group);
        if (!group.contains(certificate.verification())
                || !group.contains(certificate.encryption())
                || !committed.coefficients().stream().allMatch(group::contains)) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_GROUP, number);
        }
        if (!isSigned(proofs, certificate, certificate.signed())) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_CERTIFICATE, number);
        }
        if (committed.coefficients().size() != threshold) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_THRESHOLD, number);
        }
        if (!isSigned(proofs, certificate, committed.signed())) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_COMMITMENTS, number);
        }
        if (certificate.contextual() == (signatures == null)
                || certificate.contextual() == (keys.get(place).signature() == null)) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_MIXED, number);
        }
        if (signatures != null
                && !proofs.isSigned(
                        seen(certificates, committed.coefficients()),
                        certificate.verification(),
                        signatures.get(place))) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_SEEN, number);
        }
        return Check.valid();
    }

    private static boolean isSigned(Knowledge proofs, Certificate certificate, SignedMessage message) {
        return proofs.isSigned(message.message(), certificate.verification(), message.signature());
    }
}
