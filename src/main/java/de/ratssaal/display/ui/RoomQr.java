package de.ratssaal.display.ui;

import com.vaadin.flow.component.html.Image;
import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An address as a picture that telephones read. Black on white whatever the colours of the page. */
class RoomQr extends Image {

    private static final int BORDER = 3;

    /** @param text what it is, for who does not see it */
    RoomQr(String address, String text) {
        super(picture(address), text);
        addClassName("rs-room-qr");
    }

    private static String picture(String address) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(address).getBytes(StandardCharsets.UTF_8));
    }

    static String svg(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        var size = code.size + 2 * BORDER;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(size, size)
                + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>".formatted(size, size, path);
    }
}
