package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Operation;
import de.ratssaal.base.Messages;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.paper.ReportDuty;
import de.ratssaal.voting.PollQuestion;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An amendment as it is read out before the vote, in the language of the record. */
@Component
class AmendmentWords {

    private final Messages messages;

    AmendmentWords(Messages messages) {
        this.messages = messages;
    }

    PollQuestion question(AmendmentSummary amendment) {
        return new PollQuestion(
                text(
                        "voteorder.amendment.question",
                        amendment.number(),
                        amendment.mover().name(),
                        amendment.title()),
                amendment.operations().stream().map(this::words).collect(Collectors.joining("\n\n")),
                null,
                false);
    }

    private String words(Operation operation) {
        return switch (operation) {
            case Operation.ReplaceAll(var proposal) -> text("voteorder.change.all", proposal.wording());
            case Operation.ReplaceIntro(var words) -> text("voteorder.change.intro", words);
            case Operation.ReplaceText(var point, var words) -> text("voteorder.change.text", number(point), words);
            case Operation.ReplacePart(var point, var part, var words) ->
                text("voteorder.change.part", number(point), part, words);
            case Operation.InsertPart(var point, var after, var words) ->
                after == 0
                        ? text("voteorder.change.first-part", number(point), words)
                        : text("voteorder.change.new-part", number(point), after, words);
            case Operation.DeletePart(var point, var part) -> text("voteorder.change.delete-part", number(point), part);
            case Operation.ChangeResponsible(var point, var responsible) ->
                text("voteorder.change.responsible", number(point), orNobody(responsible));
            case Operation.ChangeDue(var point, var due) ->
                text("voteorder.change.due", number(point), due == null ? text("voteorder.change.none") : due.until());
            case Operation.ChangeReport(var point, var report) ->
                text("voteorder.change.report", number(point), orNone(report));
            case Operation.DeletePoint(var point) -> text("voteorder.change.delete", number(point));
            case Operation.MovePoint(var point, var after) ->
                after == 0
                        ? text("voteorder.change.move-first", number(point))
                        : text("voteorder.change.move", number(point), number(after));
            case Operation.InsertPoint(var after, var inserted) ->
                after == 0
                        ? text("voteorder.change.first", inserted.wording())
                        : text("voteorder.change.insert", number(after), inserted.wording());
        };
    }

    private String orNobody(@Nullable String responsible) {
        return responsible == null ? text("voteorder.change.nobody") : responsible;
    }

    private String orNone(@Nullable ReportDuty report) {
        return report == null ? text("voteorder.change.none") : report.recipient();
    }

    private static String number(int point) {
        return "%02d".formatted(point);
    }

    String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
