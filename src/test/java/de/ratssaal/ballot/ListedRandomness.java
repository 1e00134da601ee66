package de.ratssaal.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The same numbers every time, written down in the order in which they are drawn. */
final class ListedRandomness implements Randomness {

    private final String label;
    private final List<BigInteger> drawn = new ArrayList<>();

    ListedRandomness(String label) {
        this.label = label;
    }

    @Override
    public BigInteger below(BigInteger order) {
        var text = label + '|' + drawn.size();
        var number = new BigInteger(1, Hash.sha256(text.getBytes(StandardCharsets.UTF_8))).mod(order);
        drawn.add(number);
        return number;
    }

    Json written() {
        return Json.items(drawn, Json::text);
    }
}
