package de.ratssaal.conference.jitsi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.ratssaal.conference.Room;
import de.ratssaal.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;

/**
 * Makes what lets one person into one room of Jitsi, for a short time. Jitsi accepts a token that never ends, and waits for ever on one
 * that names no room: so each has every claim.
 */
final class JitsiTokens {

    /** It is used at once; whoever comes back later gets a new one. */
    static final Duration VALID = Duration.ofMinutes(2);

    /** As far as two clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final JitsiSettings settings;

    JitsiTokens(JitsiSettings settings) {
        this.settings = settings;
    }

    /** Jitsi writes the names of its rooms in small letters; what is left of ours is still too much to be guessed. */
    static String roomName(Room room) {
        return room.name().toLowerCase(Locale.ROOT);
    }

    /** @param moderates whether they conduct the meeting, or may: Jitsi lets nobody else mute, remove or admit others */
    String token(Room room, PersonId person, String name, boolean moderates, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .audience(settings.appId())
                .issuer(settings.appId())
                .subject(settings.domain())
                .claim("room", roomName(room))
                .notBeforeTime(Date.from(now.minus(SKEW)))
                .expirationTime(Date.from(now.plus(VALID)))
                .claim(
                        "context",
                        Map.of(
                                "user",
                                Map.of(
                                        "id",
                                        person.toString(),
                                        "name",
                                        name,
                                        "affiliation",
                                        moderates ? "owner" : "member"),
                                "features",
                                Map.of(
                                        "recording", false,
                                        "livestreaming", false,
                                        "transcription", false,
                                        "outbound-call", false,
                                        "sip-outbound-call", false,
                                        "file-upload", false)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(new MACSigner(settings.secret().getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token for Jitsi cannot be signed", e);
        }
        return token.serialize();
    }
}
