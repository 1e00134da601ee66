package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.ui.PaperPart;
import de.ratssaal.paper.ui.ProposalText;
import de.ratssaal.workflow.ActSummary;
import de.ratssaal.workflow.CoSignature;
import de.ratssaal.workflow.PaperSubmission;
import de.ratssaal.workflow.ProcessBoard;
import de.ratssaal.workflow.ProcessPicture;
import de.ratssaal.workflow.ProcessStart;
import de.ratssaal.workflow.ProcessState;
import de.ratssaal.workflow.StationPicture;
import de.ratssaal.workflow.StationState;
import de.ratssaal.workflow.StepKind;
import de.ratssaal.workflow.StepPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a paper's page: where it is on its way, and what whoever looks is to do. */
@Component
class ProcessCard implements PaperPart {

    private final ProcessBoard board;
    private final PaperSubmission submission;
    private final CoSignature signature;
    private final Access access;

    ProcessCard(ProcessBoard board, PaperSubmission submission, CoSignature signature, Access access) {
        this.board = board;
        this.submission = submission;
        this.signature = signature;
        this.access = access;
    }

    @Override
    public int order() {
        return -20;
    }

    @Override
    public Optional<Card> of(PaperPage page, Runnable changed) {
        var running = board.find(page.paper().id()).stream()
                .filter(it -> !it.state().isEnd())
                .findFirst();
        return running.isPresent()
                ? running.map(it -> card(it, changed))
                : board.start(page.paper().id()).map(it -> start(it, changed));
    }

    private Card start(ProcessStart start, Runnable changed) {
        var card = new Card(text("workflow.card.title"));
        var line = new ProcessLine(text("workflow.card.picture"));
        line.add(ProcessLine.Place.NOW, text("workflow.step.draft"), "", List.of());
        start.design().steps().forEach(it -> line.add(ProcessLine.Place.TO_COME, it.name(), "", List.of()));
        var submit = new Button(
                text("workflow.submit"),
                Symbol.SEND.create(),
                click -> SubmitDialog.open(
                        start.paper(),
                        start.design(),
                        start.offices(),
                        board.offices(start.paper()),
                        start.paper().content().details().nameCosts(),
                        submission,
                        changed));
        submit.addThemeNames("primary");
        var actions = new Div(submit);
        actions.addClassName("rs-actions");
        if (access.has(start.paper().organization(), Role.SECRETARIAT)) {
            actions.add(new Button(text("workflow.begin"), Symbol.EDIT.create(), click -> begin(start, changed)));
        }
        card.add(new Paragraph(text("workflow.card.to-submit")), line, actions);
        return card;
    }

