package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.ratssaal.base.RatssaalProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptKeyTest {

    private static final byte[] SECRET = Secrets.random(20);

    @TempDir
    Path folder;

    private final AccountId account = AccountId.next();

    @Test
    void whatWasSealedOpensAfterARestart() {
        var sealed = key(folder).seal(account, SECRET);

        assertThat(key(folder).open(account, sealed)).isEqualTo(SECRET);
    }

    @Test
    void whatWasSealedForOneAccountDoesNotOpenForAnother() {
        var sealed = key(folder).seal(account, SECRET);

        assertThatIllegalStateException().isThrownBy(() -> key(folder).open(AccountId.next(), sealed));
    }

    @Test
    void aChangedByteIsNoticed() {
        var sealed = key(folder).seal(account, SECRET);
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> key(folder).open(account, sealed));
    }

    @Test
    void withoutTheKeysFileACopyOfTheDatabaseIsWorthNothing(@TempDir Path elsewhere) {
        var sealed = key(folder).seal(account, SECRET);

        assertThatIllegalStateException().isThrownBy(() -> key(elsewhere).open(account, sealed));
    }

    @Test
    void theSameSecretIsSealedDifferentlyEachTime() {
        assertThat(key(folder).seal(account, SECRET)).isNotEqualTo(key(folder).seal(account, SECRET));
    }

    @Test
    void onlyTheOwnerOfTheProcessReadsTheKey() throws IOException {
        key(folder).seal(account, SECRET);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("second-factor.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private static KeptKey key(Path folder) {
        return new KeptKey(new RatssaalProperties(
                folder, new RatssaalProperties.Database(null, "ratssaal", ""), "http://localhost:8080", new String[0]));
    }
}
