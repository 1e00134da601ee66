package de.ratssaal.election.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.election.BallotsByDevice;
import de.ratssaal.election.Candidate;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.LotDrawing;
import de.ratssaal.election.LotSummary;
import de.ratssaal.election.MeetingElections;
import de.ratssaal.election.OpenRounds;
import de.ratssaal.election.ResultSheets;
import de.ratssaal.election.RoundId;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.election.RoundWay;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.MemberSummary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Elections on the desk: what comes next in each as its largest button. */
class DeskElections implements LiveCard.Shown {

    private final ElectionPreparing preparing;
    private final ElectionConduct conduct;
    private final OpenRounds openRounds;
    private final BallotsByDevice byDevice;
    private final LotDrawing lots;
    private final ResultSheets sheets;
    private final Consumer<Runnable> act;
    private final Section shown = new Section("rs-elections");
    private final Map<RoundId, IntegerField> handedOut = new HashMap<>();
    private final Map<RoundId, CountForm> hands = new HashMap<>();

    DeskElections(
            ElectionPreparing preparing,
            ElectionConduct conduct,
            OpenRounds openRounds,
            BallotsByDevice byDevice,
            LotDrawing lots,
            ResultSheets sheets,
            Consumer<Runnable> act) {
        this.preparing = preparing;
        this.conduct = conduct;
        this.openRounds = openRounds;
        this.byDevice = byDevice;
        this.lots = lots;
        this.sheets = sheets;
        this.act = act;
    }

    @Override
    public Component component() {
        return shown;
    }

    @Override
    public void show(Board now) {
        var elections = elections(now);
        shown.setVisible(
                now.meeting().state() != MeetingState.CLOSED && now.meeting().state() != MeetingState.CANCELLED);
        shown.show(
                Arrays.asList(
                        elections,
                        now.part(MeetingElections.class).map(MeetingElections::whyNotByDevice),
                        now.part(MeetingElections.class).map(MeetingElections::registering),
                        now.meeting().state(),
                        now.currentItem(),
                        voters(now),
                        hasRemoteVoters(now),
                        now.seats().stream().anyMatch(Seat::isRecused)),
                () -> card(now, elections));
    }

    /** On the item before the meeting, and those that are not over. */
    private static List<ElectionSummary> elections(Board now) {
        var current = now.currentItem().map(it -> it.id()).orElse(null);
        return now.part(MeetingElections.class).map(MeetingElections::elections).orElse(List.of()).stream()
                .filter(it -> it.item().equals(current) || !it.isOver())
                .toList();
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return elections(board).isEmpty() ? Optional.of(ElectionParts.text("election.desk.title")) : Optional.empty();
    }

    /** Ballots that are out, counts that are missing, a lot that is to be drawn, answers of who is elected. */
    @Override
    public Optional<String> goesFirst(Board now) {
        var current = now.currentItem().map(it -> it.id()).orElse(null);
        return now.part(MeetingElections.class).map(MeetingElections::elections).orElse(List.of()).stream()
                .filter(it -> it.item().equals(current))
                .filter(it ->
                        it.state() == ElectionState.RUNNING || it.state() == ElectionState.LOT || isToBeAnswered(it))
                .findFirst()
                .map(it -> ElectionParts.text("election.desk.first", it.office()));
    }

    private static boolean isToBeAnswered(ElectionSummary election) {
        return election.state() == ElectionState.DECIDED
                && election.kind() == ElectionKind.PERSONS
                && election.elected().stream().anyMatch(it -> it.accepts() == null);
    }

    /** An election had a result, and none on the item is still to come. */
    @Override
    public boolean decidesItem(Board now) {
        var current = now.currentItem().map(it -> it.id()).orElse(null);
        var onItem = now.part(MeetingElections.class).map(MeetingElections::elections).orElse(List.of()).stream()
                .filter(it -> it.item().equals(current))
                .toList();
        return onItem.stream().allMatch(ElectionSummary::isOver)
                && onItem.stream()
                        .anyMatch(it -> it.state() == ElectionState.DECIDED || it.state() == ElectionState.FAILED);
    }

