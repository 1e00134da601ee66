package de.ratssaal.urn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Motions;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.paper.ProposalForVote;
import de.ratssaal.teller.TellerLinks;
import de.ratssaal.urn.UrnConduct;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.UrnsOfMeeting;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the chair takes a secret vote by device: devices register, the urn is opened and shut, the tellers decrypt. */
class DeskUrn implements LiveCard.Shown {

    private final UrnConduct conduct;
    private final Consumer<Runnable> act;
    private final Section shown = new Section("rs-urn").calm();

    DeskUrn(UrnConduct conduct, Consumer<Runnable> act) {
        this.conduct = conduct;
        this.act = act;
    }

    @Override
    public Component component() {
        return shown;
    }

    @Override
    public void show(Board board) {
        var urns = board.part(UrnsOfMeeting.class).orElse(new UrnsOfMeeting(List.of(), null));
        var urn = urns.running().or(() -> urns.settledOn(board.meeting().currentItem()));
        // an election on the item says nothing of what else is decided on it
        var possible = item(board)
                .filter(it -> urn.filter(other -> other.state().isRunning() || !other.isElection())
                        .isEmpty());
        shown.setVisible(urn.isPresent() || possible.isPresent());
        var missing = urn.map(it -> missing(board, it)).orElse(List.of());
        shown.show(
                Arrays.asList(
                        urn,
                        possible.map(AgendaItemSummary::id),
                        missing,
                        urns.whyNot(),
                        possible.isPresent() ? board.proposal() : null),
                () -> possible.<Component>map(it -> possible(board, it, urns.whyNot()))
                        .or(() -> urn.map(it -> running(it, missing)))
                        .orElseGet(Div::new));
    }

    /** The item on which a secret vote was obtained and has yet to be taken. */
    private static Optional<AgendaItemSummary> item(Board board) {
        return board.currentItem()
                .filter(it -> board.meeting().state() == MeetingState.OPEN
                        && board.openPoll().isEmpty()
                        && !board.isBarred()
                        && board.resolutions().stream()
                                .noneMatch(resolved -> resolved.item().equals(it.id()))
                        && board.part(Motions.class)
                                .filter(motions -> motions.isObtained(it.id(), MotionKind.SECRET_VOTE))
                                .isPresent());
    }

    /** While devices register the vote is opened here. */
    @Override
    public Optional<String> goesFirst(Board board) {
        return board.part(UrnsOfMeeting.class)
                .flatMap(UrnsOfMeeting::running)
                .filter(it -> it.state() == UrnState.REGISTERING)
                .map(it -> UrnParts.text(it.isElection() ? "urn.desk.open-round" : "urn.desk.first"));
    }

    private Component possible(Board board, AgendaItemSummary item, @Nullable String whyNot) {
        var card = new Card(UrnParts.text("urn.desk.title"));
        if (whyNot != null) {
            card.add(
                    new Paragraph(UrnParts.text(whyNot)),
                    new Anchor(TellerLinks.of(board.meeting().organization()), UrnParts.text("teller.open")));
            return card;
        }
        var begin = new Button(
                UrnParts.text("urn.desk.begin"),
                Symbol.DEVICE.create(),
                click -> act.accept(() -> conduct.begin(board.meeting().id(), item.id(), question(board, item))));
        begin.addThemeNames("primary");
        card.add(new Paragraph(UrnParts.text("urn.desk.possible")), row(begin));
        return card;
    }

    private static PollQuestion question(Board board, AgendaItemSummary item) {
        ProposalForVote proposal = board.proposal();
        return proposal == null
                ? new PollQuestion(item.title(), "", null, false)
                : new PollQuestion(
                        proposal.question(), proposal.wording(), proposal.proposalJson(), proposal.withChanges());
    }

