package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision taken in public, or released to the public since.
 *
 * @param itemNumber number of its agenda item
 * @param wording what was resolved, in full; empty where the title says it all
 * @param proposal the same in its points; none for a decision without a paper
 * @param papers public papers on the item
 * @param vote none where no vote was needed
 * @param votes how each member voted who voted by name (R15), sorted by name
 * @param showOfHands how many votes were counted in the room without names
 * @param isSecret whether it was voted with ballots that name nobody
 * @param invalid ballots that said nothing clear
 * @param groups how each group voted; empty if that is not known
 */
public record PublicDecision(
        PublicDecisionId id,
        MeetingId meeting,
        String meetingTitle,
        OrganizationId organization,
        String organizationName,
        AgendaItemId item,
        String itemNumber,
        String title,
        String wording,
        @Nullable ResolutionProposal proposal,
        List<PublishedPaper.Named> papers,
        Outcome outcome,
        @Nullable VoteResult vote,
        List<NamedVote> votes,
        int showOfHands,
        boolean isSecret,
        int invalid,
        List<GroupVotes> groups,
        Instant decidedAt,
        ZoneId zone) {

    public PublicDecision {
        papers = List.copyOf(papers);
        votes = List.copyOf(votes);
        // decisions that were published before there were any
        groups = List.copyOf(Objects.requireNonNullElse(groups, List.<GroupVotes>of()));
    }

    /** As the public may know a resolution from non-public session: the wording and the result. */
    PublicDecision withoutDeliberation() {
        return new PublicDecision(
                id,
                meeting,
                meetingTitle,
                organization,
                organizationName,
                item,
                itemNumber,
                title,
                wording,
                proposal,
                List.of(),
                outcome,
                vote,
                List.of(),
                0,
                isSecret,
                invalid,
                List.of(),
                decidedAt,
                zone);
    }

    /** Members who chose this, sorted by name. */
    public List<NamedVote> votes(Choice choice) {
        return votes.stream().filter(it -> it.choice() == choice).toList();
    }

    /** How many votes by name chose this. */
    public int count(Choice choice) {
        return votes(choice).stream().mapToInt(NamedVote::weight).sum();
    }

    /**
     * @param group short name of the political group
     * @param groupColor its colour as {@code #rrggbb}
     * @param enteredFor whether a clerk entered it, as they saw or heard it in the room
     * @param corrected whether the clerk corrected what they had entered
     * @param weight how many votes it counts
     * @param castBy name of who cast it for the member; none if the member did
     */
    public record NamedVote(
            PersonId person,
            String name,
            @Nullable String group,
            @Nullable String groupColor,
            Choice choice,
            boolean enteredFor,
            boolean corrected,
            int weight,
            @Nullable String castBy) {

        public NamedVote {
            weight = Math.max(1, weight); // votes that were published before there were several
        }

        /** One vote, cast by the member. */
        public NamedVote(
                PersonId person, String name, @Nullable String group, @Nullable String groupColor, Choice choice) {
            this(person, name, group, groupColor, choice, false, false, 1, null);
        }
    }

    /**
     * How a group voted.
     *
     * @param group its short name; empty for members without
     * @param groupColor its colour as {@code #rrggbb}
     * @param notCast votes of its members who were entitled and did not vote
     */
    public record GroupVotes(
            String group, @Nullable String groupColor, int yes, int no, int abstentions, int notCast) {}
}
