package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A ballot that its voter opens instead of casting it: the seed of everything that was drawn for it. With it anybody makes the same
 * ballot again and sees what it holds; without it nobody can. Such a ballot is never cast.
 *
 * @param uuid of the election
 * @param marks what the ballot is said to hold, for each question and place
 * @param place of the voter's credential in the public list, from 0
 * @param seed 32 bytes
 * @param signature of the ballot; the secret stays with the voter, whose next ballot is signed with it
 */
public record BallotOpening(String uuid, List<List<Boolean>> marks, int place, byte[] seed, Proof signature) {

    private static final Pattern FORM = Pattern.compile(
            "1\\.(\\w+)\\.([01]+(?:-[01]+)*)\\.(0|[1-9][0-9]{0,8})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})");

    public BallotOpening {
        marks = marks.stream().map(List::copyOf).toList();
        seed = seed.clone();
    }

    @Override
    public byte[] seed() {
        return seed.clone();
    }

    /** Makes a ballot with the numbers of the seed. */
    public static BallotOpening prepare(
            ElectionParameters election,
            Credentials credentials,
            Secret credential,
            byte[] seed,
            List<List<Boolean>> marks,
            Randomness randomness) {
        var publicKey = credential.publicKey(election.group());
        var answers = new Booth(election).answers(publicKey, marks, new SeededRandomness(seed));
        var ballot = EncryptedBallot.of(
                election,
                publicKey,
                answers,
                hash -> new Knowledge(election.group())
                        .prove(EncryptedBallot.signatureContext(hash), credential, randomness));
        var place = List.copyOf(credentials.weights().keySet()).indexOf(publicKey);
        return new BallotOpening(election.uuid(), marks, place, seed, ballot.signature());
    }

    /**
     * Reads {@code 1.UUID.MARKS.PLACE.SEED.CHALLENGE.RESPONSE}, which fits into an address and a QR code. Marks are 0 and 1 for each
     * place, with a dash between questions; the last three are 32 bytes each in Base64 for addresses.
     *
     * @throws MalformedRecord if it opens no ballot
     */
    public static BallotOpening read(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new MalformedRecord("", "opens no ballot");
        }
        var marks = Arrays.stream(found.group(2).split("-"))
                .map(it -> it.chars().mapToObj(mark -> mark == '1').toList())
                .toList();
        var signature = new Proof(number(found.group(5)), number(found.group(6)));
        return new BallotOpening(
                found.group(1), marks, Integer.parseInt(found.group(3)), bytes(found.group(4)), signature);
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, bytes(text));
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("", "opens no ballot");
        }
    }

    public String write() {
        var marked = marks.stream()
                .map(question -> question.stream().map(it -> it ? "1" : "0").collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
        return String.join(
                ".",
                "1",
                uuid,
                marked,
                String.valueOf(place),
                base64(new BigInteger(1, seed)),
                base64(signature.challenge()),
                base64(signature.response()));
    }

    private static String base64(BigInteger number) {
        var bytes = new byte[SeededRandomness.SEED_BYTES];
        var written = number.toByteArray();
        var length = Math.min(written.length, bytes.length);
        System.arraycopy(written, written.length - length, bytes, bytes.length - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The ballot that was opened. Its tracker has to be the one that the voter was shown before.
     *
     * @throws MalformedRecord if seed and marks do not make a ballot that the credential signed
     */
    public EncryptedBallot ballot(ElectionParameters election, Credentials credentials) {
        var listed = List.copyOf(credentials.weights().keySet());
        if (!uuid.equals(election.uuid()) || place < 0 || place >= listed.size()) {
            throw new MalformedRecord("", "opens no ballot of this election");
        }
        var questions = election.questions();
        if (marks.size() != questions.size()) {
            throw new MalformedRecord("", "marks of another election");
        }
        for (var it = 0; it < marks.size(); it++) {
            if (!questions.get(it).allows(marks.get(it))) {
                throw new MalformedRecord("", "question %d does not allow these marks".formatted(it + 1));
            }
        }
        var group = election.group();
        var credential = listed.get(place);
        var answers = new Booth(election).answers(credential, marks, new SeededRandomness(seed));
        var ballot = EncryptedBallot.of(election, credential, answers, hash -> signature);
        if (signature.challenge().compareTo(group.order()) >= 0
                || signature.response().compareTo(group.order()) >= 0
                || !group.contains(credential)
                || !new Knowledge(group)
                        .holds(EncryptedBallot.signatureContext(ballot.hash()), credential, signature)) {
            throw new MalformedRecord("", "the credential did not sign this ballot");
        }
        return ballot;
    }
}
