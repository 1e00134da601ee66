package de.ratssaal.ballot;

/** What an event of the record says. */
public enum EventType {
    /** The election begins: definition, tellers, credentials. */
    SETUP("Setup"),
    /** A ballot was cast. */
    BALLOT("Ballot"),
    /** No more ballots. */
    END_BALLOTS("EndBallots"),
    /** The sum of the ballots. */
    ENCRYPTED_TALLY("EncryptedTally"),
    /** What one teller adds to the decryption. */
    PARTIAL_DECRYPTION("PartialDecryption"),
    /** The result. */
    RESULT("Result");

    private final String written;

    EventType(String written) {
        this.written = written;
    }

    public String written() {
        return written;
    }

    static EventType read(Node node) {
        var text = node.text();
        for (var type : values()) {
            if (type.written.equals(text)) {
                return type;
            }
        }
        throw node.wrong("no event of an election whose answers are added up: " + text);
    }
}
