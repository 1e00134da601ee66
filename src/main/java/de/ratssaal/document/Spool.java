package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;

/**
 * What somebody brings, on disk until it is examined and stored. While it lives its file is locked, so that files
 * of an application that was killed can be told from those in use.
 */
final class Spool implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final String hash;

    private Spool(Path path, FileChannel channel, long size, String hash) {
        this.path = path;
        this.channel = channel;
        this.size = size;
        this.hash = hash;
    }

    /**
     * @param max more than this is not read
     * @throws Refusal if it is empty or larger
     */
    static Spool of(InputStream content, DataSize max, Path folder) throws IOException {
        var path = Files.createTempFile(folder, "file-", ".part");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.lock();
            var digest = ContentHash.begin();
            var size = 0L;
            var block = new byte[BLOCK];
            for (var count = content.read(block); count >= 0; count = content.read(block)) {
                size += count;
                if (size > max.toBytes()) {
                    throw tooLarge(max);
                }
                digest.update(block, 0, count);
                writeFully(channel, ByteBuffer.wrap(block, 0, count));
            }
            if (size == 0) {
                throw new Refusal("document.refused.empty");
            }
            return new Spool(path, channel, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Takes over a file that was made of what was brought, in the same folder. */
    static Spool ofFile(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock();
        var digest = ContentHash.begin();
        try (var stream = new DigestInputStream(Files.newInputStream(path), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return new Spool(path, channel, channel.size(), HexFormat.of().formatHex(digest.digest()));
    }

    /** An empty file beside this one, for what is made of it; deleted with the folder's other files if nobody takes it. */
    Path beside() throws IOException {
        return Files.createTempFile(path.getParent(), "file-", ".part");
    }

    static Refusal tooLarge(DataSize max) {
        return new Refusal("document.refused.too-large", max.toMegabytes());
    }

    /** Deletes what a killed application left in the folder. */
    static void sweep(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "file-*.part")) {
            for (var file : files) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return false; // in use by this very application
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    String hash() {
        return hash;
    }

    /** From the first byte; only one such stream is in use at a time. Closing it leaves the spool as it is. */
    InputStream open() throws IOException {
        channel.position(0);
        return new java.io.FilterInputStream(Channels.newInputStream(channel)) {

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return in.read(target, offset, length);
            }

            @Override
            public void close() {
                // the channel is the spool's
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
