package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.AmendmentsOfPaper;
import de.ratssaal.base.Messages;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.GroupResult;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Vote;
import de.ratssaal.voting.VoteMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the minutes say of votes besides the resolution: what became of each amendment, votes on single points, how each voted in them
 * and in motions on the procedure (R15), and how each group voted.
 */
@Component
class VotesInMinutes implements ItemCourse {

    private final Polls polls;
    private final VoteParts parts;
    private final Amendments amendments;
    private final AmendmentsOfPaper known;
    private final PaperWordings wordings;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;

    VotesInMinutes(
            Polls polls,
            VoteParts parts,
            Amendments amendments,
            AmendmentsOfPaper known,
            PaperWordings wordings,
            Meetings meetings,
            Councils councils,
            Messages messages) {
        this.polls = polls;
        this.parts = parts;
        this.amendments = amendments;
        this.known = known;
        this.wordings = wordings;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId id, boolean publicOnly) {
        var meeting = meetings.meeting(id);
        var counted = polls.of(id).stream()
                .filter(it -> it.state() == PollState.CLOSED && (it.isPublic() || !publicOnly))
                .collect(Collectors.groupingBy(PollSummary::item));
        var said = new HashMap<AgendaItemId, List<String>>();
        for (var item : meetings.agenda(id)) {
            if (item.isPublic() || !publicOnly) {
                var paragraphs =
                        new Item(meeting, item, publicOnly).paragraphs(counted.getOrDefault(item.id(), List.of()));
                if (!paragraphs.isEmpty()) {
                    said.put(item.id(), paragraphs);
                }
            }
        }
        return said;
    }

    private final class Item {

        private final MeetingSummary meeting;
        private final AgendaItemSummary item;
        private final boolean publicOnly;

        Item(MeetingSummary meeting, AgendaItemSummary item, boolean publicOnly) {
            this.meeting = meeting;
            this.item = item;
            this.publicOnly = publicOnly;
        }

        List<String> paragraphs(List<PollSummary> counted) {
            var said = new ArrayList<String>();
            for (var poll : counted) {
                if (poll.purpose() == PollPurpose.POINT && poll.holds()) {
                    said.add(result(poll));
                }
                if (poll.holds() && (poll.purpose() == PollPurpose.POINT || poll.purpose() == PollPurpose.PROCEDURE)) {
                    said.addAll(names(poll));
                }
                if (poll.holds() && poll.purpose() == PollPurpose.PROPOSAL) {
                    groups(poll).ifPresent(said::add);
                }
            }
            said.addAll(0, ofAmendments(counted));
            return said;
        }

        private List<String> ofAmendments(List<PollSummary> counted) {
            var decisions = amendments.decisions(item.id());
            if (decisions.isEmpty()) {
                return List.of();
            }
            var said = new ArrayList<String>();
            var shown = shownNumbers();
            var polled = new HashMap<AmendmentId, PollSummary>();
            for (var part : parts.of(item.id())) {
                var amendment = part.amendment();
                if (amendment != null) {
                    counted.stream()
                            .filter(it -> it.id().equals(part.poll()) && it.holds())
                            .forEach(it -> polled.put(amendment, it));
                }
            }
            for (var row : amendments.on(item.id())) {
                var decision = decisions.get(row.amendment().id());
                if (decision != null
                        && (!publicOnly || shown.contains(row.amendment().number()))) {
                    said.add(decided(row, decision));
                    Optional.ofNullable(polled.get(row.amendment().id())).ifPresent(it -> said.addAll(names(it)));
                }
            }
            return said;
        }

        /** Numbers of the amendments of which everybody may know. */
        private Set<Integer> shownNumbers() {
            return publicOnly
                    ? wordings.on(item.id()).stream()
                            .flatMap(it -> known.publicOf(it.paper()).entries().stream())
                            .map(it -> it.number())
                            .collect(Collectors.toSet())
                    : new HashSet<>();
        }

        private String decided(AmendmentRow row, AmendmentDecision decision) {
            var amendment = row.amendment();
            var what = text(
                    "voteorder.amendment.question",
                    amendment.number(),
                    amendment.mover().name(),
                    amendment.title());
            var outcome = text("amendment.outcome." + decision.outcome());
            var count = decision.count();
            return count == null
                    ? text("voteorder.minutes.outcome", what, outcome)
                    : text("voteorder.minutes.counted", what, outcome, count.yes(), count.no(), count.abstentions());
        }

        private String result(PollSummary poll) {
            var tally = poll.tally();
            return text(
                    "voteorder.minutes.counted",
                    poll.question().question(),
                    text("voteorder.outcome."
                            + (poll.outcome() != null && poll.outcome().isAdopted())),
                    tally.yes(),
                    tally.no(),
                    tally.abstentions());
        }

        /** Who voted how, and each group; nothing if nobody voted by name. */
        private List<String> names(PollSummary poll) {
            var votes = polls.votes(poll.id());
            Map<PersonId, MemberSummary> members = councils.members(meeting.organization(), meeting.day()).stream()
                    .collect(Collectors.toMap(MemberSummary::person, Function.identity(), (one, other) -> one));
            var said = new ArrayList<String>();
            for (var choice : Choice.values()) {
                var names = votes.stream()
                        .filter(it -> it.choice() == choice)
                        .map(it -> name(members, it))
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (!names.isEmpty()) {
                    said.add(text("minutes.text.voted." + choice, names));
                }
            }
            groups(poll).ifPresent(said::add);
            return said.isEmpty()
                    ? List.of()
                    : List.of(text("voteorder.minutes.in", poll.question().question(), String.join(". ", said)));
        }

        private String name(Map<PersonId, MemberSummary> members, Vote vote) {
            var name = Optional.ofNullable(members.get(vote.person()))
                    .map(it -> it.groupShortName() == null ? it.name() : it.name() + " (" + it.groupShortName() + ")")
                    .orElseGet(() -> councils.nameOf(vote.person()));
            var marked = VoteMarks.of(name, vote, councils::nameOf, VotesInMinutes.this::text);
            return !vote.enteredFor()
                    ? marked
                    : text(vote.corrected() ? "minutes.text.entered-corrected" : "minutes.text.entered-for", marked);
        }

        private Optional<String> groups(PollSummary poll) {
            var groups = polls.byGroup(poll.id());
            return groups.size() < 2 || poll.tally().total() == 0
                    ? Optional.empty()
                    : Optional.of(text(
                            "voteorder.minutes.groups",
                            groups.stream().map(this::group).collect(Collectors.joining("; "))));
        }

        private String group(GroupResult group) {
            var tally = group.tally();
            return text(
                    "voteorder.minutes.group",
                    group.name().isEmpty() ? text("voteorder.groups.none") : group.name(),
                    tally.yes(),
                    tally.no(),
                    tally.abstentions());
        }
    }

    private String text(String key, Object... values) {
        return messages.text(MinutesWriting.LANGUAGE, key, values);
    }
}
