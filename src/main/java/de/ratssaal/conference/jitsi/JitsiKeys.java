package de.ratssaal.conference.jitsi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key with which this server signs what it tells Jitsi. It lives as long as the process and never leaves it; its public half is in
 * the database, because Jitsi may ask any server for it.
 */
@Component
class JitsiKeys {

    private static final Duration VALID = Duration.ofMinutes(1);
    private static final Duration SKEW = Duration.ofSeconds(10);
    /** Since it was last used. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int BITS = 2_048;

    private final JitsiSettings settings;
    private final JdbcClient database;
    /** Jitsi goes by the real time, also where a demo city goes by another one. */
    private final InstantSource clock = InstantSource.system();

    private @Nullable Own own;

    private record Own(String id, KeyPair pair) {}

    JitsiKeys(JitsiSettings settings, JdbcClient database) {
        this.settings = settings;
        this.database = database;
    }

    /** @param name as Jitsi asks for it: the key's identifier, hashed and ended by {@code .pem} */
    Optional<String> publicKey(String name) {
        return database.sql("select key from conference_signing_key where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** What shows Jitsi that this application asks it to do something with a room. */
    String tokenFor(String room) {
        var now = clock.instant();
        var key = own();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.id())
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(settings.appId())
                        .issuer(settings.appId())
                        .subject(settings.domain())
                        .claim("room", room)
                        .notBeforeTime(Date.from(now.minus(SKEW)))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .build());
        try {
            token.sign(new RSASSASigner(key.pair().getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException("what is told to Jitsi cannot be signed", e);
        }
        return token.serialize();
    }

    /** Makes the key, which takes a moment, unless it is there. */
    void prepare() {
        own();
    }

    private synchronized Own own() {
        var known = own;
        if (known == null) {
            known = new Own(UUID.randomUUID().toString(), pair());
            own = known;
        }
        publish(known);
        return known;
    }

    /** Each time that it is used, which is seldom: another server may have thrown it away as one that nobody uses any more. */
    private void publish(Own key) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.pair().getPublic().getEncoded());
        database.sql("delete from conference_signing_key where since < ?")
                .param(now.minus(KEPT))
                .update();
        database.sql("""
                        insert into conference_signing_key (name, key, since) values (?, ?, ?)
                        on conflict (name) do update set since = excluded.since
                        """)
                .params(
                        nameOf(key.id()),
                        "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n",
                        now)
                .update();
    }

    static String nameOf(String id) {
        try {
            return HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)))
                    + ".pem";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
