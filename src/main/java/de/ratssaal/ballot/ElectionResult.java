package de.ratssaal.ballot;

import java.util.List;

/**
 * How often each place was marked.
 *
 * @param counts by question and place; the blank votes come first where there are any
 */
public record ElectionResult(List<List<Long>> counts) {

    public ElectionResult {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static ElectionResult read(byte[] content, ElectionParameters election) {
        var fields = JsonReader.read(content).fields();
        var result = new ElectionResult(fields.take("result").items(question -> question.items(Node::whole)));
        fields.end();
        Shape.require(result.counts(), election);
        return result;
    }

    public byte[] write() {
        return Json.fields()
                .with("result", Json.items(counts, question -> Json.items(question, Json.Whole::new)))
                .bytes();
    }
}
