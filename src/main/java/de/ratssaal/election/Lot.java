package de.ratssaal.election;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A lot to which several members and the application contribute and that anybody can draw again.
 *
 * <p>First each member commits themselves: the commitment is SHA-256 of {@code ratssaal-lot-1}, the lot, the member and their
 * secret, a line each. Once all commitments are known the secrets are opened. From all of them and from the names that are
 * in the lot the result follows: nobody who contributed knew it, and nobody could choose it. The application commits itself
 * before the first member and opens its secret last, so that members who have agreed among themselves do not choose either.
 *
 * <p>The seed is SHA-256 of the lines {@code ratssaal-lot-1}, the lot, {@code member secret} for each member in the order of
 * their identifiers, and the names in the order of their UTF-8. Numbers are the first four bytes of SHA-256 of the seed and a
 * counter from 0 in four bytes, the highest byte first. A number that would favour somebody is passed over: it must be below
 * the greatest multiple of how many names are left. Its remainder names the place, from 0, of who is drawn.
 */
public final class Lot {

    /** Who contributes beside the members. */
    static final String APPLICATION = "ratssaal";

    private static final String PROTOCOL = "ratssaal-lot-1";
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");
    private static final long NUMBERS = 1L << 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Lot() {}

    /** What commits the application to a secret of its own. */
    static Contribution own(String lot) {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        var secret = HexFormat.of().formatHex(random);
        return new Contribution(APPLICATION, commitment(lot, APPLICATION, secret), secret);
    }

    /**
     * What a member or the application contributed.
     *
     * @param member identifier of the member, or {@code ratssaal}
     * @param commitment 64 hexadecimal digits in lower case, known before any secret was
     * @param secret 64 hexadecimal digits in lower case
     */
    public record Contribution(String member, String commitment, String secret) {

        boolean isTrue(String lot) {
            return isSecret(secret) && Lot.commitment(lot, member, secret).equals(commitment);
        }
    }

    static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    /** What commits a member to their secret. */
    public static String commitment(String lot, String member, String secret) {
        return HexFormat.of().formatHex(sha256(String.join("\n", PROTOCOL, lot, member, secret) + "\n"));
    }

    /**
     * Draws.
     *
     * @param names all different
     * @param places how many are drawn
     * @throws IllegalArgumentException if a secret is not the one its member committed themselves to
     */
    public static List<String> draw(String lot, List<String> names, int places, List<Contribution> contributions) {
        if (places < 1 || places > names.size() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("%d of %s".formatted(places, names));
        }
        if (contributions.isEmpty() || !contributions.stream().allMatch(it -> it.isTrue(lot))) {
            throw new IllegalArgumentException("a contribution is not the one that was committed to");
        }
        var seed = seed(lot, names, contributions);
        var left = new ArrayList<>(names.stream().sorted(BY_BYTES).toList());
        var drawn = new ArrayList<String>();
        var counter = 0;
        while (drawn.size() < places) {
            var number = number(seed, counter++);
            if (number < NUMBERS / left.size() * left.size()) {
                drawn.add(left.remove((int) (number % left.size())));
            }
        }
        return List.copyOf(drawn);
    }

    /** Whether a record of a lot is true: every secret fits its commitment, and the result follows from them. */
    public static boolean verify(String lot, List<String> names, List<Contribution> contributions, List<String> drawn) {
        return !contributions.isEmpty()
                && contributions.stream().allMatch(it -> it.isTrue(lot))
                && draw(lot, names, drawn.size(), contributions).equals(drawn);
    }

    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static byte[] seed(String lot, List<String> names, List<Contribution> contributions) {
        var lines = new ArrayList<>(List.of(PROTOCOL, lot));
        contributions.stream()
                .sorted(Comparator.comparing(Contribution::member))
                .forEach(it -> lines.add(it.member() + " " + it.secret()));
        names.stream().sorted(BY_BYTES).forEach(lines::add);
        return sha256(String.join("\n", lines) + "\n");
    }

    private static long number(byte[] seed, int counter) {
        var block = ByteBuffer.allocate(seed.length + Integer.BYTES).put(seed).putInt(counter);
        return Integer.toUnsignedLong(ByteBuffer.wrap(sha256(block.array())).getInt());
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
