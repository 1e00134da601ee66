package de.ratssaal.message;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Tells the screens that there are new messages; what they say each asks for itself. */
@Component
class MessagesOnBoard implements BoardPart<MessageTurns> {

    private final MessageRows rows;

    MessagesOnBoard(MessageRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<MessageTurns> type() {
        return MessageTurns.class;
    }

    @Override
    public MessageTurns read(MeetingSummary meeting) {
        return rows.turns(meeting.id());
    }

    /** Numbers alone, of no item: who has to stay out of an item can still be told something. */
    @Override
    public MessageTurns without(MessageTurns whole, Predicate<AgendaItemId> mayKnow) {
        return whole;
    }
}
