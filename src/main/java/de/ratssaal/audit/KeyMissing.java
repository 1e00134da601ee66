package de.ratssaal.audit;

/** The log has signed heads, but the key that signed them is not in the folder of keys. */
class KeyMissing extends IllegalStateException {

    private static final long serialVersionUID = 1;

    KeyMissing() {
        super(
                "The audit log's private key is missing in the folder keys beside the data. Bring it back from the backup;"
                        + " only if it is lost for good, make a new one with: ratssaal audit new-key");
    }
}
