package de.ratssaal.message.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.message.Message;
import de.ratssaal.message.MessageSubject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How a message is drawn. */
final class MessageLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private MessageLines() {}

    /**
     * @param on whatever it is shown on
     * @param who from whom it is, or to whom
     * @param isMine whether whoever looks wrote it
     */
    static Div of(Component on, Message message, String who, boolean isMine, ZoneId zone) {
        var name = new Span(who);
        name.addClassName("rs-row-title");
        var time = new Span(TIME.format(message.writtenAt().atZone(zone)));
        time.addClassName("rs-muted");
        var head = new Div(name, time);
        head.addClassName("rs-message-head");
        if (message.subject() != MessageSubject.WORDS) {
            head.add(subject(on, message.subject()));
        }
        if (isMine) {
            var state = new Span(on.getTranslation(message.isRead() ? "message.read" : "message.sent"));
            state.addClassName("rs-muted");
            head.add(state);
        }
        var line = new Div(head);
        line.addClassName("rs-message");
        if (isMine) {
            line.addClassName("rs-message-mine");
        }
        if (!message.words().isEmpty()) {
            line.add(new Paragraph(message.words()));
        }
        return line;
    }

    private static StatusBadge subject(Component on, MessageSubject subject) {
        var text = on.getTranslation("message.subject." + subject);
        return switch (subject) {
            case WANTS_TO_SPEAK -> new StatusBadge(Tone.INFO, Symbol.MICROPHONE, text);
            case TROUBLE -> new StatusBadge(Tone.WARNING, Symbol.ALERT, text);
            case QUESTION -> new StatusBadge(Tone.INFO, Symbol.HELP, text);
            case WORDS -> new StatusBadge(Tone.NEUTRAL, Symbol.SPEECH, text);
        };
    }
}
