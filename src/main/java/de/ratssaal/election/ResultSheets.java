package de.ratssaal.election;

import de.ratssaal.base.Messages;
import de.ratssaal.document.pdf.LetterPaper;
import de.ratssaal.document.pdf.ResultPages;
import de.ratssaal.document.pdf.ResultSheet;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.CoatOfArms;
import de.ratssaal.organization.Color;
import de.ratssaal.organization.Councils;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The result of an election on paper: each round with its sums and what followed, each lot, who is elected. */
@Service
@Transactional(readOnly = true)
public class ResultSheets {

    private final Elections elections;
    private final Meetings meetings;
    private final Councils councils;
    private final BodyAdministration bodies;
    private final ResultPages printer;
    private final Messages messages;
    private final Access access;

    ResultSheets(
            Elections elections,
            Meetings meetings,
            Councils councils,
            BodyAdministration bodies,
            ResultPages printer,
            Messages messages,
            Access access) {
        this.elections = elections;
        this.meetings = meetings;
        this.councils = councils;
        this.bodies = bodies;
        this.printer = printer;
        this.messages = messages;
        this.access = access;
    }

    /** @throws java.util.NoSuchElementException if there is no such election, or none that whoever asks may see */
    public byte[] of(ElectionId id, Locale language) {
        var election = elections.election(id);
        var meeting = meetings.meeting(election.meeting());
        return printer.print(new Writing(election, meeting, language).sheet(), paper(meeting), language);
    }

    public static String fileName(ElectionSummary election) {
        return "wahl-" + election.id().value().toString().substring(0, 8) + ".pdf";
    }

    private LetterPaper paper(MeetingSummary meeting) {
        var body = councils.organization(meeting.organization()).body();
        var details = access.asSystem("election", () -> bodies.details(body));
        return new LetterPaper(
                details.name(),
                details.contact(),
                Optional.ofNullable(details.color()).map(Color::hex).orElse(null),
                Optional.ofNullable(details.coatOfArms()).map(CoatOfArms::svg).orElse(null));
    }

    private final class Writing {

        private final ElectionSummary election;
        private final MeetingSummary meeting;
        private final Locale language;

        Writing(ElectionSummary election, MeetingSummary meeting, Locale language) {
            this.election = election;
            this.meeting = meeting;
            this.language = language;
        }

        private String text(String key, Object... values) {
            return messages.text(language, key, values);
        }

        ResultSheet sheet() {
            var facts = new ArrayList<ResultSheet.Fact>();
            facts.add(new ResultSheet.Fact(text("election.sheet.meeting"), meeting.title()));
            facts.add(new ResultSheet.Fact(
                    text("election.sheet.day"),
                    meeting.day()
                            .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .withLocale(language))));
            facts.add(new ResultSheet.Fact(
                    text("election.sheet.item"),
                    meetings.agenda(meeting.id()).stream()
                            .filter(it -> it.id().equals(election.item()))
                            .map(it -> it.number() + " " + it.title())
                            .findFirst()
                            .orElse("")));
            facts.add(new ResultSheet.Fact(
                    text("election.sheet.what"), text("election.kind-text." + election.kind(), election.seats())));
            if (!election.tellers().isEmpty()) {
                facts.add(new ResultSheet.Fact(text("election.sheet.tellers"), names(election.tellers())));
            }
            if (election.reason() != null) {
                facts.add(new ResultSheet.Fact(
                        text("election.state." + election.state()),
                        text(
                                election.state() == ElectionState.DECIDED ? "election.rest-open" : "election.reason",
                                election.reason())));
            }
            var parts = new ArrayList<ResultSheet.Part>();
            parts.add(candidates());
            election.rounds().stream()
                    .filter(it -> it.state() == RoundState.SETTLED || it.state() == RoundState.CANCELLED)
                    .map(this::round)
                    .forEach(parts::add);
            if (!election.allocation().isEmpty()) {
                parts.add(new ResultSheet.Part(
                        text("election.sheet.shared"), List.of(), List.of(), told(election.allocation())));
            }
            election.lots().stream().filter(LotSummary::isDrawn).map(this::lot).forEach(parts::add);
            if (!election.elected().isEmpty()) {
                parts.add(elected());
            }
            return new ResultSheet(
                    text("election.sheet.title", election.office()),
                    meeting.organizationName(),
                    facts,
                    parts,
                    text("election.sheet.place", "{0}", "{1}"));
        }

        private String names(List<PersonId> persons) {
            return String.join(", ", persons.stream().map(councils::nameOf).toList());
        }