    private void begin(ProcessStart start, Runnable changed) {
        var office = officeField(start.offices());
        office.setLabel(text("workflow.submit.office"));
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("workflow.begin.title", start.paper().number()));
        dialog.setWidth("min(36rem, 100%)");
        var form = new Div(new Paragraph(text("workflow.begin.text")), office);
        form.addClassName("rs-form");
        dialog.add(form);
        var begin = new Button(text("workflow.begin"), click -> {
            submission.begin(start.paper().id(), office.getValue().id());
            dialog.close();
            changed.run();
        });
        begin.addThemeNames("primary");
        dialog.getFooter().add(new Button(text("base.cancel"), click -> dialog.close()), begin);
        dialog.open();
    }

    private static Select<OrganizationSummary> officeField(List<OrganizationSummary> offices) {
        var office = new Select<OrganizationSummary>();
        office.setItems(offices);
        office.setItemLabelGenerator(OrganizationSummary::name);
        office.setValue(offices.getFirst());
        return office;
    }

    private Card card(ProcessPicture process, Runnable changed) {
        var card = new Card(text("workflow.card.title"));
        card.aside(state(process));
        if (process.isMine() || process.maySubmit()) {
            card.emphasized();
        }
        card.add(line(process));
        lastRefusal(process).ifPresent(card::add);
        if (process.paper().version() > 0) {
            card.add(newVersion(process));
        }
        for (var step : process.steps()) {
            for (var station : step.stations()) {
                if (station.mayDecide()) {
                    card.add(decision(process, step, station, changed));
                }
            }
        }
        var more = more(process, changed);
        if (more.getChildren().findAny().isPresent()) {
            card.add(more);
        }
        return card;
    }

    private static StatusBadge state(ProcessPicture process) {
        var words = text("workflow.state." + process.state());
        return switch (process.state()) {
            case DRAFTING -> new StatusBadge(Tone.NEUTRAL, words);
            case RUNNING ->
                new StatusBadge(Tone.INFO, Symbol.WAITING, text("workflow.state.running-round", process.round()));
            case RETURNED -> new StatusBadge(Tone.WARNING, Symbol.UNDO, words);
            case RELEASED -> new StatusBadge(Tone.SUCCESS, words);
            case WITHDRAWN -> new StatusBadge(Tone.NEUTRAL, words);
        };
    }

    private ProcessLine line(ProcessPicture process) {
        var line = new ProcessLine(text("workflow.card.picture"));
        line.add(
                process.state().isWithAuthor() ? ProcessLine.Place.NOW : ProcessLine.Place.DONE,
                text("workflow.step.draft"),
                "",
                List.of(new Span(process.authorOfficeName())));
        if (process.round() == 0) {
            process.design().steps().forEach(it -> line.add(ProcessLine.Place.TO_COME, it.name(), "", List.of()));
        }
        for (var step : process.steps()) {
            line.add(
                    place(process, step),
                    step.name(),
                    remark(step),
                    step.stations().stream().map(it -> office(process, it)).toList());
        }
        return line;
    }

    private static ProcessLine.Place place(ProcessPicture process, StepPicture step) {
        if (step.stations().stream().anyMatch(it -> it.state() == StationState.REFUSED)) {
            return ProcessLine.Place.REFUSED;
        }
        if (step.isDone()) {
            return ProcessLine.Place.DONE;
        }
        return process.state() == ProcessState.RUNNING && step.isNow()
                ? ProcessLine.Place.NOW
                : ProcessLine.Place.TO_COME;
    }

    private static String remark(StepPicture step) {
        if (step.isAutomatic()) {
            return text("workflow.step.automatic");
        }
        return step.stations().size() < 2
                ? ""
                : text(step.inOrder() ? "workflow.step.in-order" : "workflow.step.parallel");
    }

    private Div office(ProcessPicture process, StationPicture station) {
        var name = new Span(station.office() == null ? text("workflow.secretariat") : station.officeName());
        name.addClassName("rs-process-who");
        var entry = new Div(name, badge(station));
        entry.addClassName("rs-process-entry");
        var lines = new ArrayList<String>();
        var by = station.by();
        if (station.state() == StationState.ASKED) {
            var head = station.head();
            if (head != null) {
                lines.add(
                        station.standsIn() == null
                                ? head
                                : text("workflow.station.stands-in", head, station.standsIn()));
            } else if (station.office() != null) {
                lines.add(text("workflow.station.without-head"));
            }
            var asked = station.askedAt();
            if (asked != null) {
                lines.add(text(
                        "workflow.station.since", asked.atZone(process.zone()).toLocalDate()));
            }
            var due = station.due();
            if (due != null && !station.isOverdue()) {
                lines.add(text("workflow.station.due", due));
            }
        } else if (by != null) {
            lines.add(who(by) + ", " + text("workflow.moment", by.at().atZone(process.zone())));
        }
        lines.forEach(it -> {
            var line = new Span(it);
            line.addClassName("rs-process-detail");
            entry.add(line);
        });
        if (station.isOverdue() && station.due() != null) {
            entry.add(new StatusBadge(Tone.DANGER, Symbol.CLOCK, text("workflow.station.overdue", station.due())));
        }
        if (station.reminders() > 0) {
            var reminded = new Span(text("workflow.station.reminded", station.reminders()));
            reminded.addClassName("rs-process-detail");
            entry.add(reminded);
        }
        if (station.isEscalated()) {
            entry.add(new StatusBadge(Tone.DANGER, Symbol.WARNING, text("workflow.station.escalated")));
        }
        if (station.isOutdated()) {
            entry.add(new StatusBadge(Tone.WARNING, text("workflow.station.outdated")));
        }
        if (station.isKept()) {
            entry.add(new StatusBadge(Tone.NEUTRAL, Symbol.CHECK, text("workflow.station.kept")));
        }
        return entry;
    }

    static String who(ActSummary by) {
        var behalf = by.onBehalfOf();
        if (by.person() == null && "system".equals(by.name())) {
            return text("workflow.by-itself");
        }
        return behalf == null ? by.name() : text("workflow.on-behalf", by.name(), behalf);
    }

    private static StatusBadge badge(StationPicture station) {
        var words = text("workflow.station." + station.state());
        return switch (station.state()) {
            case PLANNED -> new StatusBadge(Tone.NEUTRAL, Symbol.CLOCK, words);
            case ASKED -> new StatusBadge(Tone.LIVE, Symbol.WAITING, words);
            case DONE -> new StatusBadge(Tone.SUCCESS, Symbol.CHECK, words);
            case REFUSED -> new StatusBadge(Tone.DANGER, Symbol.UNDO, words);
            case PASSED_OVER -> new StatusBadge(Tone.WARNING, Symbol.CHEVRON_RIGHT, words);
            case CLOSED -> new StatusBadge(Tone.NEUTRAL, Symbol.CLOSE, words);
        };
    }

    /** Whoever is to change the text reads why right here. */
    private static Optional<Div> lastRefusal(ProcessPicture process) {
        if (process.state() != ProcessState.RETURNED) {
            return Optional.empty();
        }
        var last = process.history().getLast();
        if (last.comment().isEmpty()) {
            return Optional.empty();
        }
        var words = new Div();
        words.addClassName("rs-process-reasons");
        words.add(new Span(text("workflow.card.said", who(last))));
        last.comment().lines().map(Paragraph::new).forEach(words::add);
        return Optional.of(words);
    }

    /** The page shows what is released; what is asked about is the new text. */
    private static Details newVersion(ProcessPicture process) {
        var content = process.paper().content();
        var text = new Div(new ProposalText(content.proposal()));
        content.reasons().lines().map(Paragraph::new).forEach(text::add);
        return new Details(text("workflow.card.new-version"), text);
    }

    private Div decision(ProcessPicture process, StepPicture step, StationPicture station, Runnable changed) {
        var approves = step.kind() == StepKind.APPROVE;
        var paper = process.paper();
        var verb = text(approves ? "workflow.approve" : "workflow.co-sign");
        var sign = new Button(
                verb,
                Symbol.CHECK.create(),
                click -> new ActDialog(
                                text(
                                        approves ? "workflow.approve.title" : "workflow.co-sign.title",
                                        paper.number(),
                                        station.officeName()),
                                text(approves ? "workflow.approve.text" : "workflow.co-sign.text"),
                                verb,
                                false,
                                comment -> {
                                    signature.sign(paper.id(), station.id(), paper.fingerprint(), comment);
                                    Notice.success(text("workflow.act.done"));
                                    changed.run();
                                })
                        .open());
        sign.addThemeNames("primary");
        var refuse = new Button(
                text("workflow.refuse"),
                Symbol.UNDO.create(),
                click -> new ActDialog(
                                text("workflow.refuse.title", paper.number()),
                                text("workflow.refuse.text"),
                                text("workflow.refuse"),
                                true,
                                comment -> {
                                    signature.refuse(paper.id(), station.id(), comment);
                                    Notice.success(text("workflow.act.done"));
                                    changed.run();
                                })
                        .open());
        var ask = new Button(
                text("workflow.ask"), Symbol.ADD.create(), click -> askAlso(process, step, station, changed));
        ask.addThemeNames("tertiary");
        var actions = new Div(sign, refuse, ask);
        actions.addClassName("rs-actions");
        var part = new Div(new H3(text("workflow.card.yours", step.name(), station.officeName())), actions);
        part.addClassName("rs-process-decision");
        return part;
    }

    private void askAlso(ProcessPicture process, StepPicture step, StationPicture station, Runnable changed) {
        var asked = step.stations().stream().map(StationPicture::office).toList();
        var office = officeField(board.offices(process.paper()).stream()
                .filter(it -> !asked.contains(it.id()))
                .toList());
        office.setLabel(text("workflow.ask.office"));
        new ActDialog(
                        text("workflow.ask.title", process.paper().number()),
                        text("workflow.ask.text"),
                        text("workflow.ask.verb"),
                        false,
                        comment -> {
                            signature.askAlso(
                                    process.paper().id(),
                                    station.id(),
                                    office.getValue().id(),
                                    comment);
                            changed.run();
                        })
                .ask(office)
                .open();
    }

    private Div more(ProcessPicture process, Runnable changed) {
        var paper = process.paper();
        var more = new Div();
        more.addClassName("rs-actions");
        if (process.maySubmit()) {
            var submit = new Button(
                    text(process.round() == 0 ? "workflow.submit" : "workflow.submit-again"),
                    Symbol.SEND.create(),
                    click -> SubmitDialog.open(
                            paper,
                            process.design(),
                            List.of(),
                            board.offices(paper),
                            process.financialEffects()
                                    || paper.content().details().nameCosts(),
                            submission,
                            changed));
            submit.addThemeNames("primary");
            more.add(submit);
        }
        if (process.mayCallBack()) {
            var back = new Button(
                    text("workflow.call-back"),
                    Symbol.UNDO.create(),
                    click -> new ActDialog(
                                    text("workflow.call-back.title", paper.number()),
                                    text("workflow.call-back.text"),
                                    text("workflow.call-back"),
                                    false,
                                    comment -> {
                                        submission.callBack(paper.id(), comment);
                                        changed.run();
                                    })
                            .open());
            back.addThemeNames("tertiary");
            more.add(back);
        }
        for (var step : process.steps()) {
            for (var station : step.stations()) {
                if (station.mayPassOver()) {
                    var pass = new Button(
                            text("workflow.pass-over", station.officeName()),
                            Symbol.CHEVRON_RIGHT.create(),
                            click -> new ActDialog(
                                            text("workflow.pass-over", station.officeName()),
                                            text("workflow.pass-over.text"),
                                            text("workflow.pass-over.verb"),
                                            true,
                                            comment -> {
                                                submission.passOver(paper.id(), station.id(), comment);
                                                changed.run();
                                            })
                                    .open());
                    pass.addThemeNames("tertiary");
                    more.add(pass);
                }
            }
        }
        return more;
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
