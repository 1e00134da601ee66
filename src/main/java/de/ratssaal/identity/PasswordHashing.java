package de.ratssaal.identity;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, on threads of its own and never more of them than half the processors: a hall full of people signing in must
 * not slow down those who vote.
 */
@Component
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int WAITING = 5_000;

    private final Argon2PasswordEncoder argon2;
    private final ThreadPoolExecutor threads;

    /** A hash of nothing known, so that an unknown login takes as long as a wrong password. */
    private final String decoy;

    @Autowired
    PasswordHashing() {
        this(MEMORY_KIBIBYTES, PASSES);
    }

    /** @param memory in KiB */
    PasswordHashing(int memory, int passes) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memory, passes);
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        threads = new ThreadPoolExecutor(
                most,
                most,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        decoy = String.valueOf(argon2.encode(Secrets.token()));
    }

    String hash(String password) {
        return await(() -> String.valueOf(argon2.encode(password)));
    }

    boolean matches(String password, String hash) {
        return await(() -> argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches} and is always wrong. */
    boolean matchesNothing(String password) {
        matches(password, decoy);
        return false;
    }

    private <T> T await(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (RejectedExecutionException e) {
            throw new TooManySignIns(e);
        } catch (CompletionException e) {
            throw new IllegalStateException("Argon2id failed", e.getCause());
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