    private Component card(Board now, List<ElectionSummary> elections) {
        var card = new Card(ElectionParts.text("election.desk.title"));
        elections.forEach(it -> card.add(election(now, it)));
        if (elections.isEmpty()) {
            card.add(new Paragraph(ElectionParts.text("election.desk.none")));
        }
        card.add(actions(small(
                "election.desk.prepare",
                Symbol.ADD,
                () -> new PrepareDialog(
                                now,
                                (item, kind, office, seats) -> act.accept(
                                        () -> preparing.prepare(now.meeting().id(), item, kind, office, seats)))
                        .open())));
        return card;
    }

    private Component election(Board now, ElectionSummary election) {
        var names = new Names(now);
        var part = new Div(ElectionParts.head(election));
        part.addClassName("rs-election");
        if (!election.tellers().isEmpty() && election.kind() != ElectionKind.GROUPS) {
            part.add(new Paragraph(ElectionParts.text("election.desk.tellers", names.of(election.tellers()))));
        }
        switch (election.state()) {
            case NOMINATING -> nominating(now, election, part);
            case RUNNING -> election.currentRound().ifPresent(it -> running(now, election, it, part, names));
            case LOT -> {
                part.add(ElectionParts.rounds(election));
                election.openLot().ifPresent(it -> lot(election, it, part, names));
            }
            case DECIDED, FAILED -> over(election, part);
            case CANCELLED, REPEATED -> {}
        }
        if (election.state() != ElectionState.LOT) {
            part.add(ElectionParts.rounds(election));
        }
        election.lots().forEach(it -> part.add(ElectionParts.lot(election, it, names)));
        return part;
    }

    private void nominating(Board now, ElectionSummary election, Div part) {
        var list = new UnorderedList();
        list.addClassName("rs-election-candidates");
        election.candidates().forEach(it -> list.add(entry(election, it)));
        part.add(list);
        if (election.kind() == ElectionKind.GROUPS) {
            part.add(actions(
                    large("election.desk.share", Symbol.DECISION, () -> conduct.shareByStrength(election.id())),
                    cancel(election)));
            return;
        }
        var name = small(
                election.kind() == ElectionKind.LISTS ? "election.desk.name-list" : "election.desk.name",
                Symbol.ADD,
                () -> new NominateDialog(now, election, preparing, act).open());
        var close = largeOrSmall(
                !election.candidates().isEmpty(),
                "election.desk.close-list",
                Symbol.CHECK,
                () -> preparing.closeList(election.id()));
        part.add(actions(close, name, tellers(now, election, false), cancel(election)));
    }

    private ListItem entry(ElectionSummary election, Candidate candidate) {
        var entry = new ListItem(ElectionParts.candidate(election, candidate));
        if (election.kind() == ElectionKind.GROUPS) {
            return entry;
        }
        if (candidate.consented()) {
            entry.add(new StatusBadge(Tone.SUCCESS, ElectionParts.text("election.candidate.consented")));
        } else {
            entry.add(small(
                    "election.desk.consent",
                    Symbol.CHECK,
                    () -> act.accept(() -> preparing.consent(election.id(), candidate.id()))));
        }
        var off = new Button(
                Symbol.DELETE.create(), click -> act.accept(() -> preparing.takeOff(election.id(), candidate.id())));
        off.addThemeNames("tertiary", "icon");
        off.setAriaLabel(ElectionParts.text("election.desk.take-off", candidate.name()));
        entry.add(off);
        return entry;
    }

    private void running(Board now, ElectionSummary election, RoundSummary round, Div part, Names names) {
        switch (round.state()) {
            case PROPOSED -> proposed(now, election, round, part);
            case OPEN -> {
                switch (round.way()) {
                    case PAPER -> open(now, round, part);
                    case HANDS -> openByHands(election, round, part);
                    case DEVICE -> byDevice("election.desk.is-open-by-device", round, part);
                }
            }
            case COUNTING -> {
                if (round.way() == RoundWay.DEVICE) {
                    byDevice("election.desk.decrypting", round, part);
                } else {
                    counting(election, round, part, names);
                }
            }
            case SETTLED, CANCELLED -> {}
        }
    }

