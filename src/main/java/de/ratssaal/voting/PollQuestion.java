package de.ratssaal.voting;

import de.ratssaal.paper.ResolutionProposal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is put to the vote. Its wording is fixed when the poll is prepared; what is resolved is exactly what was voted on.
 *
 * @param question the question in one line, such as the title of the paper
 * @param wording the text of the proposal in full; empty if the question says it all
 * @param proposal the same text in its points, as the paper stores it; none for a question without a paper
 * @param withChanges whether the wording differs from the paper's proposal
 */
public record PollQuestion(
        String question, String wording, @Nullable String proposal, boolean withChanges) {

    public PollQuestion {
        question = question.strip();
        wording = wording.strip();
    }

    /**
     * Fingerprint of the proposal with who has to do what until when, as the paper's versions have it; none without a
     * paper.
     */
    public @Nullable String proposalFingerprint() {
        return proposal == null ? null : ResolutionProposal.parse(proposal).fingerprint();
    }

    /** SHA-256 of question and wording, in lower-case hexadecimal. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((question + "\n\n" + wording).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
