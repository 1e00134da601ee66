package de.ratssaal.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.conference.Room;
import de.ratssaal.conference.RoomId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Checked by a library that did not make them, and as Jitsi's token plugin checks: by the table of facts in docs/operations.md. */
@DisplayName("A token for Jitsi")
class JitsiTokensTest {

    private static final String SECRET = "sixty-four characters of a secret that stands in no other place!";
    private static final JitsiSettings SETTINGS = new JitsiSettings(
            "https://video.stadt.example", "ratssaal", SECRET, "", "meet.jitsi", "muc.meet.jitsi", "");
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final PersonId ADA = new PersonId(UUID.randomUUID());

    private final Room room = room("aB3-xY_9kLmNoPqRsTuVwXyZ0123456789abcdefghij");

    private static Room room(String name) {
        return new Room(RoomId.next(), new MeetingId(UUID.randomUUID()), name, null, JitsiProvider.NAME);
    }

    private String token(boolean moderates) {
        return new JitsiTokens(SETTINGS).token(room, ADA, "Dr. Ada Lovelace", moderates, NOW);
    }

    /** What lets somebody into the room at a moment. */
    private JwtClaims accepted(String token, Instant at) throws InvalidJwtException {
        var claims = consumer(at).processToClaims(token);
        // Jitsi compares the room's name, which it writes in small letters, when somebody joins
        if (!JitsiTokens.roomName(room).equals(claims.getClaimValue("room"))) {
            throw new InvalidJwtException("another room", List.of(), null);
        }
        return claims;
    }

    private static JwtConsumer consumer(Instant at) {
        return new JwtConsumerBuilder()
                .setVerificationKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setExpectedAudience("ratssaal")
                .setExpectedIssuer("ratssaal")
                .setExpectedSubject("meet.jitsi")
                .setRequireExpirationTime()
                .setRequireNotBefore()
                .setEvaluationTime(NumericDate.fromSeconds(at.getEpochSecond()))
                .build();
    }

    @Test
    @DisplayName("has every claim that Jitsi asks for, and nothing that anybody could be found by")
    void everyClaim() throws InvalidJwtException, MalformedClaimException {
        var claims = accepted(token(false), NOW);

        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder("aud", "iss", "sub", "room", "nbf", "exp", "context");
        assertThat(claims.getStringClaimValue("room")).isEqualTo(room.name().toLowerCase(Locale.ROOT));
        assertThat(claims.getExpirationTime().getValue() - NOW.getEpochSecond()).isBetween(30L, 300L);
        assertThat(claims.getClaimValue("context", Map.class))
                .isEqualTo(Map.of(
                        "user",
                        Map.of("id", ADA.toString(), "name", "Dr. Ada Lovelace", "affiliation", "member"),
                        "features",
                        Map.of(
                                "recording", false,
                                "livestreaming", false,
                                "transcription", false,
                                "outbound-call", false,
                                "sip-outbound-call", false,
                                "file-upload", false)));
    }

    @Test
    @DisplayName("makes an owner only of whoever conducts")
    void owner() throws InvalidJwtException {
        assertThat(accepted(token(true), NOW).getClaimValue("context").toString())
                .contains("affiliation=owner");
        assertThat(accepted(token(false), NOW).getClaimValue("context").toString())
                .contains("affiliation=member");
    }

    @Test
    @DisplayName("is of no use before its time nor after it, nor for another room")
    void time() {
        var token = token(false);
        isRefused(token, NOW.minus(Duration.ofMinutes(1)));
        isRefused(token, NOW.plus(JitsiTokens.VALID));
        assertThatExceptionOfType(InvalidJwtException.class)
                .isThrownBy(() -> accepted(
                        new JitsiTokens(SETTINGS)
                                .token(room("another-room-0123456789-0123456789-0123"), ADA, "Ada", false, NOW),
                        NOW));
    }

    @Test
    @DisplayName("that was made by anybody else, or of which anything is missing or wrong, is none")
    void hostile() throws JoseException, InvalidJwtException {
        accepted(made(it -> {}), NOW);
        isRefused(made(it -> it.setAudience("other")), NOW);
        isRefused(made(it -> it.setIssuer("other")), NOW);
        isRefused(made(it -> it.setSubject("other.jitsi")), NOW);
        isRefused(made(it -> it.setStringClaim("room", "*")), NOW);
        isRefused(made(it -> it.unsetClaim("room")), NOW);
        isRefused(made(it -> it.unsetClaim("exp")), NOW);
        isRefused(made(it -> it.unsetClaim("aud")), NOW);

        var parts = token(false).split("\\.");
        isRefused(parts[0] + "." + parts[1] + ".", NOW);
        isRefused(parts[0] + "." + parts[1], NOW);
        isRefused(unsigned(), NOW);
        var foreign = new JitsiSettings(
                "https://video.stadt.example",
                "ratssaal",
                "another secret that is just as long as it has to be",
                "",
                "meet.jitsi",
                "muc.meet.jitsi",
                "");
        isRefused(new JitsiTokens(foreign).token(room, ADA, "Ada", true, NOW), NOW);
    }

    @Test
    @DisplayName("is signed with a secret that is long enough and is shown nowhere")
    void secret() {
        assertThat(SETTINGS.toString()).doesNotContain(SECRET);
        assertThat(token(true)).doesNotContain(SECRET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JitsiSettings("", "", "too short", "", "meet.jitsi", "muc.meet.jitsi", ""))
                .withMessageNotContaining("too short");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JitsiSettings(
                        "https://video.example/'; script-src *", "", "", "", "meet.jitsi", "muc.meet.jitsi", ""));
        assertThat(new JitsiSettings("", "", "", "", "meet.jitsi", "muc.meet.jitsi", "").isSetUp())
                .isFalse();
        assertThat(SETTINGS.isSetUp()).isTrue();
    }

    private void isRefused(String token, Instant at) {
        assertThatExceptionOfType(InvalidJwtException.class).isThrownBy(() -> accepted(token, at));
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setAudience("ratssaal");
        claims.setIssuer("ratssaal");
        claims.setSubject("meet.jitsi");
        claims.setStringClaim("room", JitsiTokens.roomName(room));
        claims.setNotBefore(NumericDate.fromSeconds(NOW.getEpochSecond() - 5));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 60));
        return claims;
    }

    private String made(Consumer<JwtClaims> change) throws JoseException {
        var claims = claims();
        change.accept(claims);
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)));
        return token.getCompactSerialization();
    }

    private String unsigned() throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(claims().toJson());
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return token.getCompactSerialization();
    }
}
