package de.ratssaal.voteorder;

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
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.GroupResult;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Vote;
import de.ratssaal.voting.VoteMarks;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The result of a vote on paper: what was asked, the count, how each group voted, and each member by name (R15). */
@Service
@Transactional(readOnly = true)
public class PollSheets {

    private final Polls polls;
    private final Meetings meetings;
    private final Councils councils;
    private final BodyAdministration bodies;
    private final ResultPages printer;
    private final Messages messages;
    private final Access access;

    PollSheets(
            Polls polls,
            Meetings meetings,
            Councils councils,
            BodyAdministration bodies,
            ResultPages printer,
            Messages messages,
            Access access) {
        this.polls = polls;
        this.meetings = meetings;
        this.councils = councils;
        this.bodies = bodies;
        this.printer = printer;
        this.messages = messages;
        this.access = access;
    }

    /** @throws NoSuchElementException if there is no such vote with a result, or none that whoever asks may see */
    public byte[] of(PollId id, Locale language) {
        var poll = polls.poll(id);
        if (poll.state() != PollState.CLOSED) {
            throw new NoSuchElementException("result of poll " + id);
        }
        var meeting = meetings.meeting(poll.meeting());
        return printer.print(new Writing(poll, meeting, language).sheet(), paper(meeting), language);
    }

    public static String fileName(PollSummary poll) {
        return "abstimmung-" + poll.id().value().toString().substring(0, 8) + ".pdf";
    }

    private LetterPaper paper(MeetingSummary meeting) {
        var body = councils.organization(meeting.organization()).body();
        var details = access.asSystem("voteorder", () -> bodies.details(body));
        return new LetterPaper(
                details.name(),
                details.contact(),
                Optional.ofNullable(details.color()).map(Color::hex).orElse(null),
                Optional.ofNullable(details.coatOfArms()).map(CoatOfArms::svg).orElse(null));
    }

    private final class Writing {

        private final PollSummary poll;
        private final MeetingSummary meeting;
        private final Locale language;

        Writing(PollSummary poll, MeetingSummary meeting, Locale language) {
            this.poll = poll;
            this.meeting = meeting;
            this.language = language;
        }

        private String text(String key, Object... values) {
            return messages.text(language, key, values);
        }

        ResultSheet sheet() {
            var parts = new ArrayList<ResultSheet.Part>();
            if (!poll.question().wording().isEmpty()) {
                parts.add(new ResultSheet.Part(
                        text("voteorder.sheet.wording"),
                        List.of(),
                        List.of(),
                        poll.question()
                                .wording()
                                .lines()
                                .filter(it -> !it.isBlank())
                                .toList()));
            }
            parts.add(count());
            var groups = polls.byGroup(poll.id());
            if (groups.size() > 1) {
                parts.add(byGroup(groups));
            }
            var votes = polls.votes(poll.id());
            if (!votes.isEmpty()) {
                parts.add(byName(votes));
            }
            return new ResultSheet(
                    text("voteorder.sheet.title", poll.question().question()),
                    meeting.organizationName(),
                    facts(),
                    parts,
                    text("voteorder.sheet.place", "{0}", "{1}"));
        }

        private List<ResultSheet.Fact> facts() {
            var facts = new ArrayList<ResultSheet.Fact>();
            facts.add(new ResultSheet.Fact(text("voteorder.sheet.meeting"), meeting.title()));
            facts.add(new ResultSheet.Fact(
                    text("voteorder.sheet.day"),
                    meeting.day()
                            .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .withLocale(language))));
            facts.add(new ResultSheet.Fact(
                    text("voteorder.sheet.item"),
                    meetings.agenda(meeting.id()).stream()
                            .filter(it -> it.id().equals(poll.item()))
                            .map(it -> it.number() + " " + it.title())
                            .findFirst()
                            .orElse("")));
            facts.add(new ResultSheet.Fact(text("voteorder.sheet.mode"), text("chamber.poll.mode." + poll.mode())));
            facts.add(new ResultSheet.Fact(
                    text("voteorder.sheet.needed"), text("organization.rules.majority." + poll.majority())));
            facts.add(new ResultSheet.Fact(text("voteorder.sheet.outcome"), text("voteorder.outcome." + isAdopted())));
            var annulled = poll.annulledFor();
            if (annulled != null) {
                facts.add(new ResultSheet.Fact(text("voteorder.sheet.annulled"), annulled));
            }
            return facts;
        }

