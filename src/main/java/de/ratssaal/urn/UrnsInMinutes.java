package de.ratssaal.urn;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the minutes say of secret votes by device beside the result: how many took part, who decrypted, and the hashes of the record. */
@Component
class UrnsInMinutes implements ItemCourse {

    private static final Locale LANGUAGE = MinutesWriting.LANGUAGE;

    private final Urns urns;
    private final Polls polls;
    private final Messages messages;

    UrnsInMinutes(Urns urns, Polls polls, Messages messages) {
        this.urns = urns;
        this.polls = polls;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        var told = polls.of(meeting).stream()
                .filter(it -> !publicOnly || it.isPublic())
                .map(PollSummary::id)
                .collect(Collectors.toSet());
        return urns.of(meeting).stream()
                .filter(it -> it.state() == UrnState.SETTLED && told.contains(it.poll()))
                .collect(Collectors.groupingBy(
                        UrnSummary::item,
                        Collectors.flatMapping(it -> paragraphs(it).stream(), Collectors.toList())));
    }

    private List<String> paragraphs(UrnSummary urn) {
        var decrypted = urn.tellers().stream()
                .filter(UrnSummary.Teller::decrypted)
                .map(UrnSummary.Teller::name)
                .collect(Collectors.joining(", "));
        return List.of(
                messages.text(LANGUAGE, "urn.minutes.numbers", urn.voters().size(), urn.cast(), decrypted),
                messages.text(
                        LANGUAGE,
                        "urn.minutes.heads",
                        urn.uuid(),
                        String.valueOf(urn.openingHead()),
                        String.valueOf(urn.closingHead()),
                        String.valueOf(urn.resultHead())));
    }
}
