package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What the log holds of an open vote in place of the choice, as docs/audit-log.md says. */
final class VoteSeal {

    private VoteSeal() {}

    /** SHA-256 of poll, person, choice and receipt, in lower-case hexadecimal. */
    static String of(PollId poll, PersonId person, Choice choice, UUID receipt) {
        var sealed = "ratssaal.vote/1\n%s\n%s\n%s\n%s\n".formatted(poll, person, choice, receipt);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(sealed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
