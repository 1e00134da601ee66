package de.ratssaal.minutes;

import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.MotionState;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.Tally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that minutes say: the facts of the meeting and what the secretariat wrote. Names are those of the day on which it was
 * made; after the release it never changes.
 *
 * @param isPublicVersion whether it was made from public facts alone
 * @param body name of the municipality
 * @param zone the body's zone, in which times are written
 * @param place where it was held; empty for a digital meeting
 * @param publicAccess where the public followed a hybrid or digital meeting; may be empty
 * @param begin when it was opened
 * @param end when it was closed; none while it runs
 * @param chairs who was in the chair, from when on, in order
 * @param recorder who records; empty if that is not known yet
 * @param present members who were present at any time, by name
 * @param absent members who were never present, by name
 * @param leftVotes votes that absent members left to others, in order
 * @param exclusions from how many items the public was excluded while it ran (R11); none in minutes released before that was
 *     counted
 * @param approvedAtNextMeeting whether the next meeting approves them
 * @param source paragraph about minutes
 */
public record MinutesSheet(
        MinutesId id,
        MeetingId meeting,
        boolean isPublicVersion,
        String body,
        String organization,
        String title,
        MeetingMode mode,
        ZoneId zone,
        String place,
        String publicAccess,
        Instant begin,
        @Nullable Instant end,
        List<Break> breaks,
        List<Chairing> chairs,
        String recorder,
        Summons summons,
        QuorumFinding quorum,
        List<Attendee> present,
        List<Absentee> absent,
        List<LeftVote> leftVotes,
        @Nullable Integer exclusions,
        String intro,
        List<Item> items,
        String closing,
        boolean approvedAtNextMeeting,
        LegalSource source) {

    public MinutesSheet {
        breaks = List.copyOf(breaks);
        chairs = List.copyOf(chairs);
        present = List.copyOf(present);
        absent = List.copyOf(absent);
        // sheets that were kept before there were any
        leftVotes = List.copyOf(Objects.requireNonNullElse(leftVotes, List.<LeftVote>of()));
        items = List.copyOf(items);
    }

    /**
     * An interruption of the meeting.
     *
     * @param until none if the meeting did not go on, or has not yet
     */
    public record Break(Instant from, @Nullable Instant until) {}

    /** Somebody in the chair, until the next. */
    public record Chairing(String name, Instant from) {}

    /**
     * How the members were called.
     *
     * @param sentAt when the invitation went out
     * @param urgent whether the period was shortened for urgency
     * @param allInvited whether every member was duly invited
     */
    public record Summons(
            @Nullable Instant sentAt,
            boolean urgent,
            boolean allInvited,
            @Nullable String calledAgain) {}

    /**
     * Whether the organization could decide when it turned to its first item.
     *
     * @param present members present and entitled to vote
     * @param needed how many of them it takes
     * @param members legal strength
     * @param ofVotes whether all three are votes, where the rules count those
     */
    public record QuorumFinding(int present, int needed, int members, LegalSource source, boolean ofVotes) {

        public boolean isMet() {
            return present >= needed;
        }
    }

    /**
     * A member who was present.
     *
     * @param group short name of the political group
     * @param standsInFor name of the member whose place a substitute took; none if that member was there all the time
     * @param stoodIn when the substitute did, in order; none if it was all the time that they were present
     * @param spans when, in order
     * @param weight how many votes they have; 0 in sheets that were kept before there were several
     */
    public record Attendee(
            String name,
            MembershipRole role,
            boolean votes,
            @Nullable String group,
            @Nullable String standsInFor,
            @Nullable List<Span> stoodIn,
            List<Span> spans,
            int weight) {

        public Attendee {
            stoodIn = stoodIn == null ? null : List.copyOf(stoodIn);
            spans = List.copyOf(spans);
        }
    }

    /**
     * @param since none for the meeting's begin
     * @param until none for the meeting's end
     */
    public record Span(@Nullable Instant since, @Nullable Instant until, Place place) {}

    /**
     * A member who was not present.
     *
     * @param excused whether a reason was given
     * @param reason why; never in the public version
     */
    public record Absentee(
            String name,
            MembershipRole role,
            @Nullable String group,
            boolean excused,
            @Nullable String reason) {}

    /**
     * The vote of a member that they left to another while they were not there.
     *
     * @param item number of the only item it held for; none if it held for the whole meeting
     * @param since none for the meeting's begin
     * @param until when it ended; none for the meeting's end
     */
    public record LeftVote(
            String member,
            String holder,
            @Nullable String item,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /**
     * An item of the agenda.
     *
     * @param excludedBecause why the public was excluded from it (R11); none if it was not, and never in the public version
     * @param papers numbers of the papers on it
     * @param recused who was excluded from it, by name
     * @param decisions what was decided, in order
     * @param motions on the procedure, in the order in which they were decided
     * @param abandoned polls that were cancelled, or whose result holds no longer; never in the public version
     * @param text what the secretariat wrote on it
     */
    public record Item(
            AgendaItemId id,
            String number,
            int depth,
            String title,
            boolean isPublic,
            ItemState state,
            @Nullable Instant calledAt,
            @Nullable String excludedBecause,
            List<String> papers,
            List<String> recused,
            List<Decided> decisions,
            List<Moved> motions,
            List<Abandoned> abandoned,
            String text) {

        public Item {
            papers = List.copyOf(papers);
            recused = List.copyOf(recused);
            decisions = List.copyOf(decisions);
            // sheets that were kept before there were any
            motions = List.copyOf(Objects.requireNonNullElse(motions, List.<Moved>of()));
            abandoned = List.copyOf(abandoned);
        }
    }

    /**
     * What became of an item.
     *
     * @param wording exactly what was voted on; empty if the question says it all
     * @param needed the majority it took; none for the one that the rules usually ask for, or where no vote was needed
     * @param count none where no vote was needed
     * @param votes who voted how, as far as it was by name, sorted by name
     * @param showOfHands how many votes were counted in the room without names
     * @param mode how it was voted; none where no vote was needed
     * @param invalid ballots of a secret vote that said nothing clear
     */
    public record Decided(
            String question,
            String wording,
            Outcome outcome,
            Instant at,
            @Nullable Majority needed,
            @Nullable Count count,
            List<NamedVote> votes,
            int showOfHands,
            @Nullable BallotMode mode,
            int invalid) {

        public Decided {
            votes = List.copyOf(votes);
        }

        /** Whether the chair's casting vote broke a tie. */
        boolean isByChair() {
            return outcome.isAdopted() && count != null && count.yes() == count.no();
        }
    }

    /** Counted votes, with members who were recused. */
    public record Count(int yes, int no, int abstentions, int recused) {}

    /**
     * How a member voted.
     *
     * @param enteredFor whether a clerk entered it, as they saw or heard it in the room
     * @param corrected whether the clerk corrected what they had entered
     * @param weight how many votes it counts; 0 in sheets that were kept before there were several
     * @param castBy name of who cast it for the member; none if the member did
     */
    public record NamedVote(
            String name,
            @Nullable String group,
            Choice choice,
            boolean enteredFor,
            boolean corrected,
            int weight,
            @Nullable String castBy) {}

    /**
     * A poll that was cancelled, or taken again, and why.
     *
     * @param count what was counted before it was taken again; none if it was cancelled before
     */
    public record Abandoned(
            String question,
            String reason,
            Instant at,
            @Nullable Count count) {}

    /**
     * A motion on the procedure.
     *
     * @param votes none if it was withdrawn, or is obtained by asking
     * @param asking how many asked for a roll call or a secret vote
     */
    public record Moved(
            MotionKind kind,
            String words,
            String mover,
            MotionState state,
            @Nullable Tally votes,
            @Nullable Integer asking,
            Instant at) {}
}
