package de.ratssaal.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the tellers' browsers publish while they make their key. Whoever keeps the messages checks each when it comes, with everybody's
 * of the rounds before: nobody spoils a ceremony for the others without being found at once. What is sealed for one teller only that
 * teller can check.
 *
 * @param ceremony how the messages name the ceremony that they belong to
 * @param size how many tellers there are
 * @param threshold how many of them decrypt
 */
public record CeremonyMessages(Group group, String ceremony, int size, int threshold) {

    private static final ECParameterSpec CURVE = curve();
    private static final int POINT_BYTES = 65;
    private static final Pattern ANNOUNCEMENT = Pattern.compile("\\{\"announced\":\"[0-9a-f]{64}\"}");

    public CeremonyMessages {
        if (threshold < 1 || threshold > size) {
            throw new IllegalArgumentException("%d of %d tellers".formatted(threshold, size));
        }
    }

    /**
     * Round 0: a hash of the first message, before anybody can see one. So nobody chooses theirs after having seen another's.
     *
     * @throws MalformedRecord if it is not as prescribed
     */
    public void requireAnnouncement(String message) {
        if (!ANNOUNCEMENT.matcher(message).matches()) {
            throw new MalformedRecord("announced", "not as prescribed");
        }
    }

    /**
     * How a first message is announced.
     *
     * @param index of the sender, from 1
     * @param first byte by byte as it is sent afterwards
     */
    public String announcement(int index, String first) {
        var text = "ratssaal-first-1|%s|%d|%s".formatted(ceremony, index, first);
        return "{\"announced\":\"%s\"}".formatted(Hash.hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a first message is the one that its sender announced. */
    public boolean isAnnounced(int index, String announcement, String first) {
        return announcement.equals(announcement(index, first));
    }

    /**
     * First round: the certificate, and the key under which values are sealed for this teller.
     *
     * @param index of the sender, from 1
     * @throws MalformedRecord if it is not as prescribed
     */
    public void requireFirst(int index, String message) {
        var first = First.read(this, index, message);
        var fields = content(first.channel(), first.certificate(), "channel").fields();
        requirePlace(fields, index, "channel");
        requirePoint(fields.take("channel").text());
        fields.end();
    }

    /**
     * Second round: commitments, and a sealed value for each of the others.
     *
     * @param first all messages of the first round
     * @throws MalformedRecord if it is not as prescribed
     */
    public void requireSecond(int index, String message, List<String> first) {
        var certificate = First.read(this, index, first.get(index - 1)).certificate();
        var second = Second.read(this, message, certificate);
        var fields = content(second.shares(), certificate, "shares").fields();
        requirePlace(fields, index, "shares");
        if (!fields.take("first").text().equals(code(first))) {
            throw new MalformedRecord("shares", "other messages were seen in the first round");
        }
        var sealed = fields.take("shares").items(Node::text);
        fields.end();
        if (sealed.size() != size) {
            throw new MalformedRecord("shares", "values for %d tellers".formatted(sealed.size()));
        }
        for (var it = 0; it < size; it++) {
            if (sealed.get(it).isEmpty() != (it + 1 == index)) {
                throw new MalformedRecord("shares", "a value for each of the others is expected");
            }
        }
    }

    /**
     * Third round: that this teller saw what all saw, and the public part of its share.
     *
     * @param second all messages of the second round
     * @throws MalformedRecord if it is not as prescribed
     */
    public void requireThird(int index, String message, List<String> first, List<String> second) {
        var certificates = certificates(first);
        var commitments = commitments(second, certificates);
        var third = Third.read(this, message);
        var own = commitments.get(index - 1).coefficients();
        var signer = certificates.get(index - 1).verification();
        if (!new Knowledge(group).isSigned(ThresholdKey.seen(certificates, own), signer, third.seen())) {
            throw new MalformedRecord("signature", "not over what all have sent");
        }
        var promised = ThresholdKey.Commitments.valueAt(ThresholdKey.total(commitments, group), index, group);
        if (third.key().signature() == null
                || !third.key().check(group, index).isValid()
                || !third.key().publicKey().equals(promised)) {
            throw new MalformedRecord("key", "not the key of this share");
        }
    }

    /**
     * The file of trustees that comes out, byte by byte as every teller makes it.
     *
     * @throws MalformedRecord if something in it does not hold
     */
    public String trustees(List<String> first, List<String> second, List<String> third) {
        var certificates = certificates(first);
        var commitments = commitments(second, certificates);
        var last = third.stream().map(it -> Third.read(this, it)).toList();
        var file = Trustees.of(
                group,
                List.of(new ThresholdKey(
                        threshold,
                        certificates,
                        commitments,
                        last.stream().map(Third::seen).toList(),
                        last.stream().map(Third::key).toList())));
        if (file.check() instanceof Check.Invalid invalid) {
            throw new MalformedRecord("", invalid.toString());
        }
        return new String(file.write(), StandardCharsets.UTF_8);
    }

    /** What the messages of the second round name those of the first by. */
    public static String code(List<String> first) {
        return Hash.base64('[' + String.join(",", first) + ']');
    }

    private List<ThresholdKey.Certificate> certificates(List<String> first) {
        requireAll(first);
        return places(
                first, (index, message) -> First.read(this, index, message).certificate());
    }

    private List<ThresholdKey.Commitments> commitments(
            List<String> second, List<ThresholdKey.Certificate> certificates) {
        requireAll(second);
        return places(
                second,
                (index, message) ->
                        Second.read(this, message, certificates.get(index - 1)).commitments());
    }

    private interface Reading<T> {
        T read(int index, String message);
    }

    private static <T> List<T> places(List<String> messages, Reading<T> reading) {
        return IntStream.range(0, messages.size())
                .mapToObj(it -> reading.read(it + 1, messages.get(it)))
                .toList();
    }

    private void requireAll(List<String> messages) {
        if (messages.size() != size) {
            throw new IllegalArgumentException("%d messages of %d tellers".formatted(messages.size(), size));
        }
    }

    private Node content(SignedMessage signed, ThresholdKey.Certificate certificate, String path) {
        if (!new Knowledge(group).isSigned(signed.message(), certificate.verification(), signed.signature())) {
            throw new MalformedRecord(path, "not signed by the certificate's key");
        }
        return signed.content(path);
    }

    private void requirePlace(Node.FieldsReader fields, int index, String path) {
        if (!fields.take("ceremony").text().equals(ceremony)
                || fields.take("index").whole() != index) {
            throw new MalformedRecord(path, "of another ceremony or place");
        }
    }

    private record First(ThresholdKey.Certificate certificate, SignedMessage channel) {

        static First read(CeremonyMessages of, int index, String message) {
            var group = of.group();
            var fields = JsonReader.read(message).fields();
            var signed = SignedMessage.read(fields.take("cert"), group);
            var certificate = ThresholdKey.Certificate.read(signed, group, of.size(), of.threshold(), index, "cert");
            var first = new First(certificate, SignedMessage.read(fields.take("channel"), group));
            fields.end();
            if (!certificate.contextual()
                    || !group.contains(certificate.verification())
                    || !group.contains(certificate.encryption())) {
                throw new MalformedRecord("cert", "not of this group and ceremony");
            }
            if (!new Knowledge(group).isSigned(signed.message(), certificate.verification(), signed.signature())) {
                throw new MalformedRecord("cert", "not signed by its own key");
            }
            return first;
        }
    }

    private record Second(ThresholdKey.Commitments commitments, SignedMessage shares) {

        static Second read(CeremonyMessages of, String message, ThresholdKey.Certificate certificate) {
            var group = of.group();
            var fields = JsonReader.read(message).fields();
            var signed = SignedMessage.read(fields.take("coefexps"), group);
            var second = new Second(
                    ThresholdKey.Commitments.read(signed, group, "coefexps"),
                    SignedMessage.read(fields.take("shares"), group));
            fields.end();
            var coefficients = second.commitments().coefficients();
            if (coefficients.size() != of.threshold() || !coefficients.stream().allMatch(group::contains)) {
                throw new MalformedRecord("coefexps", "not of this group and threshold");
            }
            if (!new Knowledge(group).isSigned(signed.message(), certificate.verification(), signed.signature())) {
                throw new MalformedRecord("coefexps", "not signed by the certificate's key");
            }
            return second;
        }
    }

    private record Third(Proof seen, TrusteeKey key) {

        static Third read(CeremonyMessages of, String message) {
            var fields = JsonReader.read(message).fields();
            var third = new Third(
                    Proof.read(fields.take("signature"), of.group()), TrusteeKey.read(fields.take("key"), of.group()));
            fields.end();
            return third;
        }
    }

    /** Browsers refuse a key that is none: the others could not go on, and would not know why. */
    private static void requirePoint(String written) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("channel", "not Base64");
        }
        if (bytes.length != POINT_BYTES || bytes[0] != 4) {
            throw new MalformedRecord("channel", "no point of the curve");
        }
        var half = (POINT_BYTES + 1) / 2;
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, half));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, half, POINT_BYTES));
        var prime = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        var right = x.pow(3)
                .add(x.multiply(CURVE.getCurve().getA()))
                .add(CURVE.getCurve().getB())
                .mod(prime);
        if (x.compareTo(prime) >= 0
                || y.compareTo(prime) >= 0
                || !y.modPow(BigInteger.TWO, prime).equals(right)) {
            throw new MalformedRecord("channel", "no point of the curve");
        }
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
