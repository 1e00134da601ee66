package de.ratssaal.verifier;

import de.ratssaal.ballot.Check;
import de.ratssaal.ballot.ElectionResult;
import de.ratssaal.ballot.RecordFacts;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Verdict;
import de.ratssaal.ballot.Step;
import java.util.stream.Collectors;

/** The report for people. */
final class PlainReport {

    private final Texts texts;
    private final RecordVerification.Report report;
    private final RecordFacts record;
    private final StringBuilder out = new StringBuilder();

    PlainReport(Texts texts, RecordVerification.Report report) {
        this.texts = texts;
        this.report = report;
        this.record = report.record();
    }

    String write() {
        record.election().ifPresent(it -> line("election", it.name(), it.uuid()));
        for (var step : Step.values()) {
            var check = report.checks().get(step);
            if (check != null) {
                line(check);
                sentence(step, check);
            } else {
                left(step);
            }
        }
        if (report.verdict() != Verdict.UNSOUND) {
            facts();
        }
        line(
                switch (report.verdict()) {
                    case SOUND -> "verdict.sound";
                    case UNFINISHED -> "verdict.unfinished";
                    case UNPROVEN -> "verdict.unproven";
                    case UNSOUND -> "verdict.unsound";
                });
        return out.toString();
    }

    /** Says what was not checked, unless it is because something before it does not hold or nothing was given to compare with. */
    private void left(Step step) {
        if (step == Step.STRONG_PROOFS && report.verdict() == Verdict.UNPROVEN) {
            line("unproven", step.number(), texts.text("step." + step));
        } else if (report.verdict() == Verdict.UNFINISHED && step != Step.STRONG_PROOFS && step != Step.HISTORY) {
            line("not-yet", step.number(), texts.text("step." + step));
        }
    }

    private void line(Check check) {
        out.append(texts.text(check.isValid() ? "mark.holds" : "mark.fails")).append(' ');
    }

    private void sentence(Step step, Check check) {
        switch (check) {
            case Check.Valid() -> line("holds", step.number(), texts.text("step." + step));
            case Check.Invalid invalid ->
                line("fails", step.number(), texts.text("step." + step), texts.reason(invalid));
        }
    }

    private void facts() {
        line("counts", record.credentials(), record.trackers().size(), record.counted());
        if (!record.sorted()) {
            line("unsorted");
        }
        if (record.weighted() > 0) {
            line("weighted", record.weighted(), record.credentials(), record.weight());
        }
        if (!record.decrypted().isEmpty()) {
            var numbers = record.decrypted().stream().map(String::valueOf).collect(Collectors.joining(", "));
            line("tellers", record.decrypted().size(), record.tellers(), numbers);
        }
        record.result().ifPresent(this::result);
        record.opening().ifPresent(it -> line("head.opening", it));
        record.end().ifPresent(it -> line("head.end", it));
        record.result().ifPresent(it -> line("head.result", record.head().orElse("")));
        line("limits");
    }

    private void result(ElectionResult result) {
        var questions = record.election().orElseThrow().questions();
        for (var it = 0; it < questions.size(); it++) {
            var question = questions.get(it);
            out.append('\n').append(Printable.of(question.text())).append('\n');
            var offset = question.allowsBlank() ? 1 : 0;
            for (var answer = 0; answer < question.answers().size(); answer++) {
                line(
                        "result",
                        question.answers().get(answer),
                        result.counts().get(it).get(answer + offset));
            }
            if (question.allowsBlank()) {
                line("result", texts.text("blank"), result.counts().get(it).getFirst());
            }
        }
        out.append('\n');
    }

    private void line(String key, Object... arguments) {
        out.append(texts.text(key, arguments)).append('\n');
    }
}
