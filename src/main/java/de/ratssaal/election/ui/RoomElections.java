package de.ratssaal.election.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.election.CandidateId;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.LotDrawing;
import de.ratssaal.election.LotSummary;
import de.ratssaal.election.MeetingElections;
import de.ratssaal.election.OpenRounds;
import de.ratssaal.election.ResultSheets;
import de.ratssaal.election.RoundState;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.election.RoundWay;
import de.ratssaal.identity.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Elections on the item before the meeting, for members and gallery: who stands, how far it is, the result. */
class RoomElections implements LiveCard.Shown {

    private final ElectionConduct conduct;
    private final OpenRounds open;
    private final LotDrawing lots;
    private final ResultSheets sheets;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Section counting = new Section("rs-election-mine");
    private final Section contribution = new Section("rs-election-mine");
    private final Section shown = new Section("rs-elections");
    private final Div all = new Div(counting, contribution, shown);
    private @Nullable LotPad pad;

    RoomElections(
            ElectionConduct conduct,
            OpenRounds open,
            LotDrawing lots,
            ResultSheets sheets,
            @Nullable PersonId me,
            Consumer<Runnable> act) {
        this.conduct = conduct;
        this.open = open;
        this.lots = lots;
        this.sheets = sheets;
        this.me = me;
        this.act = act;
        all.addClassName("rs-elections-room");
    }

    @Override
    public Component component() {
        return all;
    }

    @Override
    public void show(Board board) {
        var current = board.currentItem().map(it -> it.id()).orElse(null);
        var elections = board.part(MeetingElections.class).map(MeetingElections::elections).orElse(List.of()).stream()
                .filter(it -> it.item().equals(current))
                .toList();
        all.setVisible(!elections.isEmpty());
        showCounting(elections);
        showContribution(board, elections);
        var mayElect = mayElect(board);
        shown.show(Arrays.asList(elections, mayElect), () -> cards(elections, mayElect, new Names(board)));
    }

    /** The form of a teller stays as it is while others do something. */
    private void showCounting(List<ElectionSummary> elections) {
        var mine = elections.stream()
                .filter(it -> it.currentRound()
                        .filter(round -> isMineToCount(it, round))
                        .isPresent())
                .findFirst();
        var round = mine.flatMap(ElectionSummary::currentRound);
        counting.setVisible(mine.isPresent());
        counting.show(
                Arrays.asList(round.map(RoundSummary::id), round.map(RoundSummary::attempt)),
                () -> mine.<Component>map(it -> form(it, round.orElseThrow())).orElseGet(Div::new));
    }

    private boolean isMineToCount(ElectionSummary election, RoundSummary round) {
        return round.state() == RoundState.COUNTING
                && round.way() == RoundWay.PAPER
                && me != null
                && election.tellers().contains(me)
                && !round.countedBy().contains(me);
    }

    private Component form(ElectionSummary election, RoundSummary round) {
        return new Card(
                        ElectionParts.text("election.count.title", election.office()),
                        new CountForm(election, round, sheet -> {
                            if (me != null) {
                                act.accept(() -> conduct.enterCount(round.id(), me, sheet));
                            }
                        }))
                .emphasized();
    }

    private void showContribution(Board board, List<ElectionSummary> elections) {
        var open = elections.stream()
                .filter(it -> it.state() == ElectionState.LOT)
                .flatMap(it -> it.openLot().stream())
                .filter(it -> mayContribute(board, it))
                .findFirst();
        contribution.setVisible(open.isPresent());
        var isNew = contribution.show(
                Arrays.asList(open.map(LotSummary::name)),
                () -> open.map(this::contribution).orElseGet(Div::new));
        if (!isNew && open.isPresent() && pad != null && me != null) {
            pad.show(open.get(), me);
        }
    }

    private boolean mayContribute(Board board, LotSummary lot) {
        return me != null
                && !lot.withheld().contains(me)
                && (lot.valid().stream().anyMatch(it -> it.person().equals(me))
                        || lot.state() == LotSummary.State.COLLECTING
                                && board.seatOf(me)
                                        .filter(Seat::isPresent)
                                        .filter(Seat::holdsVote)
                                        .isPresent());
    }

