package de.ratssaal.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as a JPEG tells it (EXIF 2.3, tag 0x0112). */
final class ExifOrientation {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int EXIF_SEGMENT = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEADER = 6;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /** From 1, upright, to 8; 1 if it does not tell. */
    static int of(byte[] jpeg) {
        try {
            return read(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // what it tells does not hold together: the picture itself may
        }
    }

    private static int read(ByteBuffer jpeg) {
        jpeg.position(2);
        while (jpeg.remaining() > 4) {
            var marker = jpeg.getShort() & 0xffff;
            var length = jpeg.getShort() & 0xffff;
            var next = jpeg.position() + length - 2;
            if (marker == EXIF_SEGMENT && jpeg.getInt(jpeg.position()) == EXIF) {
                return orientation(jpeg.slice(jpeg.position() + EXIF_HEADER, length - 2 - EXIF_HEADER));
            }
            if (marker == SCAN) {
                return UPRIGHT;
            }
            jpeg.position(next);
        }
        return UPRIGHT;
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        for (var left = tiff.getShort(directory) & 0xffff; left > 0; left--) {
            var entry = directory + 2 + (left - 1) * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
