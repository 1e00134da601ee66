package de.ratssaal.urn;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the minutes say of secret votes by device beside the result: how many took part, who decrypted, and the hashes of the record. */
@Component
class UrnsInMinutes implements ItemCourse {

    private static final Locale LANGUAGE = MinutesWriting.LANGUAGE;

    private final Urns urns;
    private final Messages messages;

    UrnsInMinutes(Urns urns, Messages messages) {
        this.urns = urns;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        return of(meeting, it -> !publicOnly || it.isPublic(), it -> paragraphs(it).stream());
    }

    /** With where everybody checks it. */
    Map<AgendaItemId, List<String>> ofPublic(MeetingId meeting) {
        return of(
                meeting,
                UrnSummary::isPublic,
                it -> Stream.concat(
                        paragraphs(it).stream(),
                        Stream.of(messages.text(LANGUAGE, "urn.minutes.check", "/secret-polls/" + it.poll()))));
    }

    private Map<AgendaItemId, List<String>> of(
            MeetingId meeting, Predicate<UrnSummary> which, Function<UrnSummary, Stream<String>> said) {
        return urns.of(meeting).stream()
                .filter(it -> it.state() == UrnState.SETTLED && it.matter().holds() && which.test(it))
                .collect(Collectors.groupingBy(UrnSummary::item, Collectors.flatMapping(said, Collectors.toList())));
    }

    private List<String> paragraphs(UrnSummary urn) {
        var decrypted = urn.tellers().stream()
                .filter(UrnSummary.Teller::decrypted)
                .map(UrnSummary.Teller::name)
                .collect(Collectors.joining(", "));
        return List.of(
                urn.isElection()
                        ? messages.text(
                                LANGUAGE,
                                "urn.minutes.election",
                                urn.matter().title(),
                                urn.voters().size(),
                                urn.cast(),
                                decrypted)
                        : messages.text(
                                LANGUAGE, "urn.minutes.numbers", urn.voters().size(), urn.cast(), decrypted),
                messages.text(
                        LANGUAGE,
                        "urn.minutes.heads",
                        urn.uuid(),
                        String.valueOf(urn.openingHead()),
                        String.valueOf(urn.closingHead()),
                        String.valueOf(urn.resultHead()),
                        urn.tellersFile()));
    }
}
