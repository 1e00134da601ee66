package de.ratssaal.election;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The results of elections as the minutes have them (R18): who stood, each round with its sums, each lot, who is elected. */
@Component
class ElectionsInMinutes implements ItemCourse {

    private final ElectionRecords records;
    private final Elections elections;
    private final Councils councils;
    private final Messages messages;

    ElectionsInMinutes(ElectionRecords records, Elections elections, Councils councils, Messages messages) {
        this.records = records;
        this.elections = elections;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly) {
        return of(meeting, it -> (!publicOnly || it.isPublic()) && it.state() != ElectionState.NOMINATING);
    }

    Map<AgendaItemId, List<String>> of(MeetingId meeting, Predicate<ElectionSummary> which) {
        return records.of(meeting, elections.rule(meeting)).stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        ElectionSummary::item,
                        Collectors.flatMapping(it -> paragraphs(it).stream(), Collectors.toList())));
    }

    private List<String> paragraphs(ElectionSummary election) {
        var said = new ArrayList<String>();
        said.add(text(
                "election.minutes.subject",
                election.office(),
                text("election.kind-text." + election.kind(), election.seats()),
                String.join(
                        ", ",
                        election.candidates().stream().map(Candidate::name).toList())));
        election.rounds().forEach(it -> round(election, it, said));
        if (!election.allocation().isEmpty()) {
            said.add(told(election.allocation()));
        }
        election.lots().stream().filter(LotSummary::isDrawn).forEach(it -> said.add(lot(election, it)));
        election.elected().forEach(it -> said.add(elected(election, it)));
        if (election.reason() != null && election.state() == ElectionState.DECIDED) {
            said.add(text("election.rest-open", election.reason()));
        } else if (election.reason() != null) {
            said.add(text("election.state." + election.state()) + ". " + text("election.reason", election.reason()));
        }
        return said;
    }

    private void round(ElectionSummary election, RoundSummary round, List<String> said) {
        var title = text("election.round." + round.kind(), round.number());
        var sheet = round.sheet();
        var way = OpenWords.of(election, round);
        if (sheet != null) {
            var votes = sheet.votes().entrySet().stream()
                    .map(it -> election.nameOf(it.getKey()) + " " + it.getValue())
                    .collect(Collectors.joining(", "));
            said.add(joined(
                    title + ".",
                    told(way),
                    told(List.of(OpenWords.sums(round, sheet))),
                    votes(round.way(), votes, sheet),
                    told(round.explained())));
        } else if (round.state() == RoundState.CANCELLED) {
            said.add(joined(
                    title + ".", told(way), text("election.round.cancelled", String.valueOf(round.cancelledFor()))));
        }
    }

    private String votes(RoundWay way, String votes, CountSheet sheet) {
        return switch (way) {
            case PAPER -> text("election.minutes.votes", votes, sheet.no(), sheet.blank(), sheet.invalid());
            case HANDS -> text("election.minutes.votes-hands", votes, sheet.no(), sheet.blank());
            case DEVICE -> text("election.minutes.votes-device", votes, sheet.no(), sheet.blank());
        };
    }

    private String lot(ElectionSummary election, LotSummary lot) {
        var drew = text(
                lot.witness() == null ? "election.lot.drew" : "election.lot.drew-by-hand",
                String.join(", ", lot.drawn().stream().map(election::nameOf).toList()),
                String.valueOf(lot.witness()));
        return lot.witness() == null
                ? drew
                        + " "
                        + text(
                                "election.minutes.contributed",
                                lot.valid().stream()
                                        .map(it -> councils.nameOf(it.person()))
                                        .collect(Collectors.joining(", ")))
                : drew;
    }

    private String elected(ElectionSummary election, Elected elected) {
        var name = election.nameOf(elected.candidate());
        if (election.kind() != ElectionKind.PERSONS) {
            return seats(election, elected, name);
        }
        if (elected.accepts() == null) {
            return text("election.minutes.elected", name);
        }
        return text(elected.accepts() ? "election.minutes.accepted" : "election.minutes.declined", name);
    }

    private String seats(ElectionSummary election, Elected elected, String name) {
        var said = new ArrayList<String>();
        said.add(text("election.minutes.seats", name, elected.seats()));
        var names = election.takenBy(elected);
        if (!names.isEmpty()) {
            said.add(text("election.minutes.taken-by", String.join(", ", names)));
        }
        if (election.emptySeats(elected) > 0) {
            said.add(text("election.minutes.empty", election.emptySeats(elected), names.size()));
        }
        return String.join(" ", said);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    private String told(List<Sentence> sentences) {
        return sentences.stream()
                .map(it -> text(it.key(), it.values().toArray()))
                .collect(Collectors.joining(" "));
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