    private void proposed(Board now, ElectionSummary election, RoundSummary round, Div part) {
        part.add(
                new Paragraph(ElectionParts.text("election.desk.next-round." + round.kind(), round.seats())),
                ElectionParts.candidates(election));
        if (isRegistering(now, round)) {
            part.add(note("election.desk.registering"));
        } else if (hasRemoteVoters(now)) {
            part.add(note("election.desk.remote"));
            now.part(MeetingElections.class)
                    .map(MeetingElections::whyNotByDevice)
                    .ifPresent(why -> part.add(note(why)));
        }
        if (now.seats().stream().anyMatch(Seat::isRecused)) {
            part.add(note("election.desk.recused"));
        }
        var secretBy = now.part(MeetingElections.class)
                .map(it -> it.rule().secretBy(election.kind() == ElectionKind.LISTS))
                .orElse(null);
        if (election.isObjected()) {
            part.add(note("election.desk.objected"));
        } else if (secretBy != null) {
            part.add(note("election.desk.secret-by", secretBy.toString()));
        } else if (round.askedAt() != null) {
            asked(now, election, round, part);
            return;
        }
        var isReady = election.tellers().size() > 1;
        var isByDevice = isRegistering(now, round) || hasRemoteVoters(now) && canBeByDevice(now);
        part.add(actions(
                isByDevice ? registerDevices(now, round, true) : nothing(),
                isReady ? openOnPaper(round, !isByDevice) : tellers(now, election, !isByDevice),
                isByDevice ? nothing() : registerDevices(now, round, false),
                election.isObjected() || secretBy != null
                        ? new Span()
                        : small("election.desk.ask", Symbol.GROUP, () -> act.accept(() -> openRounds.ask(round.id()))),
                isReady ? tellers(now, election, false) : new Span(),
                cancel(election)));
    }

    /** The chair asked whether anybody objects: hands are raised, unless somebody does. */
    private void asked(Board now, ElectionSummary election, RoundSummary round, Div part) {
        part.add(note("election.desk.asked"));
        if (round.objections() > 0) {
            part.add(note("election.desk.too-few-objected", round.objections()));
        }
        part.add(actions(
                big(
                        ElectionParts.text("election.desk.open-by-hands", round.number()),
                        Symbol.GROUP,
                        () -> act.accept(() -> openRounds.open(round.id()))),
                small(
                        "election.desk.enter-objection",
                        Symbol.NO,
                        () -> new ObjectionDialog(
                                        voters(now),
                                        member -> act.accept(() -> openRounds.enterObjection(round.id(), member)))
                                .open()),
                election.tellers().size() > 1 ? openOnPaper(round, false) : tellers(now, election, false),
                registerDevices(now, round, false),
                cancel(election)));
    }

    private static boolean isRegistering(Board now, RoundSummary round) {
        return now.part(MeetingElections.class)
                .filter(it -> round.id().equals(it.registering()))
                .isPresent();
    }

    private static boolean canBeByDevice(Board now) {
        return now.part(MeetingElections.class)
                .filter(it -> it.whyNotByDevice() == null)
                .isPresent();
    }

    /** Nothing while devices register: what comes next then stands in the card of the urn. */
    private Component registerDevices(Board now, RoundSummary round, boolean isNext) {
        if (!canBeByDevice(now) || isRegistering(now, round)) {
            return nothing();
        }
        Runnable step = () -> act.accept(() -> byDevice.register(round.id()));
        return isNext
                ? big(ElectionParts.text("election.desk.by-device"), Symbol.DEVICE, step)
                : small("election.desk.by-device", Symbol.DEVICE, step);
    }

    /** The urn has a card of its own. */
    private void byDevice(String key, RoundSummary round, Div part) {
        part.add(new Paragraph(ElectionParts.text(key, round.entitled())), actions(cancelRound(round)));
    }

    private Button openOnPaper(RoundSummary round, boolean isNext) {
        var label = ElectionParts.text("election.desk.open", round.number());
        Runnable step = () -> act.accept(() -> conduct.openRound(round.id()));
        return isNext
                ? big(label, Symbol.VOTE, step)
                : new Button(
                        ElectionParts.text("election.desk.open-on-paper"), Symbol.VOTE.create(), click -> step.run());
    }

    private void openByHands(ElectionSummary election, RoundSummary round, Div part) {
        // what is being typed stays while others arrive
        part.add(
                hands.computeIfAbsent(
                        round.id(),
                        it -> new CountForm(
                                election, round, sheet -> act.accept(() -> openRounds.enter(round.id(), sheet)))),
                actions(cancelRound(round)));
    }

