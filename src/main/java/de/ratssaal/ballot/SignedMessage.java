package de.ratssaal.ballot;

/**
 * A text that a teller signed.
 *
 * @param message itself JSON
 */
record SignedMessage(String message, Proof signature) {

    static SignedMessage read(Node node, Group group) {
        var fields = node.fields();
        var signed = new SignedMessage(fields.take("message").text(), Proof.read(fields.take("signature"), group));
        fields.end();
        return signed;
    }

    Json json() {
        return Json.fields().with("message", message).with("signature", signature.json());
    }

    Node content(String path) {
        return MalformedRecord.within(path, () -> JsonReader.read(message));
    }
}
