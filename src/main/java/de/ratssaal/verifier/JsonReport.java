package de.ratssaal.verifier;

import de.ratssaal.ballot.Check;
import de.ratssaal.ballot.ElectionResult;
import de.ratssaal.ballot.Json;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.Step;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report for programs; its fields are described in docs/voting-protocol.md. */
record JsonReport(Texts texts, RecordVerification.Report report) {

    String write() {
        var record = report.record();
        var election = record.election();
        return Json.fields()
                        .with("valid", new Json.Truth(report.isValid()))
                        .with("verdict", report.verdict().name())
                        .with("finished", new Json.Truth(record.result().isPresent()))
                        .withOptional("uuid", text(election.map(it -> it.uuid())))
                        .withOptional("fingerprint", text(election.map(it -> it.fingerprint())))
                        .with("credentials", new Json.Whole(record.credentials()))
                        .with("weighted", new Json.Whole(record.weighted()))
                        .with("weight", new Json.Whole(record.weight().longValueExact()))
                        .with("sorted", new Json.Truth(record.sorted()))
                        .with("counted", new Json.Whole(record.counted()))
                        .with("trackers", Json.items(record.trackers(), Json.Text::new))
                        .with("tellers", new Json.Whole(record.tellers()))
                        .with("decrypted", Json.items(record.decrypted(), it -> new Json.Whole(it)))
                        .withOptional(
                                "result",
                                record.result().map(JsonReport::counts).orElse(null))
                        .withOptional("opening", text(record.opening()))
                        .withOptional("end", text(record.end()))
                        .withOptional("head", text(record.head()))
                        .with("checks", Json.items(List.of(Step.values()), this::check))
                        .write()
                + "\n";
    }

    private static Json.@Nullable Text text(Optional<String> value) {
        return value.map(Json.Text::new).orElse(null);
    }

    private static Json counts(ElectionResult result) {
        return Json.items(result.counts(), question -> Json.items(question, Json.Whole::new));
    }

    private Json check(Step step) {
        var fields = Json.fields()
                .with("number", new Json.Whole(step.number()))
                .with("step", step.name())
                .with("text", texts.text("step." + step));
        return switch (report.checks().get(step)) {
            case null -> fields.with("outcome", "NOT_CHECKED");
            case Check.Valid() -> fields.with("outcome", "HOLDS");
            case Check.Invalid invalid ->
                fields.with("outcome", "FAILS")
                        .with("reason", invalid.reason().name())
                        .with("details", Json.items(invalid.details(), Json.Text::new))
                        .with("sentence", texts.reason(invalid));
        };
    }
}