    private void open(Board now, RoundSummary round, Div part) {
        // what is being typed stays while others arrive
        var handedOut = this.handedOut.computeIfAbsent(round.id(), it -> handedOut(now));
        part.add(
                new Paragraph(ElectionParts.text("election.desk.is-open", round.entitled())),
                actions(
                        handedOut,
                        large(
                                "election.desk.close-urn",
                                Symbol.LOCK,
                                () -> conduct.closeUrn(
                                        round.id(), Objects.requireNonNullElse(handedOut.getValue(), 0))),
                        cancelRound(round)));
    }

    private void counting(ElectionSummary election, RoundSummary round, Div part, Names names) {
        part.add(new Paragraph(ElectionParts.text("election.desk.counting", round.handedOut())));
        var list = new UnorderedList();
        list.addClassName("rs-election-candidates");
        for (var teller : election.tellers()) {
            var name = new Span(names.of(teller));
            name.addClassName("rs-election-words");
            var entry = new ListItem(name);
            entry.add(
                    round.countedBy().contains(teller)
                            ? new StatusBadge(Tone.SUCCESS, ElectionParts.text("election.desk.counted"))
                            : small(
                                    "election.desk.enter-count",
                                    Symbol.EDIT,
                                    () -> enterCount(election, round, teller, names.of(teller))));
            list.add(entry);
        }
        part.add(list);
        if (round.countsDiffer()) {
            part.add(note("election.desk.differ"));
        }
        var isCounted = round.countedBy().size() > 1;
        var recount = largeOrSmall(
                round.countsDiffer(),
                "election.desk.recount",
                Symbol.REFRESH,
                () -> conduct.recount(round.id(), round.attempt()));
        var settle = largeOrSmall(
                isCounted && !round.countsDiffer(),
                "election.desk.settle",
                Symbol.DECISION,
                () -> conduct.settle(round.id()));
        part.add(actions(
                round.countsDiffer() ? recount : settle, round.countsDiffer() ? settle : recount, cancelRound(round)));
    }

