package de.ratssaal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeysTest {

    @TempDir
    Path data;

    @Test
    void theKeyIsFoundAgainAndOnlyItsOwnerMayReadIt() throws IOException {
        var made = keys().make();

        var found = keys().signer().orElseThrow();

        assertThat(found.verifier()).isEqualTo(made.verifier());
        assertThat(found.verifier().name()).matches("ratssaal\\.lindenau\\.example/audit/[0-9a-f]{8}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/audit-log.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void thePublicKeyAloneSignsNothingAndHoldsNoSecret() throws IOException {
        var key = keys().make();

        assertThat(data.resolve("keys/audit-log.vkey"))
                .hasContent(key.verifier().toString());
        Files.delete(data.resolve("keys/audit-log.key"));
        assertThat(keys().signer()).isEmpty();
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void aNewKeyStandsBeforeTheFormerOnes() {
        var first = keys().make().verifier();
        var second = keys().make().verifier();

        assertThat(keys().verifiers()).containsExactly(second, first);
        assertThat(keys().signer().orElseThrow().verifier()).isEqualTo(second);
    }

    @Test
    void aPrivateKeyOfAnotherLogIsRefused() throws IOException {
        keys().make();
        var other = SignerKey.make("other.example/audit");
        Files.writeString(data.resolve("keys/audit-log.vkey"), other.verifier().toString());

        assertThatIllegalArgumentException().isThrownBy(() -> keys().signer());
    }

    @Test
    void linesThatExplainAreNoKeys() {
        var key = SignerKey.make("log.example").verifier();

        assertThat(LogKeys.parse("# kept by the auditor\n\n" + key + "\n")).isEqualTo(List.of(key));
    }

    private LogKeys keys() {
        return new LogKeys(data, "https://ratssaal.lindenau.example:8443/");
    }
}
