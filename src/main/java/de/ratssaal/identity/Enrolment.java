package de.ratssaal.identity;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A second factor that is being set up: what the authenticator application has to read. Counts for nothing yet. */
public final class Enrolment {

    private static final String ISSUER = "Ratssaal";
    private static final int BORDER = 2;

    private final AccountId account;
    private final byte[] secret;
    private final String login;

    Enrolment(AccountId account, String login) {
        this.account = account;
        this.login = login;
        this.secret = Secrets.random(OneTimeCodes.SECRET_BYTES);
    }

    AccountId account() {
        return account;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** To be typed where nothing can be photographed, in groups of four. */
    public String typed() {
        return Base32.encode(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Opens the authenticator application on the same device. */
    public String link() {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(
                        ISSUER,
                        URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20"),
                        Base32.encode(secret),
                        ISSUER);
    }

    /** The link as a picture to be photographed: a data address of an SVG image, black on white. */
    public String picture() {
        var code = QrCode.encodeText(link(), QrCode.Ecc.MEDIUM);
        var size = code.size + 2 * BORDER;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(size, size)
                + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>".formatted(size, size, path);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Enrolment[" + account + "]";
    }
}