    private Component contribution(LotSummary lot) {
        if (me == null) {
            return new Div();
        }
        var made = new LotPad(
                lot,
                me,
                commitment -> act.accept(() -> lots.commit(lot.id(), lot.attempt(), commitment)),
                secret -> act.accept(() -> lots.open(lot.id(), secret)));
        pad = made;
        return new Card(
                        ElectionParts.text("election.lot-pad.title"),
                        new Paragraph(ElectionParts.text("election.lot-pad.text")),
                        made)
                .emphasized();
    }

    private boolean mayElect(Board board) {
        var recusedElect = board.part(MeetingElections.class)
                .map(MeetingElections::recusedElect)
                .orElse(true);
        return board.seatOf(me)
                .filter(it -> it.isPresent() && it.holdsVote() && !it.mustConfirmAlone())
                .filter(it -> recusedElect || !it.isRecused())
                .isPresent();
    }

    private Component cards(List<ElectionSummary> elections, boolean mayElect, Names names) {
        var cards = new Div();
        cards.addClassName("rs-elections-list");
        elections.forEach(it -> cards.add(card(it, mayElect, names)));
        return cards;
    }

    private Component card(ElectionSummary election, boolean mayElect, Names names) {
        var card = new Card(ElectionParts.text("election.card.title"));
        card.add(ElectionParts.head(election));
        if (!election.elected().isEmpty()) {
            card.add(ElectionParts.elected(election));
        }
        myAnswer(election).ifPresent(it -> card.add(answer(election, it)));
        election.currentRound().ifPresent(round -> {
            card.add(new Paragraph(ElectionParts.text(state(round), round.number(), round.seats())));
            if (round.state() == RoundState.PROPOSED && round.askedAt() != null) {
                card.add(asked(round, mayElect));
            }
        });
        if (!election.isOver()) {
            card.add(ElectionParts.candidates(election));
        }
        election.openLot()
                .ifPresent(it -> card.add(new Paragraph(ElectionParts.text(
                        "election.room.lot",
                        String.join(
                                ", ", it.among().stream().map(election::nameOf).toList())))));
        card.add(ElectionParts.rounds(election));
        election.lots().forEach(it -> card.add(ElectionParts.lot(election, it, names)));
        if (election.isOver()) {
            card.add(ElectionParts.sheet(election, sheets));
        }
        return card;
    }

    private static String state(RoundSummary round) {
        if (round.way() == RoundWay.DEVICE && round.state() == RoundState.OPEN) {
            return "election.room.by-device";
        }
        if (round.way() == RoundWay.DEVICE && round.state() == RoundState.COUNTING) {
            return "election.room.decrypting";
        }
        return round.state() == RoundState.OPEN && round.way() == RoundWay.HANDS
                ? "election.room.by-hands"
                : "election.room." + round.state();
    }

    private Component asked(RoundSummary round, boolean mayElect) {
        if (round.isObjected()) {
            return new Paragraph(ElectionParts.text("election.told.objected", round.objections()));
        }
        var row = new Div(new Paragraph(ElectionParts.text("election.room.asked")));
        row.addClassName("rs-actions");
        if (mayElect) {
            row.add(new Button(
                    ElectionParts.text("election.room.object"),
                    Symbol.NO.create(),
                    click -> act.accept(() -> open.object(round.id()))));
        }
        return row;
    }

    /** The candidate that is who looks, if they are elected and have yet to answer. */
    private Optional<CandidateId> myAnswer(ElectionSummary election) {
        return election.kind() != ElectionKind.PERSONS || me == null
                ? Optional.empty()
                : election.candidates().stream()
                        .filter(it -> me.equals(it.person()))
                        .map(it -> it.id())
                        .filter(it -> election.elected().stream()
                                .anyMatch(won -> won.candidate().equals(it) && won.accepts() == null))
                        .findFirst();
    }

    private Component answer(ElectionSummary election, CandidateId candidate) {
        var accept = new Button(
                ElectionParts.text("election.answer.accept"),
                Symbol.YES.create(),
                click -> act.accept(() -> conduct.answer(election.id(), candidate, true)));
        accept.addThemeNames("primary", "large");
        var decline = new Button(
                ElectionParts.text("election.answer.decline"),
                Symbol.NO.create(),
                click -> act.accept(() -> conduct.answer(election.id(), candidate, false)));
        var row = new Div(new Paragraph(ElectionParts.text("election.answer.question")), accept, decline);
        row.addClassName("rs-actions");
        return row;
    }
}