        private boolean isAdopted() {
            return poll.outcome() != null && poll.outcome().isAdopted();
        }

        private ResultSheet.Part count() {
            var tally = poll.tally();
            var rows = new ArrayList<List<String>>();
            rows.add(List.of(text("voting.choice.YES"), String.valueOf(tally.yes())));
            rows.add(List.of(text("voting.choice.NO"), String.valueOf(tally.no())));
            rows.add(List.of(text("voting.choice.ABSTENTION"), String.valueOf(tally.abstentions())));
            if (poll.mode() == BallotMode.SECRET) {
                rows.add(List.of(text("voteorder.sheet.invalid"), String.valueOf(poll.invalid())));
            }
            rows.add(List.of(
                    text("voteorder.sheet.not-voted"),
                    String.valueOf(poll.entitled() - tally.total() - poll.invalid())));
            rows.add(List.of(text("voteorder.sheet.recused"), String.valueOf(poll.recused())));
            var said = new ArrayList<String>();
            var weighted = polls.roll(poll.id()).stream().anyMatch(it -> it.weight() > 1 || it.castBy() != null);
            said.add(text(weighted ? "voteorder.sheet.entitled-votes" : "voteorder.sheet.entitled", poll.entitled()));
            if (poll.counted().total() > 0 && poll.mode() == BallotMode.OPEN) {
                said.add(text("minutes.text.show-of-hands", poll.counted().total()));
            }
            if (poll.isDecidedByChair()) {
                said.add(text("voting.casting-vote"));
            }
            return new ResultSheet.Part(
                    text("voteorder.sheet.count"),
                    List.of(text("voteorder.sheet.choice"), text("voteorder.sheet.votes")),
                    rows,
                    said);
        }

        private ResultSheet.Part byGroup(List<GroupResult> groups) {
            return new ResultSheet.Part(
                    text("voteorder.groups"),
                    List.of(
                            text("voteorder.groups.group"),
                            text("voting.choice.YES"),
                            text("voting.choice.NO"),
                            text("voting.choice.ABSTENTION"),
                            text("voteorder.groups.not-voted")),
                    groups.stream()
                            .map(it -> List.of(
                                    it.name().isEmpty() ? text("voteorder.groups.none") : it.name(),
                                    String.valueOf(it.tally().yes()),
                                    String.valueOf(it.tally().no()),
                                    String.valueOf(it.tally().abstentions()),
                                    String.valueOf(it.notVoted())))
                            .toList(),
                    List.of());
        }

        private ResultSheet.Part byName(List<Vote> votes) {
            Map<PersonId, MemberSummary> known = councils.members(meeting.organization(), meeting.day()).stream()
                    .collect(Collectors.toMap(MemberSummary::person, Function.identity(), (one, other) -> one));
            var rows = votes.stream()
                    .sorted(Comparator.comparing(it -> Optional.ofNullable(known.get(it.person()))
                            .map(MemberSummary::sortName)
                            .orElse("")))
                    .map(it -> List.of(name(known, it), choice(it)))
                    .toList();
            return new ResultSheet.Part(
                    text("voteorder.names"),
                    List.of(text("voteorder.sheet.name"), text("voteorder.sheet.vote")),
                    rows,
                    List.of());
        }

        private String name(Map<PersonId, MemberSummary> known, Vote vote) {
            var member = Optional.ofNullable(known.get(vote.person()));
            var name = member.map(MemberSummary::name).orElseGet(() -> councils.nameOf(vote.person()));
            var withGroup = member.map(MemberSummary::groupShortName)
                    .map(it -> name + " (" + it + ")")
                    .orElse(name);
            return VoteMarks.of(withGroup, vote, councils::nameOf, this::text);
        }

        private String choice(Vote vote) {
            var choice = text("voting.choice." + vote.choice());
            return !vote.enteredFor()
                    ? choice
                    : text(vote.corrected() ? "voteorder.names.entered-corrected" : "voteorder.names.entered", choice);
        }
    }
}
