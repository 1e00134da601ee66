package de.ratssaal.chamber.ui;

import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.voting.PollQuestion;
import org.springframework.stereotype.Component;

/** What is put to the vote on an item when nobody words it otherwise. */
@Component
class Proposals {

    PollQuestion of(AgendaItemSummary item) {
        return new PollQuestion(item.title(), "", null, false);
    }
}
