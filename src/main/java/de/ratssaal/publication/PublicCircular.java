package de.ratssaal.publication;

import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularPage;
import de.ratssaal.circular.Participant;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an organization resolved in writing between meetings (R13), with how each member voted (R15).
 *
 * @param reason why it could not wait for a meeting
 * @param proposal the wording in its points; none without a paper
 * @param agreed members who agreed to the procedure, or their votes
 * @param needed how many had to
 * @param members legal strength of the organization, or votes of all members
 * @param ofVotes whether these three are votes
 * @param rule where the procedure is allowed
 * @param votes sorted by name
 */
public record PublicCircular(
        CircularId id,
        OrganizationId organization,
        String organizationName,
        String title,
        String wording,
        @Nullable ResolutionProposal proposal,
        @Nullable PaperId paper,
        String reason,
        Outcome outcome,
        VoteResult vote,
        int agreed,
        int needed,
        int members,
        boolean ofVotes,
        String rule,
        List<PublicDecision.NamedVote> votes,
        Instant decidedAt,
        ZoneId zone) {

    public PublicCircular {
        votes = List.copyOf(votes);
    }

    /**
     * @param usual majority for which the page need not say what it took
     * @param paper none if the public knows of none
     */
    static PublicCircular of(CircularPage page, Majority usual, @Nullable PaperId paper) {
        var circular = page.circular();
        var count = Objects.requireNonNull(circular.count());
        var tally = count.tally();
        var proposal = circular.question().proposal();
        return new PublicCircular(
                circular.id(),
                circular.organization(),
                circular.organizationName(),
                circular.title(),
                circular.question().wording(),
                proposal == null ? null : ResolutionProposal.parse(proposal),
                paper,
                circular.reason(),
                switch (count.outcome()) {
                    case ADOPTED -> Outcome.ADOPTED;
                    case REJECTED -> Outcome.REJECTED;
                    case NOT_AGREED -> throw new IllegalArgumentException("nothing was resolved: " + circular.id());
                },
                new VoteResult(
                        tally.yes(),
                        tally.no(),
                        tally.abstentions(),
                        count.recused(),
                        count.votes().entitled(),
                        circular.majority() == usual ? null : circular.majority()),
                count.agreed(),
                count.needed(),
                count.all(),
                count.votes().decideProcedure(),
                circular.source().toString(),
                page.participants().stream().flatMap(PublicCircular::vote).toList(),
                Objects.requireNonNull(circular.endedAt()),
                circular.zone());
    }

    private static Stream<PublicDecision.NamedVote> vote(Participant member) {
        var answer = member.answer();
        return answer == null
                ? Stream.empty()
                : Stream.of(new PublicDecision.NamedVote(
                        member.person(),
                        member.name(),
                        member.group(),
                        member.groupColor(),
                        answer.choice(),
                        false,
                        false,
                        member.weight(),
                        null));
    }

    /** Members who chose this, sorted by name. */
    public List<PublicDecision.NamedVote> votes(Choice choice) {
        return votes.stream().filter(it -> it.choice() == choice).toList();
    }

    /** How many votes chose this. */
    public int count(Choice choice) {
        return votes(choice).stream().mapToInt(PublicDecision.NamedVote::weight).sum();
    }
}
