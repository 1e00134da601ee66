package de.ratssaal.document;

import org.jspecify.annotations.Nullable;

/**
 * A content that is kept.
 *
 * @param hash SHA-256 in lower-case hexadecimal
 * @param size in bytes
 * @param pages pages of a PDF
 */
record StoredContent(
        String hash, FileType type, long size, @Nullable Integer pages) {

    int parts() {
        return Math.toIntExact((size + ContentStore.PART - 1) / ContentStore.PART);
    }

    /** Bytes of all its parts once they are sealed. */
    long sealedSize() {
        return size + (long) parts() * DataKey.TAG;
    }
}
