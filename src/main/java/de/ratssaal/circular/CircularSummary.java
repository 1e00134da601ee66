package de.ratssaal.circular;

import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.PollQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A circular resolution as those who may see it see it. How many voted which way is known only once it is counted.
 *
 * @param zone the body's zone, in which times are shown
 * @param paper from which the wording was taken; none for a wording of its own
 * @param question title and wording as they were when it began
 * @param reason why it cannot wait for a meeting
 * @param agreement share of the members that must agree to the procedure
 * @param majority what the matter needs
 * @param source where the rule stands
 * @param members legal strength of the organization
 * @param seats members entitled to vote when it began
 * @param recused how many of them are recused
 * @param answered how many of them have answered
 * @param votes how many votes those who can answer have, and all members
 * @param withdrawnFor why it ended without a result
 * @param count none until it is counted
 * @param toldIn meeting on whose agenda it stands as information
 */
public record CircularSummary(
        CircularId id,
        OrganizationId organization,
        String organizationName,
        ZoneId zone,
        @Nullable PaperId paper,
        PollQuestion question,
        String reason,
        boolean isPublic,
        Fraction agreement,
        Majority majority,
        LegalSource source,
        int members,
        int seats,
        int recused,
        int answered,
        CircularVotes votes,
        Instant beganAt,
        Instant endsAt,
        CircularState state,
        @Nullable Instant endedAt,
        @Nullable String withdrawnFor,
        @Nullable CircularCount count,
        @Nullable MeetingId toldIn) {

    public String title() {
        return question.question();
    }

    public boolean isRunning() {
        return state == CircularState.RUNNING;
    }

    /** Members who can answer. */
    public int entitled() {
        return seats - recused;
    }

    public boolean haveAllAnswered() {
        return answered == entitled();
    }

    /** Members, or their votes, of which a share has to agree to the procedure. */
    public int all() {
        return votes.decideProcedure() ? votes.all() : members;
    }

    /** How many members have to agree to the procedure, or votes. */
    public int needed() {
        return agreement.leastReaching(all());
    }

    /** How many members could agree, or votes. */
    public int mayAgree() {
        return votes.decideProcedure() ? votes.entitled() : entitled();
    }

    /** Whether enough members are left that could agree. */
    public boolean canBeAgreed() {
        return mayAgree() >= needed();
    }

    public ZonedDateTime began() {
        return beganAt.atZone(zone);
    }

    public ZonedDateTime ends() {
        return endsAt.atZone(zone);
    }

    /** Day of its beginning in the body's zone: whose members were members then. */
    public LocalDate day() {
        return began().toLocalDate();
    }
}
