package de.ratssaal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** Key and note that the documentation of Go's note package publishes. */
    private static final String PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT + "\n— PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final VerifierKey peter = VerifierKey.parse(PUBLIC);

    @Test
    void thePublishedNoteIsGenuine() {
        var note = SignedNote.parse(NOTE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.verdict(List.of(peter))).isEqualTo(SignedNote.Verdict.GENUINE);
        assertThat(note).hasToString(NOTE);
    }

    @Test
    void thePublishedKeySignsThePublishedNote() {
        var key = SignerKey.parse(PRIVATE, peter);

        assertThat(SignedNote.sign(TEXT, key)).hasToString(NOTE);
        assertThat(key.secret()).isEqualTo(PRIVATE);
        assertThat(key.verifier()).hasToString(PUBLIC);
    }

    @Test
    void anAlteredNoteIsForgedAndOneByAnotherKeyUnknown() {
        var other = SignerKey.make("somebody.example/log").verifier();

        assertThat(SignedNote.parse(NOTE.replace("problem is", "problem was")).verdict(List.of(peter)))
                .isEqualTo(SignedNote.Verdict.FORGED);
        assertThat(SignedNote.parse(NOTE).verdict(List.of(other))).isEqualTo(SignedNote.Verdict.UNKNOWN);
    }

    @Test
    void whatIsNoNoteIsRefused() {
        for (var text :
                List.of("", TEXT, TEXT + "\nPeterNeumann x08go/Zd\n", TEXT + "\n— PeterNeumann x08g\n", NOTE.strip())) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> SignedNote.parse(text));
        }
    }

    @Test
    void aKeyWithAnotherIdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerifierKey.parse(PUBLIC.replace("c74f20a3", "c74f20a4")));
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse("PeterNeumann"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SignerKey.parse(PRIVATE, SignerKey.make("PeterNeumann").verifier()));
    }

    @Test
    void aHeadIsACheckpointThatOtherToolsRead() {
        var key = SignerKey.parse(PRIVATE, peter);
        var root = MerkleTree.leafHash("entry".getBytes(StandardCharsets.UTF_8));

        var head = SignedHead.sign(4711, root, Instant.parse("2026-03-01T12:00:00.123456789Z"), key);

        assertThat(head.toString())
                .startsWith("PeterNeumann\n4711\n" + root.base64()
                        + "\ntime 2026-03-01T12:00:00.123456Z\n\n— PeterNeumann ");
        var read = SignedHead.parse(head.toString().replace("\n", "\r\n"));
        assertThat(read.size()).isEqualTo(4711);
        assertThat(read.root()).isEqualTo(root);
        assertThat(read.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
        assertThat(read.origin()).isEqualTo("PeterNeumann");
        assertThat(read.note().verdict(List.of(peter))).isEqualTo(SignedNote.Verdict.GENUINE);
    }

    @Test
    void aTextWithoutSizeOrRootIsNoHead() {
        var key = SignerKey.parse(PRIVATE, peter);
        for (var text : List.of(
                "log\n", "log\n-1\nAAAA\n", "log\n007\n" + MerkleTree.EMPTY.base64() + "\n", "log\n7\nAAAA\n")) {
            assertThatIllegalArgumentException()
                    .as(text)
                    .isThrownBy(
                            () -> SignedHead.parse(SignedNote.sign(text, key).toString()));
        }
    }
}
