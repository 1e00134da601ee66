package de.ratssaal.packet.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Bytes as they stand in a stream with the filter FlateDecode. */
final class Packed {

    private Packed() {}

    static byte[] of(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(bytes);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
