package de.ratssaal.identity;

import de.ratssaal.base.RatssaalProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of second factors with a key that lies in the data folder and never in the database: whoever gets hold
 * of a copy of the database still has no codes. Nodes that share a database share this file.
 */
@Component
class KeptKey {

    private static final String FILE = "second-factor.key";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private @Nullable SecretKey key;

    KeptKey(RatssaalProperties settings) {
        this.file = settings.data().resolve(FILE);
    }

    /** @param account bound in: what is sealed for one account does not open for another */
    byte[] seal(AccountId account, byte[] secret) {
        var nonce = Secrets.random(NONCE_BYTES);
        var sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
        var all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return all;
    }

    /** @throws IllegalStateException if it was sealed with another key or for another account */
    byte[] open(AccountId account, byte[] sealed) {
        return cipher(
                Cipher.DECRYPT_MODE,
                account,
                Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] cipher(int mode, AccountId account, byte[] nonce, byte[] data) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a second factor does not open with the key in " + file, e);
        }
    }

    private synchronized SecretKey key() {
        if (key == null) {
            try {
                key = new SecretKeySpec(read(), "AES");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return key;
    }

    private byte[] read() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        var bytes = Files.readAllBytes(file);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("%s is not a key of %d bytes".formatted(file, KEY_BYTES));
        }
        return bytes;
    }

    /** Written whole under another name first, so that no half key is ever read; of two who make one, one wins. */
    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = createForOwnerOnly(file.resolveSibling(FILE + "." + Secrets.token()));
        Files.write(draft, Secrets.random(KEY_BYTES));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another node was first; its key is as good
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(draft);
    }

    private static Path createForOwnerOnly(Path path) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(path);
    }
}
