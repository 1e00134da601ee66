package de.ratssaal.message.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import de.ratssaal.message.MessageTurns;
import de.ratssaal.organization.MemberSummary;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What chair and secretariat received: what nobody has read yet on top, each answered with one press or with words of one's own. */
final class MessagesAtDesk implements LiveCard.Shown {

    private static final List<String> QUICK =
            List.of("message.quick.called", "message.quick.care", "message.quick.wait");

    private final MeetingId meeting;
    private final DeskMessages messages;
    private final Consumer<Runnable> act;

    private final Card card = new DeskCard();
    private final Section count = new Section("rs-message-count");
    /** Stays where it is: screen readers tell what is added to it. */
    private final Section unread = new Section("rs-messages").calm();

    private final Section earlier = new Section("rs-messages");
    private final Details earlierOnes = new Details();
    private final ComboBox<Recipient> recipient = new ComboBox<>();
    private final TextArea words = new TextArea();
    private final Details writing;
    private final Div whole = new Div(card);
    private MessageId next = MessageId.next();
    private List<MemberSummary> members = List.of();
    private @Nullable MessageId answered;
    private @Nullable Integer shownTurn;
    private boolean hasUnread;

    /** @param member none for the desk itself */
    private record Recipient(@Nullable MemberSummary member) {}

    private static final Recipient DESK = new Recipient(null);

    MessagesAtDesk(MeetingId meeting, DeskMessages messages, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.messages = messages;
        this.act = act;
        unread.getElement().setAttribute("role", "log");
        unread.getElement().setAttribute("aria-label", card.getTranslation("message.title"));
        recipient.setLabel(card.getTranslation("message.to"));
        recipient.setItemLabelGenerator(it -> it.member() == null
                ? card.getTranslation("message.within-desk")
                : it.member().sortName());
        recipient.setWidthFull();
        words.setLabel(card.getTranslation("message.words"));
        words.setMaxLength(DeskMessages.LONGEST);
        words.setWidthFull();
        var send = new Button(card.getTranslation("message.send"), Symbol.SEND.create(), click -> send());
        send.addThemeNames("primary");
        var fields = new Div(recipient, words, send);
        fields.addClassName("rs-form");
        writing = new Details(card.getTranslation("message.write"), fields);
        earlierOnes.add(earlier);
        card.aside(count);
        card.add(unread, writing, earlierOnes);
        whole.setVisible(false);
    }

    private static final class DeskCard extends Card {

        DeskCard() {
            super("");
            setTitle(getTranslation("message.title"));
        }
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var isRunning = board.meeting().state().isRunning();
        whole.setVisible(isRunning);
        if (!isRunning) {
            return;
        }
        offerRecipients(board);
        var turn = board.part(MessageTurns.class).map(MessageTurns::ofDesk).orElse(0);
        if (turn.equals(shownTurn)) {
            return;
        }
        shownTurn = turn;
        var names = board.seats().stream()
                .map(Seat::member)
                .collect(Collectors.toMap(MemberSummary::person, MemberSummary::name, (one, other) -> one));
        var zone = board.meeting().zone();
        var all = messages.of(meeting);
        var open = all.stream().filter(this::isOpen).toList();
        hasUnread = !open.isEmpty();
        var others = new ArrayList<>(all.stream().filter(it -> !isOpen(it)).toList()).reversed();
        count.show(List.of(open.size()), () -> count(open.size()));
        unread.show(List.of(open), () -> open.isEmpty() ? nothing() : lines(open, names, zone, true));
        earlierOnes.setVisible(!others.isEmpty());
        earlierOnes.setSummaryText(card.getTranslation("message.earlier", others.size()));
        earlier.show(List.of(others), () -> lines(others, names, zone, false));
    }

    @Override
    public Optional<String> foldedAs(Board board) {
        // what somebody answers is not folded under their hands
        return hasUnread || writing.isOpened() ? Optional.empty() : Optional.of(card.getTranslation("message.title"));
    }

    /** To be read here: what others wrote to the desk. */
    private boolean isOpen(Message message) {
        return message.to() == null && !message.isRead() && !messages.isMine(message);
    }

    private Component count(int unreadOnes) {
        return unreadOnes == 0
                ? new Div()
                : new StatusBadge(Tone.WARNING, Symbol.BELL, card.getTranslation("message.unread", unreadOnes));
    }

    private Component nothing() {
        var text = new Paragraph(card.getTranslation("message.nothing-unread"));
        text.addClassName("rs-muted");
        return text;
    }

    private Component lines(List<Message> shown, Map<PersonId, String> names, ZoneId zone, boolean withActions) {
        var lines = new Div();
        lines.addClassName("rs-message-lines");
        for (var message : shown) {
            var line = MessageLines.of(card, message, who(message, names), message.from() == null, zone);
            if (withActions) {
                line.add(actions(message, names));
            }
            lines.add(line);
        }
        return lines;
    }

    private String who(Message message, Map<PersonId, String> names) {
        var to = message.to();
        if (message.from() != null) {
            return names.getOrDefault(message.from(), message.writer());
        }
        return to == null
                ? card.getTranslation("message.from-to-desk", message.writer())
                : card.getTranslation("message.from-to", message.writer(), names.getOrDefault(to, ""));
    }

    private Component actions(Message message, Map<PersonId, String> names) {
        var actions = new Div();
        actions.addClassName("rs-actions");
        var from = message.from();
        if (from != null) {
            for (var key : QUICK) {
                var text = card.getTranslation(key);
                var id = MessageId.next();
                actions.add(new Button(
                        text, click -> act.accept(() -> messages.answer(id, meeting, message.id(), text))));
            }
        }
        var name = who(message, names);
        var answer =
                new Button(card.getTranslation("message.answer"), Symbol.EDIT.create(), click -> beginAnswer(message));
        answer.setAriaLabel(card.getTranslation("message.answer-to", name));
        var read = new Button(
                card.getTranslation("message.mark-read"),
                Symbol.CHECK.create(),
                click -> act.accept(() -> messages.read(meeting, message.id())));
        read.setAriaLabel(card.getTranslation("message.mark-read-of", name));
        answer.addThemeNames("tertiary");
        read.addThemeNames("tertiary");
        actions.add(answer, read);
        return actions;
    }

    private void beginAnswer(Message message) {
        answered = message.id();
        recipient.setValue(members.stream()
                .filter(it -> it.person().equals(message.from()))
                .findFirst()
                .map(Recipient::new)
                .orElse(DESK));
        writing.setOpened(true);
        words.focus();
    }

    private void send() {
        var to = recipient.getValue();
        recipient.setInvalid(to == null);
        recipient.setErrorMessage(card.getTranslation("message.to-missing"));
        if (to == null) {
            return;
        }
        act.accept(() -> {
            var answering = Optional.ofNullable(answered);
            var member = to.member();
            if (member == null) {
                messages.writeWithinDesk(next, meeting, words.getValue());
            } else {
                messages.writeToMember(next, meeting, member.person(), words.getValue());
            }
            answering.ifPresent(it -> messages.read(meeting, it));
            next = MessageId.next();
            answered = null;
            words.clear();
            recipient.clear();
            writing.setOpened(false);
        });
    }

    private void offerRecipients(Board board) {
        var now = board.seats().stream().map(Seat::member).toList();
        if (now.equals(members)) {
            return;
        }
        members = now;
        var chosen = recipient.getValue();
        var offered = new ArrayList<Recipient>();
        offered.add(DESK);
        now.forEach(it -> offered.add(new Recipient(it)));
        recipient.setItems(offered);
        recipient.setValue(chosen != null && offered.contains(chosen) ? chosen : null);
    }
}
