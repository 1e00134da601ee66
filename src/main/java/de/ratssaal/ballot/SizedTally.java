package de.ratssaal.ballot;

import java.math.BigInteger;

/**
 * The published sum and over how many ballots it goes.
 *
 * @param ballots how many ballots were added
 * @param weight of all votes together
 * @param tally name of the record that holds the sum
 */
public record SizedTally(long ballots, BigInteger weight, String tally) {

    private static final BigInteger LARGEST_NUMBER =
            BigInteger.ONE.shiftLeft(30).subtract(BigInteger.ONE);

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static SizedTally read(byte[] content) {
        var fields = JsonReader.read(content).fields();
        var ballots = fields.take("num_tallied").whole();
        var total = fields.take("total_weight");
        var weight =
                total.value() instanceof Json.Text(var text) ? Decimal.parse(text) : BigInteger.valueOf(total.whole());
        if ((weight.compareTo(LARGEST_NUMBER) > 0) != total.value() instanceof Json.Text) {
            throw total.wrong("spelled as no number of this size is");
        }
        var tally = fields.take("encrypted_tally").hex();
        fields.end();
        return new SizedTally(ballots, weight, tally);
    }

    public byte[] write() {
        return Json.fields()
                .with("num_tallied", new Json.Whole(ballots))
                .with(
                        "total_weight",
                        weight.compareTo(LARGEST_NUMBER) > 0
                                ? new Json.Text(weight.toString())
                                : new Json.Whole(weight.longValueExact()))
                .with("encrypted_tally", tally)
                .bytes();
    }
}