    private Component running(UrnSummary urn, List<Seat> missing) {
        var card = new Card(UrnParts.text(urn.isElection() ? "urn.desk.election" : "urn.desk.title"));
        card.aside(UrnParts.badge(urn.state()));
        var progress = new Paragraph(UrnParts.progress(urn));
        progress.getElement().setAttribute("role", "status");
        card.add(new Paragraph(urn.matter().title()), progress);
        warning(urn).ifPresent(it -> card.add(note(it)));
        switch (urn.state()) {
            case REGISTERING -> addRegistering(card, urn, missing);
            case OPEN -> {
                var end = new Button(
                        UrnParts.text("urn.desk.end"),
                        Symbol.STOP.create(),
                        click -> ConfirmAction.ask(
                                UrnParts.text("urn.desk.end-question"),
                                UrnParts.text(
                                        "urn.desk.end-text",
                                        urn.cast(),
                                        urn.voters().size()),
                                UrnParts.text("urn.desk.end"),
                                () -> act.accept(() -> conduct.end(urn.poll()))));
                end.addThemeNames("primary");
                card.add(UrnParts.heads(urn), row(end));
            }
            case DECRYPTING, CONFIRMING, CONFIRMED, REFUSED, SETTLED ->
                card.add(new H3(UrnParts.text("urn.desk.tellers")), UrnParts.tellers(urn), UrnParts.heads(urn));
            case CANCELLED -> {}
        }
        return card;
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(Symbol.INFO.create(), new Span(text));
        note.addClassName("rs-note");
        return note;
    }

    /** What the chair should know before others do; nothing of it stops anybody. */
    private static Optional<String> warning(UrnSummary urn) {
        return switch (urn.state()) {
            case REGISTERING ->
                Optional.of(urn.ready().size())
                        .filter(it -> it >= urn.rule().leastVoters()
                                && it < 2 * urn.rule().leastVoters())
                        .map(it -> UrnParts.text("urn.desk.few", it));
            case CONFIRMING, CONFIRMED ->
                Optional.of(urn.cast())
                        .filter(it -> urn.tellsEveryVote())
                        .map(it -> UrnParts.text("urn.desk.unanimous", it));
            case OPEN, DECRYPTING, SETTLED, REFUSED, CANCELLED -> Optional.empty();
        };
    }

    private void addRegistering(Card card, UrnSummary urn, List<Seat> missing) {
        var open = new Button(
                UrnParts.text(urn.isElection() ? "urn.desk.open-round" : "urn.desk.open"),
                Symbol.VOTE.create(),
                click -> open(urn, missing));
        open.addThemeNames("primary");
        var withdraw = new Button(
                UrnParts.text("urn.desk.withdraw"),
                Symbol.CLOSE.create(),
                click -> act.accept(() -> conduct.withdraw(urn.poll())));
        withdraw.addThemeNames("tertiary");
        if (!missing.isEmpty()) {
            card.add(new Paragraph(UrnParts.text(
                    "urn.desk.missing",
                    missing.size(),
                    missing.stream().map(it -> it.member().name()).collect(Collectors.joining(", ")))));
        }
        var device = new Anchor("/app/booth-device/" + urn.meeting(), UrnParts.text("urn.desk.device"));
        device.setTarget("_blank");
        card.add(row(open, withdraw, device));
    }

    /** Nobody is shut out by mistake: whoever has no device has to be named. */
    private void open(UrnSummary urn, List<Seat> missing) {
        if (missing.isEmpty()) {
            act.accept(() -> conduct.open(urn.poll(), Set.of()));
            return;
        }
        var without = missing.stream().map(it -> it.member().person()).collect(Collectors.toSet());
        ConfirmAction.askDestructive(
                UrnParts.text("urn.desk.open-question", missing.size()),
                UrnParts.text(
                        "urn.desk.open-text",
                        missing.stream().map(it -> it.member().name()).collect(Collectors.joining(", "))),
                UrnParts.text("urn.desk.open-without"),
                () -> act.accept(() -> conduct.open(urn.poll(), without)));
    }

    /** Who is present and may vote, and has registered no device. */
    private static List<Seat> missing(Board board, UrnSummary urn) {
        if (urn.state() != UrnState.REGISTERING) {
            return List.of();
        }
        Set<PersonId> ready = urn.ready();
        return board.seats().stream()
                .filter(it -> RoomUrn.mayVote(urn, it))
                .filter(it -> !ready.contains(it.member().person()))
                .toList();
    }

    private static Div row(Component... buttons) {
        var row = new Div(buttons);
        row.addClassName("rs-actions");
        return row;
    }
}