    private void enterCount(ElectionSummary election, RoundSummary round, PersonId teller, String name) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(ElectionParts.text("election.desk.count-of", name));
        dialog.setWidth("34rem");
        dialog.add(new CountForm(election, round, sheet -> {
            act.accept(() -> conduct.enterCount(round.id(), teller, sheet));
            dialog.close();
        }));
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()));
        dialog.open();
    }

    private void lot(ElectionSummary election, LotSummary lot, Div part, Names names) {
        part.add(new Paragraph(ElectionParts.text(
                "election.desk.lot",
                String.join(", ", lot.among().stream().map(election::nameOf).toList()),
                lot.places())));
        var list = new UnorderedList();
        list.addClassName("rs-election-candidates");
        lot.valid().forEach(it -> {
            var name = new Span(names.of(it.person()));
            name.addClassName("rs-election-words");
            list.add(new ListItem(
                    name,
                    new StatusBadge(
                            it.secret() == null ? Tone.INFO : Tone.SUCCESS,
                            ElectionParts.text(
                                    it.secret() == null ? "election.lot.committed" : "election.lot.opened"))));
        });
        part.add(list);
        var byHand = small(
                "election.desk.lot-by-hand", Symbol.EDIT, () -> new HandDrawnDialog(election, lot, lots, act).open());
        var cancel = cancel(election);
        if (lot.state() == LotSummary.State.COLLECTING) {
            part.add(
                    note("election.desk.lot-collecting"),
                    actions(
                            largeOrSmall(
                                    lot.valid().size() > 1,
                                    "election.desk.lot-open",
                                    Symbol.KEY,
                                    () -> lots.beginOpening(lot.id())),
                            byHand,
                            cancel));
            return;
        }
        var allOpen = lot.valid().stream().allMatch(it -> it.secret() != null);
        part.add(actions(
                largeOrSmall(allOpen, "election.desk.lot-draw", Symbol.DECISION, () -> lots.draw(lot.id())),
                allOpen
                        ? new Span()
                        : small(
                                "election.desk.lot-anew",
                                Symbol.REFRESH,
                                () -> act.accept(() -> lots.beginAnew(lot.id(), lot.attempt()))),
                byHand,
                cancel));
    }

    private void over(ElectionSummary election, Div part) {
        var list = new UnorderedList();
        list.addClassName("rs-election-elected");
        election.elected().forEach(it -> {
            var entry = new ListItem(ElectionParts.elected(election, it));
            if (election.kind() == ElectionKind.PERSONS && it.accepts() == null) {
                entry.add(
                        small(
                                "election.desk.accepts",
                                Symbol.YES,
                                () -> act.accept(() -> conduct.answer(election.id(), it.candidate(), true))),
                        small(
                                "election.desk.declines",
                                Symbol.NO,
                                () -> act.accept(() -> conduct.answer(election.id(), it.candidate(), false))));
            }
            list.add(entry);
        });
        part.add(list);
        if (election.openSeats() > 0) {
            part.add(note("election.desk.open-seats"));
        }
        part.add(actions(
                ElectionParts.sheet(election, sheets),
                small(
                        "election.desk.repeat",
                        Symbol.REFRESH,
                        () -> Reasons.ask(
                                "election.desk.repeat",
                                reason -> act.accept(() -> preparing.repeat(election.id(), reason))))));
    }

    private Button tellers(Board now, ElectionSummary election, boolean isNext) {
        Runnable ask = () -> new TellersDialog(
                        members(now),
                        election,
                        chosen -> act.accept(() -> preparing.nameTellers(election.id(), chosen)))
                .open();
        return isNext
                ? big(ElectionParts.text("election.desk.name-tellers"), Symbol.GROUP, ask)
                : small("election.desk.name-tellers", Symbol.GROUP, ask);
    }

    private Button cancel(ElectionSummary election) {
        return small(
                "election.desk.cancel",
                Symbol.CLOSE,
                () -> Reasons.ask(
                        "election.desk.cancel", reason -> act.accept(() -> preparing.cancel(election.id(), reason))));
    }

    private Button cancelRound(RoundSummary round) {
        return small(
                "election.desk.cancel-round",
                Symbol.CLOSE,
                () -> Reasons.ask(
                        "election.desk.cancel-round",
                        reason -> act.accept(() -> conduct.cancelRound(round.id(), reason))));
    }

    private static IntegerField handedOut(Board now) {
        var field = new IntegerField(ElectionParts.text("election.desk.handed-out"));
        field.setMin(1);
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setValue((int) now.seats().stream()
                .filter(it -> it.holdsVote() && it.place() == Place.ROOM)
                .count());
        return field;
    }

    private static boolean hasRemoteVoters(Board now) {
        return now.seats().stream().anyMatch(it -> it.holdsVote() && it.place() == Place.REMOTE);
    }

    static List<MemberSummary> members(Board now) {
        return now.seats().stream().map(Seat::member).toList();
    }

    /** Who is there and may elect. */
    private static List<MemberSummary> voters(Board now) {
        var recusedElect = now.part(MeetingElections.class)
                .map(MeetingElections::recusedElect)
                .orElse(true);
        return now.seats().stream()
                .filter(it -> it.isPresent() && it.holdsVote() && (recusedElect || !it.isRecused()))
                .map(Seat::member)
                .toList();
    }

    private static Component note(String key, Object... values) {
        var note = new Paragraph(Symbol.INFO.create(), new Span(ElectionParts.text(key, values)));
        note.addClassName("rs-note");
        return note;
    }

    private static Component nothing() {
        var nothing = new Span();
        nothing.setVisible(false);
        return nothing;
    }

    private static Div actions(Component... buttons) {
        var row = new Div(buttons);
        row.addClassName("rs-actions");
        return row;
    }

    private Button largeOrSmall(boolean isNext, String key, Symbol symbol, Runnable step) {
        return isNext ? large(key, symbol, step) : small(key, symbol, () -> act.accept(step));
    }

    private Button large(String key, Symbol symbol, Runnable step) {
        return big(ElectionParts.text(key), symbol, () -> act.accept(step));
    }

    private static Button big(String label, Symbol symbol, Runnable step) {
        var button = new Button(label, symbol.create(), click -> step.run());
        button.addThemeNames("primary", "large");
        button.addClassName("rs-next-step");
        return button;
    }

    private static Button small(String key, Symbol symbol, Runnable step) {
        return new Button(ElectionParts.text(key), symbol.create(), click -> step.run());
    }
}
