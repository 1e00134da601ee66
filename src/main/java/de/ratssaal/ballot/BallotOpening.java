package de.ratssaal.ballot;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A ballot that its voter opens instead of casting it: the seed of everything that was drawn for it. With it anybody makes the same
 * ballot again and sees what it holds; without it nobody can. Such a ballot is never cast.
 *
 * @param uuid of the election
 * @param seed 32 bytes
 * @param marks what the ballot is said to hold, for each question and place
 * @param credential public part
 * @param signature of the ballot; the secret stays with the voter, whose next ballot is signed with it
 */
public record BallotOpening(
        String uuid, byte[] seed, List<List<Boolean>> marks, GroupElement credential, Proof signature) {

    private static final Pattern SEED = Pattern.compile("[\\w-]{43}");

    public BallotOpening {
        seed = seed.clone();
        marks = marks.stream().map(List::copyOf).toList();
    }

    @Override
    public byte[] seed() {
        return seed.clone();
    }

    /** Makes the ballot with the numbers of the seed. */
    public static BallotOpening prepare(
            ElectionParameters election,
            Secret credential,
            byte[] seed,
            List<List<Boolean>> marks,
            Randomness randomness) {
        var group = election.group();
        var publicKey = credential.publicKey(group);
        var answers = new Booth(election).answers(publicKey, marks, new SeededRandomness(seed));
        var ballot = EncryptedBallot.of(
                election,
                publicKey,
                answers,
                hash -> new Knowledge(group).prove(EncryptedBallot.signatureContext(hash), credential, randomness));
        return new BallotOpening(election.uuid(), seed, marks, publicKey, ballot.signature());
    }

    /** @throws MalformedRecord if it opens no ballot of this election */
    public static BallotOpening read(String text, ElectionParameters election) {
        var fields = JsonReader.read(text).fields();
        var version = fields.take("v");
        if (version.whole() != 1) {
            throw version.wrong("only version 1 is known");
        }
        var uuid = fields.take("e");
        if (!uuid.text().equals(election.uuid())) {
            throw uuid.wrong("of another election");
        }
        var seed = fields.take("s");
        if (!SEED.matcher(seed.text()).matches()) {
            throw seed.wrong("no seed");
        }
        var marks = fields.take("m");
        var credential = fields.take("c").element(election.group());
        var signature = Proof.read(fields.take("p"), election.group());
        fields.end();
        var read = new ArrayList<List<Boolean>>();
        for (var question : marks.items()) {
            read.add(question.text().chars().mapToObj(it -> mark(question, it)).toList());
        }
        return new BallotOpening(uuid.text(), decoded(seed), read, credential, signature);
    }

    private static byte[] decoded(Node seed) {
        try {
            return Base64.getUrlDecoder().decode(seed.text());
        } catch (IllegalArgumentException e) {
            throw seed.wrong("no seed");
        }
    }

    private static boolean mark(Node question, int letter) {
        if (letter != '0' && letter != '1') {
            throw question.wrong("no marks");
        }
        return letter == '1';
    }

    public String write() {
        return Json.fields()
                .with("v", new Json.Whole(1))
                .with("e", uuid)
                .with("s", Base64.getUrlEncoder().withoutPadding().encodeToString(seed))
                .with(
                        "m",
                        Json.items(
                                marks,
                                question -> new Json.Text(question.stream()
                                        .map(it -> it ? "1" : "0")
                                        .reduce("", String::concat))))
                .with("c", credential)
                .with("p", signature.json())
                .write();
    }

    /**
     * The ballot that was opened. Its tracker has to be the one that the voter was shown before.
     *
     * @throws MalformedRecord if seed and marks do not make a ballot that the credential signed
     */
    public EncryptedBallot ballot(ElectionParameters election) {
        if (marks.size() != election.questions().size()) {
            throw new MalformedRecord("m", "marks of another election");
        }
        for (var it = 0; it < marks.size(); it++) {
            if (!election.questions().get(it).allows(marks.get(it))) {
                throw new MalformedRecord("m[%d]".formatted(it), "the question does not allow these marks");
            }
        }
        var group = election.group();
        var answers = new Booth(election).answers(credential, marks, new SeededRandomness(seed));
        var ballot = EncryptedBallot.of(election, credential, answers, hash -> signature);
        var context = EncryptedBallot.signatureContext(ballot.hash());
        if (!group.contains(credential) || !new Knowledge(group).holds(context, credential, signature)) {
            throw new MalformedRecord("p", "the credential did not sign this ballot");
        }
        return ballot;
    }
}
