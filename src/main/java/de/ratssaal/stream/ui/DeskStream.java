package de.ratssaal.stream.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.stream.Consents;
import de.ratssaal.stream.PublicStream;
import de.ratssaal.stream.Streaming;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins and ends the stream, says what the public sees now, and takes captions. */
final class DeskStream implements LiveCard.Shown {

    private static final int LONGEST_CAPTION = 300;

    private final MeetingId meeting;
    private final Streaming streaming;
    private final Consents consents;
    private final Consumer<Runnable> act;
    private final Card card = new StreamOnDesk();
    private final Section state = new Section("rs-stream-desk");
    private final Section consent = new Section("rs-stream-consent");
    private final TextField caption = new TextField();
    private final Div captions = new Div();
    private final TextField address = new TextField();
    private final Details elsewhere;

    DeskStream(MeetingId meeting, Streaming streaming, Consents consents, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.streaming = streaming;
        this.consents = consents;
        this.act = act;
        caption.setLabel(text("stream.caption"));
        caption.setMaxLength(LONGEST_CAPTION);
        caption.setHelperText(text("stream.caption.hint"));
        caption.setWidthFull();
        caption.addKeyPressListener(Key.ENTER, press -> write());
        captions.add(caption);
        address.setLabel(text("stream.address"));
        address.setHelperText(text("stream.address.hint"));
        address.setPlaceholder("https://");
        address.setWidthFull();
        var other = new Div(
                address,
                new Button(
                        text("stream.address.save"),
                        Symbol.LINK.create(),
                        press -> act.accept(() -> streaming.show(meeting, address.getValue()))));
        other.addClassName("rs-screens-fields");
        elsewhere = new Details(text("stream.address.title"), other);
        card.add(state, consent, captions, elsewhere);
    }

    private static final class StreamOnDesk extends Card {

        private static final long serialVersionUID = 1;

        StreamOnDesk() {
            super("");
            setTitle(getTranslation("stream.title"));
        }
    }

    private void write() {
        act.accept(() -> {
            streaming.caption(meeting, caption.getValue());
            caption.clear();
        });
    }

    @Override
    public Component component() {
        return card;
    }

    @Override
    public void show(Board board) {
        var isOver = board.meeting().closedAt() != null || board.meeting().cancelledReason() != null;
        var stream = board.part(PublicStream.class)
                .filter(it -> isOver ? it.hasRecording() : it.isAllowed() || it.state() != PublicStream.State.OFF);
        card.setVisible(stream.isPresent());
        stream.ifPresent(it -> {
            if (state.show(List.of(it, isOver), () -> state(it, isOver))
                    && !address.getValue().equals(it.address())) {
                address.setValue(it.address());
            }
            consent.setVisible(it.needsConsent() && it.state() != PublicStream.State.OFF);
            consent.show(List.of(it.isRecorded()), () -> new ConsentBox(consents, it.isRecorded(), act));
            captions.setVisible(it.state() == PublicStream.State.ON);
            elsewhere.setVisible(!isOver && it.state() == PublicStream.State.OFF);
        });
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        return board.part(PublicStream.class)
                        .filter(it -> it.state() == PublicStream.State.OFF)
                        .isPresent()
                ? Optional.of(text("stream.title"))
                : Optional.empty();
    }

    private Component state(PublicStream stream, boolean isOver) {
        var whole = new Div();
        if (stream.state() == PublicStream.State.OFF) {
            if (!isOver) {
                whole.add(
                        new Paragraph(
                                stream.isOurs() ? text("stream.off") : text("stream.off.elsewhere", stream.address())),
                        new Paragraph(text(stream.isRecorded() ? "stream.will-be-recorded" : "stream.not-recorded")),
                        new Button(
                                text("stream.begin"),
                                Symbol.LIVE.create(),
                                press -> act.accept(() -> streaming.begin(meeting))));
            }
        } else {
            whole.add(new StatusBadge(tone(stream), symbol(stream), text("stream.state." + stream.state())));
            whole.add(new Paragraph(
                    stream.state() == PublicStream.State.ON
                            ? text("stream.shown." + stream.shown())
                            : text(
                                    stream.state() == PublicStream.State.PAUSED
                                            ? "stream.paused"
                                            : "stream.beginning")));
            if (stream.state() == PublicStream.State.ON && stream.shown() == PublicStream.Shown.NOT_POSSIBLE) {
                whole.add(new Paragraph(text("stream.not-possible")));
            }
            if (stream.isRecorded()) {
                whole.add(new StatusBadge(Tone.INFO, Symbol.SAVE, text("stream.recorded")));
            }
            whole.add(new Button(
                    text("stream.end"), Symbol.STOP.create(), press -> act.accept(() -> streaming.end(meeting))));
        }
        if (stream.hasRecording() && stream.state() == PublicStream.State.OFF) {
            whole.add(new Button(text("stream.delete"), Symbol.DELETE.create(), press -> delete()));
        }
        whole.addClassName("rs-stream-now");
        return whole;
    }

    private void delete() {
        ConfirmAction.askDestructive(
                text("stream.delete.question"),
                text("stream.delete.asked"),
                text("stream.delete"),
                () -> act.accept(() -> streaming.deleteRecording(meeting)));
    }

    private static Tone tone(PublicStream stream) {
        return switch (stream.state()) {
            case ON -> stream.shown() == PublicStream.Shown.NOT_POSSIBLE ? Tone.WARNING : Tone.LIVE;
            case PAUSED -> Tone.RESTRICTED;
            case OFF, BEGINNING -> Tone.INFO;
        };
    }

    private static Symbol symbol(PublicStream stream) {
        return switch (stream.state()) {
            case ON -> stream.shown() == PublicStream.Shown.NOT_POSSIBLE ? Symbol.WARNING : Symbol.LIVE;
            case PAUSED -> Symbol.LOCK;
            case OFF, BEGINNING -> Symbol.WAITING;
        };
    }

    private String text(String key, Object... arguments) {
        return card.getTranslation(key, arguments);
    }
}
