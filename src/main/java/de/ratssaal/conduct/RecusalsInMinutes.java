package de.ratssaal.conduct;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Recusals in dispute as the minutes have them: what was decided, with how many votes. */
@Component
class RecusalsInMinutes implements ItemCourse {

    private final RecusalStore store;
    private final Councils councils;
    private final Messages messages;

    RecusalsInMinutes(RecusalStore store, Councils councils, Messages messages) {
        this.store = store;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        return store.of(meeting).all().stream()
                .collect(Collectors.groupingBy(
                        RecusalDecision::item, Collectors.mapping(this::text, Collectors.toList())));
    }

    private String text(RecusalDecision decision) {
        var votes = decision.votes();
        return messages.text(
                MinutesWriting.LANGUAGE,
                decision.isRecused() ? "conduct.recusal.minutes.is" : "conduct.recusal.minutes.is-not",
                councils.nameOf(decision.person()),
                votes.yes(),
                votes.no(),
                votes.abstentions());
    }
}
