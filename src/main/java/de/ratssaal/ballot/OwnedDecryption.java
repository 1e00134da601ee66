package de.ratssaal.ballot;

/**
 * Whose partial decryption it is.
 *
 * @param owner number of the teller, from 1
 * @param payload name of the record that holds the partial decryption
 */
public record OwnedDecryption(int owner, String payload) {

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static OwnedDecryption read(byte[] content) {
        var fields = JsonReader.read(content).fields();
        var owned = new OwnedDecryption(
                fields.take("owner").small(), fields.take("payload").hex());
        fields.end();
        return owned;
    }

    public byte[] write() {
        return Json.fields()
                .with("owner", new Json.Whole(owner))
                .with("payload", payload)
                .bytes();
    }
}
