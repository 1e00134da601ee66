package de.ratssaal.ballot;

import org.jspecify.annotations.Nullable;

/**
 * The public key of a teller, who proves to know its secret.
 *
 * @param knowledge that proof
 * @param signature by the key over itself; asked for by later releases of belenios-tool where a threshold is used
 * @param name how the definition calls the teller
 */
public record TrusteeKey(
        Proof knowledge,
        GroupElement publicKey,
        @Nullable Proof signature,
        @Nullable String name) {

    /** Draws the number of the proof, then, with a threshold, that of the signature. */
    static TrusteeKey of(Secret secret, boolean withThreshold, Group group, Randomness randomness) {
        var publicKey = secret.publicKey(group);
        var knowledge = new Knowledge(group);
        var proof = knowledge.prove(context(publicKey, group), secret, randomness);
        var signature = withThreshold ? knowledge.sign(publicKey.toString(), secret, randomness) : null;
        return new TrusteeKey(proof, publicKey, signature, null);
    }

    /** The key of a teller without whom nothing is decrypted. */
    public static TrusteeKey single(Secret secret, Group group, Randomness randomness) {
        return of(secret, false, group, randomness);
    }

    static TrusteeKey read(Node node, Group group) {
        var fields = node.fields();
        var proof = Proof.read(fields.take("pok"), group);
        var publicKey = fields.take("public_key").element(group);
        var signature = fields.takeIfThere("signature");
        var name = fields.takeIfThere("name");
        fields.end();
        return new TrusteeKey(
                proof,
                publicKey,
                signature == null ? null : Proof.read(signature, group),
                name == null ? null : name.text());
    }

    Json json() {
        return Json.fields()
                .with("pok", knowledge.json())
                .with("public_key", publicKey)
                .withOptional("signature", signature == null ? null : signature.json())
                .withOptional("name", name == null ? null : new Json.Text(name));
    }

    private static String context(GroupElement publicKey, Group group) {
        return "pok|%s|%s|".formatted(group.name(), publicKey);
    }

    Check check(Group group, int number) {
        if (!group.contains(publicKey)) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_GROUP, number);
        }
        var proofs = new Knowledge(group);
        if (!proofs.holds(context(publicKey, group), publicKey, knowledge)) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_KNOWLEDGE, number);
        }
        if (signature != null && !proofs.isSigned(publicKey.toString(), publicKey, signature)) {
            return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_KEY_SIGNATURE, number);
        }
        return Check.valid();
    }
}
