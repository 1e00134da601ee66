package de.ratssaal.packet.pdf;

import java.io.IOException;
import java.util.Arrays;

/**
 * What many pages of a packet share: both typefaces, and the mark that carries the reader's name.
 *
 * @param regular number of the font
 * @param bold number of the font
 * @param mark number of the form that shows the mark
 * @param markAt first byte of the room that is left for the mark's content
 */
record Furniture(int regular, int bold, int mark, long markAt) {

    /** Bytes that are left for the mark. */
    static final int MARK_ROOM = 4096;

    /** The form is made for a page of this size. */
    static final float MARK_WIDTH = 595;

    static final float MARK_HEIGHT = 842;

    static Furniture write(PdfFile file, Lettering regular, Lettering bold) throws IOException {
        var fonts = new int[] {file.reserve(), file.reserve()};
        regular.embed(file, fonts[0]);
        bold.embed(file, fonts[1]);
        var mark = file.reserve();
        file.beginObject(mark);
        file.text(("<</Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources<</Font<</F %d 0 R>>"
                        + "/ExtGState<</G<</Type/ExtGState/ca 0.16>>/S<</Type/ExtGState/ca 0.75>>>>>>/Length %d>>\nstream\n")
                .formatted(number(MARK_WIDTH), number(MARK_HEIGHT), fonts[0], MARK_ROOM));
        var at = file.position();
        var room = new byte[MARK_ROOM];
        Arrays.fill(room, (byte) ' ');
        file.write(room);
        file.text("\nendstream");
        file.endObject();
        return new Furniture(fonts[0], fonts[1], mark, at);
    }

    /** A number as it stands in a page's content, with three digits behind the point. */
    static String number(double value) {
        var thousandths = Math.round(value * 1000);
        if (thousandths % 1000 == 0) {
            return Long.toString(thousandths / 1000);
        }
        var rest = Long.toString(1000 + Math.abs(thousandths % 1000)).substring(1);
        return (thousandths < 0 ? "-" : "") + Math.abs(thousandths / 1000) + "." + rest;
    }
}
