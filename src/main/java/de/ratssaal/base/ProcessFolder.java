package de.ratssaal.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A folder of this process for files that are needed for a moment, such as uploads on their way. It is locked as long as the
 * process lives, so that the next one can tell what a killed one left and delete it.
 */
final class ProcessFolder {

    private static final String LOCK = ".lock";

    /** Held until the process ends. */
    private static @Nullable FileChannel held;

    private ProcessFolder() {}

    /** From now on all temporary files of this process lie in a folder of its own below the data folder. */
    static void use(Path data) {
        try {
            var all = Files.createDirectories(data.resolve("work"));
            sweep(all);
            var name = UUID.randomUUID().toString();
            held = FileChannel.open(all.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            held.lock();
            System.setProperty(
                    "java.io.tmpdir", Files.createDirectory(all.resolve(name)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("making a folder for temporary files", e);
        }
    }

    static void sweep(Path all) throws IOException {
        try (var locks = Files.newDirectoryStream(all, "*" + LOCK)) {
            for (var lock : locks) {
                if (isAbandoned(lock)) {
                    var name = lock.getFileName().toString();
                    FileSystemUtils.deleteRecursively(all.resolve(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(lock);
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // in use by this very process
        }
    }
}
