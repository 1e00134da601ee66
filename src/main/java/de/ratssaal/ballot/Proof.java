package de.ratssaal.ballot;

import java.math.BigInteger;

/**
 * The answer to a challenge that the hash of the prover's commitments sets.
 *
 * @param challenge below the group's order
 * @param response below the group's order
 */
public record Proof(BigInteger challenge, BigInteger response) {

    static Proof read(Node node, Group group) {
        var fields = node.fields();
        var proof = new Proof(
                fields.take("challenge").scalar(group), fields.take("response").scalar(group));
        fields.end();
        return proof;
    }

    Json json() {
        return Json.fields().with("challenge", challenge).with("response", response);
    }
}
