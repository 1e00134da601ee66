package de.ratssaal.packet.pdf;

import static de.ratssaal.packet.pdf.Furniture.number;

import de.ratssaal.packet.MarkDrawing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Draws a reader's name across the page and at its foot, in exactly the room that a packet leaves for it. */
@Component
class ReaderMark implements MarkDrawing {

    private static final double SLOPE = Math.toRadians(52);
    private static final float LARGEST = 44;
    private static final float LENGTH = 760;
    private static final float SMALL = 7;
    private static final int LONGEST = 120;

    private final Lettering lettering;

    ReaderMark() throws IOException {
        this.lettering = Lettering.regular();
    }

    @Override
    public byte[] draw(String text) {
        var line = lettering.settable(text).strip();
        var shown = line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST / 2));
        var size = Math.min(LARGEST, LARGEST * LENGTH / Math.max(1, lettering.width(shown, LARGEST)));
        var width = lettering.width(shown, size);
        var middleX = Furniture.MARK_WIDTH / 2;
        var middleY = Furniture.MARK_HEIGHT / 2;
        var cos = Math.cos(SLOPE);
        var sin = Math.sin(SLOPE);
        var letters = lettering.shown(shown);
        var content = "q /G gs 0.35 g BT /F %s Tf %s %s %s %s %s %s Tm %s Tj ET Q\n"
                        .formatted(
                                number(size),
                                number(cos),
                                number(sin),
                                number(-sin),
                                number(cos),
                                number(middleX - cos * width / 2),
                                number(middleY - sin * width / 2),
                                letters)
                + "q /S gs 0.25 g BT /F %s Tf %s 6 Td %s Tj ET Q\n"
                        .formatted(number(SMALL), number(middleX - lettering.width(shown, SMALL) / 2), letters);
        var bytes = content.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > Furniture.MARK_ROOM) {
            throw new UncheckedIOException(new IOException("no room for a mark of %d bytes".formatted(bytes.length)));
        }
        var room = Arrays.copyOf(bytes, Furniture.MARK_ROOM);
        Arrays.fill(room, bytes.length, room.length, (byte) ' ');
        return room;
    }
}
