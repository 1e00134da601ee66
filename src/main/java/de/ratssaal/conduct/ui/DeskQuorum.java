package de.ratssaal.conduct.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.CallingOut;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.DoubtingQuorum;
import de.ratssaal.conduct.QuorumCall;
import de.ratssaal.conduct.QuorumCalls;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where members are called out one after the other when the quorum is in doubt. */
final class DeskQuorum implements LiveCard.Shown {

    private final MeetingId meeting;
    private final DoubtingQuorum doubting;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section head = new Section("rs-acts-part");
    private final CallingOut calling = new CallingOut();
    private final Section foot = new Section("rs-acts-part");

    DeskQuorum(MeetingId meeting, DoubtingQuorum doubting, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.doubting = doubting;
        this.act = act;
        var card = new Card(whole.getTranslation("conduct.quorum.title"));
        card.add(head, calling.component(), foot);
        whole.add(card);
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return board.part(QuorumCalls.class).flatMap(QuorumCalls::open).isEmpty()
                ? Optional.of(whole.getTranslation("conduct.quorum.title"))
                : Optional.empty();
    }

    @Override
    public void show(Board board) {
        var open = board.meeting().state() == MeetingState.OPEN;
        whole.setVisible(open);
        var calls = board.part(QuorumCalls.class).orElse(new QuorumCalls(List.of()));
        var call = calls.open();
        var name = call.map(QuorumCall::doubtedBy)
                .flatMap(board::seatOf)
                .map(it -> it.member().name())
                .orElse("");
        head.show(List.of(call.isPresent(), name, calls.last()), () -> head(call.isPresent(), name, calls.last()));

        var waiting = call.map(it -> waiting(board, it)).orElse(List.of());
        calling.component().setVisible(!waiting.isEmpty());
        call.ifPresent(it -> calling.show(it.id(), waiting, answers()));
        foot.show(
                List.of(call.isPresent(), waiting.isEmpty()),
                () -> call.isPresent() && waiting.isEmpty() ? end() : new Div());
    }

    private static List<Seat> waiting(Board board, QuorumCall call) {
        return board.seats().stream()
                .filter(it -> it.holdsVote() && !call.hasAnswered(it.member().person()))
                .toList();
    }

    private List<CallingOut.Answer> answers() {
        return List.of(
                new CallingOut.Answer(
                        whole.getTranslation("conduct.quorum.here"),
                        Symbol.PRESENT,
                        person -> act.accept(() -> doubting.answer(meeting, person, true))),
                new CallingOut.Answer(
                        whole.getTranslation("conduct.quorum.missing"),
                        Symbol.CLOSE,
                        person -> act.accept(() -> doubting.answer(meeting, person, false))));
    }

    private Component head(boolean calling, String name, Optional<QuorumCall> last) {
        if (calling) {
            return new Paragraph(
                    name.isEmpty()
                            ? whole.getTranslation("conduct.quorum.called")
                            : whole.getTranslation("conduct.quorum.doubted-by", name));
        }
        var part = new Div();
        last.ifPresent(it -> part.add(result(whole, it)));
        part.add(new Button(
                whole.getTranslation("conduct.quorum.call-out"),
                Symbol.GROUP.create(),
                click -> act.accept(() -> doubting.callOut(meeting))));
        return part;
    }

    static Component result(Component on, QuorumCall call) {
        var met = call.present() >= call.needed();
        return new StatusBadge(
                met ? Tone.SUCCESS : Tone.DANGER,
                on.getTranslation(
                        met ? "conduct.quorum.was-met" : "conduct.quorum.was-not-met",
                        call.present(),
                        call.needed(),
                        call.ofVotes() ? 1 : 0));
    }

    private Component end() {
        var end = new Button(
                whole.getTranslation("conduct.quorum.end"),
                Symbol.SUCCESS.create(),
                click -> act.accept(() -> doubting.end(meeting)));
        end.addThemeNames("primary", "large");
        return new Div(end);
    }

    @Override
    public Optional<String> goesFirst(Board board) {
        return board.part(QuorumCalls.class)
                .flatMap(QuorumCalls::open)
                .map(it -> whole.getTranslation("conduct.quorum.first"));
    }
}
