package de.ratssaal.disturbance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.disturbance.Disturbance;
import de.ratssaal.disturbance.Disturbances;
import de.ratssaal.disturbance.ReportingDisturbances;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.MembershipRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One press reports a disturbance, and below it stands how to report it without this device. */
final class RoomDisturbances implements LiveCard.Shown {

    private final MeetingId meeting;
    private final ReportingDisturbances reporting;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Div whole = new Div();
    private final Section told = new Section("rs-disturbance-part");
    private final Section mine = new Section("rs-disturbance-part");

    RoomDisturbances(
            MeetingId meeting, ReportingDisturbances reporting, @Nullable PersonId me, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.reporting = reporting;
        this.me = me;
        this.act = act;
        told.getElement().setAttribute("role", "status");
        whole.addClassName("rs-disturbance");
        whole.add(told, mine);
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var running = board.meeting().state().isRunning();
        var disturbances = board.part(Disturbances.class).filter(it -> running);
        var others = disturbances.map(it -> it.pending().size()).orElse(0);
        var own = disturbances.flatMap(it -> it.pendingOf(me));
        var mayReport = disturbances.isPresent()
                && board.seatOf(me).filter(RoomDisturbances::belongs).isPresent();
        whole.setVisible(others > 0 || mayReport);
        told.show(List.of(others), () -> others == 0 ? new Div() : told(others));
        mine.show(
                List.of(mayReport, own, disturbances.map(Disturbances::way)),
                () -> mayReport ? card(board, disturbances.orElseThrow(), own) : new Div());
    }

    private static boolean belongs(Seat seat) {
        return seat.member().role() != MembershipRole.GUEST
                && (seat.member().standsInFor() == null || seat.holdsVote());
    }

    private Component told(int reported) {
        return new StatusBadge(
                Tone.WARNING, Symbol.WARNING, whole.getTranslation("disturbance.room.interrupted", reported));
    }

    private Component card(Board board, Disturbances disturbances, Optional<Disturbance> own) {
        var card = new Card(whole.getTranslation("disturbance.title"));
        own.ifPresentOrElse(it -> addOwn(board, it, card), () -> {
            var report = new Button(
                    whole.getTranslation("disturbance.room.report"),
                    Symbol.WARNING.create(),
                    click -> act.accept(() -> reporting.report(meeting)));
            report.addThemeNames("error", "large");
            report.setDisableOnClick(true);
            card.add(new Paragraph(whole.getTranslation("disturbance.room.text")), report);
        });
        card.add(DisturbanceTexts.secondWay(whole, disturbances.way()));
        return own.isPresent() ? card.emphasized() : card;
    }

    private void addOwn(Board board, Disturbance own, Card card) {
        card.add(new Paragraph(
                Symbol.SUCCESS.create(),
                new Span(whole.getTranslation(
                        "disturbance.room.reported", DisturbanceTexts.clock(own.reportedAt(), board)))));
        if (own.overAt() != null) {
            card.add(new Paragraph(whole.getTranslation("disturbance.room.objected")));
            return;
        }
        var kind = DisturbanceTexts.kinds(whole);
        kind.setValue(own.kind());
        var since = DisturbanceTexts.since(whole);
        since.setValue(DisturbanceTexts.minutesBefore(own));
        var words = new TextField(whole.getTranslation("disturbance.words"));
        words.setValue(own.words());
        words.setMaxLength(1000);
        var say = new Button(
                whole.getTranslation("disturbance.room.say"),
                click -> act.accept(
                        () -> reporting.describe(own.id(), kind.getValue(), words.getValue(), since.getValue())));
        var form = new Div(kind, since, words, say);
        form.addClassName("rs-form");
        var back = new Button(
                whole.getTranslation("disturbance.room.back"),
                Symbol.SUCCESS.create(),
                click -> act.accept(() -> reporting.backAgain(own.id(), false)));
        back.addThemeNames("primary", "large");
        var objecting = new Button(
                whole.getTranslation("disturbance.room.back-objecting"),
                click -> act.accept(() -> reporting.backAgain(own.id(), true)));
        objecting.addThemeNames("large");
        var actions = new Div(back, objecting);
        actions.addClassName("rs-actions");
        card.add(form, new Paragraph(whole.getTranslation("disturbance.room.back-text")), actions);
    }
}
