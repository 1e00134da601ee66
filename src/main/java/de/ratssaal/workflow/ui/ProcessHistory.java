package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Timeline;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.ui.PaperPart;
import de.ratssaal.workflow.ActKind;
import de.ratssaal.workflow.ActSummary;
import de.ratssaal.workflow.ProcessBoard;
import de.ratssaal.workflow.ProcessPicture;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a paper's page, for those who take part: everything that was done on its way, round by round, with every comment. */
@Component
class ProcessHistory implements PaperPart {

    private final ProcessBoard board;

    ProcessHistory(ProcessBoard board) {
        this.board = board;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Card> of(PaperPage page, Runnable changed) {
        var processes = board.find(page.paper().id());
        if (processes.isEmpty()) {
            return Optional.empty();
        }
        var card = new Card(ProcessCard.text("workflow.history"));
        processes.forEach(it -> show(it, card));
        return Optional.of(card);
    }

    private void show(ProcessPicture process, Card card) {
        var offices = board.officeNames(process);
        var last = process.history().getLast().round();
        for (var round = last; round >= 0; round--) {
            var shown = round;
            var timeline = new Timeline();
            process.history().stream()
                    .filter(it -> it.round() == shown)
                    .forEach(it -> add(timeline, it, offices, process));
            card.add(
                    new H3(
                            round == 0
                                    ? ProcessCard.text("workflow.history.drafting")
                                    : ProcessCard.text("workflow.history.round", round)),
                    timeline);
        }
    }

    private static void add(
            Timeline timeline, ActSummary act, Map<OrganizationId, String> offices, ProcessPicture process) {
        var office = act.office();
        var what = ProcessCard.text("workflow.act." + act.kind());
        var comment = new Div();
        comment.addClassName("rs-process-comment");
        comment.add(new Span(ProcessCard.who(act)));
        act.comment().lines().map(Paragraph::new).forEach(comment::add);
        var text =
                new Span(ProcessCard.text("workflow.act.text", act.fingerprint().substring(0, 8)));
        text.addClassName("rs-process-detail");
        if (act.kind() != ActKind.BEGUN) {
            comment.add(text);
        }
        timeline.add(
                Timeline.Step.DONE,
                ProcessCard.text("workflow.moment", act.at().atZone(process.zone())),
                office == null ? what : what + " · " + offices.get(office),
                comment);
    }
}
