package de.ratssaal.ballot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A ballot as it is cast and published. Whoever holds it learns who may vote with its credential and nothing of the vote.
 *
 * @param content the published bytes
 * @param credential public part of the credential that signed it
 * @param answers one for each question
 * @param hash what is signed: the hash of all that stands before the signature
 * @param signature by the credential
 */
public record EncryptedBallot(
        byte[] content, GroupElement credential, List<EncryptedAnswer> answers, String hash, Proof signature) {

    private static final String SIGNATURE = ",\"signature\":";

    public EncryptedBallot {
        content = content.clone();
        answers = List.copyOf(answers);
    }

    /** @throws MalformedRecord if it is not exactly as prescribed, or of another election */
    public static EncryptedBallot read(byte[] content, ElectionParameters election) {
        var group = election.group();
        var fields = JsonReader.read(content).fields();
        requireText(fields.take("election_uuid"), election.uuid());
        requireText(fields.take("election_hash"), election.fingerprint());
        var credential = fields.take("credential").element(group);
        var answers = fields.take("answers");
        var signature = fields.take("signature");
        fields.end();
        var signed = signature.fields();
        var hash = signed.take("hash");
        var proof = Proof.read(signed.take("proof"), group);
        signed.end();
        var nodes = answers.items();
        if (nodes.size() != election.questions().size()) {
            throw answers.wrong("%d answers to %d questions"
                    .formatted(nodes.size(), election.questions().size()));
        }
        var read = new ArrayList<EncryptedAnswer>();
        for (var it = 0; it < nodes.size(); it++) {
            read.add(EncryptedAnswer.read(nodes.get(it), election.questions().get(it), group));
        }
        requireText(hash, Hash.base64(unsigned(new String(content, StandardCharsets.UTF_8))));
        return new EncryptedBallot(content, credential, read, hash.text(), proof);
    }

    /** Puts a ballot together; {@code sign} gets the hash that is to be signed. */
    static EncryptedBallot of(
            ElectionParameters election, GroupElement credential, List<EncryptedAnswer> answers, Signer sign) {
        var unsigned = Json.fields()
                .with("election_uuid", election.uuid())
                .with("election_hash", election.fingerprint())
                .with("credential", credential)
                .with("answers", Json.items(answers, EncryptedAnswer::json));
        var hash = Hash.base64(unsigned.write());
        var signature = sign.sign(hash);
        var content = unsigned.with(
                        "signature", Json.fields().with("hash", hash).with("proof", signature.json()))
                .bytes();
        return new EncryptedBallot(content, credential, answers, hash, signature);
    }

    /** Signs the hash of a ballot. */
    @FunctionalInterface
    interface Signer {
        Proof sign(String hash);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** By which its voter finds it on the public list: 43 characters. */
    public String tracker() {
        return Hash.base64(content);
    }

    static String signatureContext(String hash) {
        return "sig|" + hash + '|';
    }

    private static String unsigned(String text) {
        return text.substring(0, text.lastIndexOf(SIGNATURE)) + '}';
    }

    private static void requireText(Node node, String wanted) {
        if (!node.text().equals(wanted)) {
            throw node.wrong("is not " + wanted);
        }
    }
}
