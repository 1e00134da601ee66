package de.ratssaal.message.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.message.DeskMessages;
import de.ratssaal.message.Message;
import de.ratssaal.message.MessageId;
import de.ratssaal.message.MessageSubject;
import de.ratssaal.message.MessageTurns;
import de.ratssaal.message.OwnMessages;
import de.ratssaal.organization.MemberSummary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A member's line to those who conduct the meeting, on their own device: one press for what is most urgent, words for the rest. */
final class MessagesInRoom implements LiveCard.Shown {

    /** What is older is folded away. */
    private static final int SHOWN = 4;

    private final MeetingId meeting;
    private final PersonId me;
    private final OwnMessages messages;
    private final Consumer<Runnable> act;

    private final Card card = new RoomCard();
    private final Section count = new Section("rs-message-count");
    private final Section lines = new Section("rs-messages").calm();
    private final Section older = new Section("rs-messages");
    private final Details olderOnes = new Details();
    private final Select<Recipient> recipient = new Select<>();
    private final TextArea words = new TextArea();
    private MessageId next = MessageId.next();
    private @Nullable Integer shownTurn;
    private boolean isLaidOut;

    /** @param member none for those who conduct the meeting */
    private record Recipient(@Nullable MemberSummary member) {}

    private static final Recipient DESK = new Recipient(null);

    MessagesInRoom(MeetingId meeting, PersonId me, OwnMessages messages, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.me = me;
        this.messages = messages;
        this.act = act;
        card.setVisible(false);
    }

    private static final class RoomCard extends Card {

        RoomCard() {
            super("");
            setTitle(getTranslation("message.to-desk"));
        }
    }

    @Override
    public Component component() {
        return card;
    }

    @Override
    public void show(Board board) {
        var isShown = board.meeting().state().isRunning() && board.seatOf(me).isPresent();
        card.setVisible(isShown);
        if (!isShown) {
            return;
        }
        if (!isLaidOut) {
            layOut();
            isLaidOut = true;
        }
        var turn = board.part(MessageTurns.class).map(it -> it.of(me)).orElse(0);
        if (turn.equals(shownTurn)) {
            return;
        }
        shownTurn = turn;
        var names = board.seats().stream()
                .map(Seat::member)
                .collect(Collectors.toMap(MemberSummary::person, MemberSummary::name, (one, other) -> one));
        var zone = board.meeting().zone();
        var all = new ArrayList<>(messages.of(meeting)).reversed();
        var recent = all.stream().limit(SHOWN).toList();
        var rest = all.stream().skip(SHOWN).toList();
        var unread = (int) all.stream().filter(this::isOpen).count();
        count.show(List.of(unread), () -> count(unread));
        lines.show(List.of(recent), () -> lines(recent, names, zone));
        olderOnes.setVisible(!rest.isEmpty());
        olderOnes.setSummaryText(card.getTranslation("message.earlier", rest.size()));
        older.show(List.of(rest), () -> lines(rest, names, zone));
    }

    private void layOut() {
        lines.getElement().setAttribute("role", "log");
        lines.getElement().setAttribute("aria-label", card.getTranslation("message.title"));
        var quick = new Div(
                quick(MessageSubject.WANTS_TO_SPEAK, Symbol.MICROPHONE), quick(MessageSubject.TROUBLE, Symbol.ALERT));
        quick.addClassName("rs-actions");
        words.setLabel(card.getTranslation("message.question"));
        words.setMaxLength(DeskMessages.LONGEST);
        words.setWidthFull();
        var send = new Button(card.getTranslation("message.send"), Symbol.SEND.create(), click -> send());
        var fields = new Div();
        fields.addClassName("rs-form");
        offerRecipients(fields);
        fields.add(words, send);
        olderOnes.add(older);
        card.aside(count);
        card.add(lines, quick, fields, olderOnes);
    }

    /** Only where the rules let members write to each other there is somebody to choose. */
    private void offerRecipients(Div fields) {
        var others = messages.mayWriteTo(meeting);
        recipient.setValue(DESK);
        if (others.isEmpty()) {
            return;
        }
        var offered = new ArrayList<Recipient>();
        offered.add(DESK);
        others.forEach(it -> offered.add(new Recipient(it)));
        recipient.setLabel(card.getTranslation("message.to"));
        recipient.setItemLabelGenerator(it -> it.member() == null
                ? card.getTranslation("message.desk")
                : it.member().name());
        recipient.setItems(offered);
        recipient.setValue(DESK);
        recipient.setWidthFull();
        words.setLabel(card.getTranslation("message.words"));
        fields.add(recipient);
    }

    private Button quick(MessageSubject subject, Symbol symbol) {
        return new Button(card.getTranslation("message.subject." + subject), symbol.create(), click -> {
            var id = MessageId.next();
            act.accept(() -> messages.writeToDesk(id, meeting, subject, ""));
        });
    }

    private void send() {
        var to = recipient.getValue();
        act.accept(() -> {
            var member = to == null ? null : to.member();
            if (member == null) {
                messages.writeToDesk(next, meeting, MessageSubject.QUESTION, words.getValue());
            } else {
                messages.writeToMember(next, meeting, member.person(), words.getValue());
            }
            next = MessageId.next();
            words.clear();
        });
    }

    private boolean isOpen(Message message) {
        return me.equals(message.to()) && !message.isRead();
    }

    private Component count(int unread) {
        return unread == 0
                ? new Div()
                : new StatusBadge(Tone.INFO, Symbol.BELL, card.getTranslation("message.unread", unread));
    }

    private Component lines(List<Message> shown, Map<PersonId, String> names, ZoneId zone) {
        var all = new Div();
        all.addClassName("rs-message-lines");
        for (var message : shown) {
            var line = MessageLines.of(card, message, who(message, names), me.equals(message.from()), zone);
            if (isOpen(message)) {
                line.addClassName("rs-message-new");
                var read = new Button(
                        card.getTranslation("message.understood"),
                        Symbol.CHECK.create(),
                        click -> act.accept(() -> messages.read(meeting, message.id())));
                line.add(read);
            }
            all.add(line);
        }
        return all;
    }

    private String who(Message message, Map<PersonId, String> names) {
        var from = message.from();
        if (from == null) {
            return card.getTranslation("message.of-desk", message.writer());
        }
        if (!from.equals(me)) {
            return names.getOrDefault(from, message.writer());
        }
        var to = message.to();
        return to == null
                ? card.getTranslation("message.mine")
                : card.getTranslation("message.mine-to", names.getOrDefault(to, ""));
    }
}