        private List<String> told(List<Sentence> sentences) {
            return sentences.stream()
                    .map(it -> text(it.key(), it.values().toArray()))
                    .toList();
        }

        private ResultSheet.Part candidates() {
            return new ResultSheet.Part(
                    text("election.sheet.candidates"),
                    List.of(text("election.sheet.name"), text("election.sheet.by")),
                    election.candidates().stream()
                            .map(it -> List.of(
                                    it.name(),
                                    election.kind() == ElectionKind.GROUPS
                                            ? text("election.candidate.strength", it.strength())
                                            : it.members().isEmpty()
                                                    ? it.proposedBy()
                                                    : text(
                                                            "election.candidate.list",
                                                            String.join(", ", it.members()),
                                                            it.proposedBy())))
                            .toList(),
                    List.of());
        }

        private ResultSheet.Part round(RoundSummary round) {
            var title = text("election.round." + round.kind(), round.number());
            var sheet = round.sheet();
            if (sheet == null) {
                return new ResultSheet.Part(
                        title,
                        List.of(),
                        List.of(),
                        List.of(text("election.round.cancelled", String.valueOf(round.cancelledFor()))));
            }
            var rows = new ArrayList<List<String>>();
            sheet.votes().forEach((who, votes) -> rows.add(List.of(election.nameOf(who), String.valueOf(votes))));
            if (sheet.votes().size() == 1) {
                rows.add(List.of(text("election.sheet.no"), String.valueOf(sheet.no())));
            }
            var said = new ArrayList<>(told(OpenWords.of(election, round)));
            var blank = round.way() == RoundWay.HANDS ? "election.sheet.abstained" : "election.sheet.blank";
            rows.add(List.of(text(blank), String.valueOf(sheet.blank())));
            if (round.way().knowsInvalid()) {
                rows.add(List.of(text("election.sheet.invalid"), String.valueOf(sheet.invalid())));
            }
            said.addAll(told(List.of(OpenWords.sums(round, sheet))));
            said.addAll(told(round.explained()));
            return new ResultSheet.Part(
                    title, List.of(text("election.sheet.name"), text("election.sheet.votes")), rows, said);
        }

        private ResultSheet.Part lot(LotSummary lot) {
            var drawn =
                    String.join(", ", lot.drawn().stream().map(election::nameOf).toList());
            var said = new ArrayList<String>();
            said.add(text(
                    lot.witness() == null ? "election.lot.drew" : "election.lot.drew-by-hand",
                    drawn,
                    String.valueOf(lot.witness())));
            said.add(text(
                    "election.lot.record-among",
                    String.join(
                            ", ",
                            lot.among().stream().map(election::nameOf).sorted().toList())));
            if (!lot.withheld().isEmpty()) {
                said.add(text("election.lot.withheld-by", names(lot.withheld())));
            }
            if (lot.state() == LotSummary.State.DRAWN) {
                said.add(text("election.lot.record-name", lot.name()));
                said.add(text("election.lot.how-text"));
                lot.valid()
                        .forEach(it -> said.add(text(
                                "election.lot.record-contribution",
                                councils.nameOf(it.person()),
                                it.person().toString(),
                                it.commitment(),
                                String.valueOf(it.secret()))));
                var own = lot.own();
                if (own != null) {
                    said.add(text("election.lot.record-own", own.commitment(), String.valueOf(own.secret())));
                }
            }
            return new ResultSheet.Part(text("election.sheet.lot"), List.of(), List.of(), said);
        }

        private ResultSheet.Part elected() {
            return new ResultSheet.Part(
                    text("election.sheet.elected"),
                    List.of(text("election.sheet.name"), text("election.sheet.outcome")),
                    election.elected().stream()
                            .map(it -> List.of(election.nameOf(it.candidate()), outcome(it)))
                            .toList(),
                    election.unoccupiedSeats() > 0
                            ? List.of(text("election.sheet.open-seats", election.unoccupiedSeats()))
                            : List.of());
        }

        private String outcome(Elected elected) {
            var said = new ArrayList<String>();
            if (election.kind() != ElectionKind.PERSONS) {
                said.add(text("election.elected.seats", elected.seats()));
            }
            said.addAll(election.takenBy(elected));
            if (election.emptySeats(elected) > 0) {
                said.add(text(
                        "election.elected.empty",
                        election.emptySeats(elected),
                        election.takenBy(elected).size()));
            }
            if (elected.byLot()) {
                said.add(text("election.elected.by-lot"));
            }
            if (elected.accepts() != null) {
                said.add(text(elected.accepts() ? "election.elected.accepts" : "election.elected.declines"));
            }
            return String.join(", ", said);
        }
    }
}
