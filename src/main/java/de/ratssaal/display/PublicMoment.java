package de.ratssaal.display;

import de.ratssaal.chamber.Board;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.MeetingElections;
import de.ratssaal.election.RoundState;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.floor.Floor;
import de.ratssaal.floor.GuestKind;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.floor.SpeechRequest;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.publication.VoteResult;
import de.ratssaal.rules.Majority;
import de.ratssaal.stream.PublicStream;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Resolution;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a meeting at one moment. It is made from the public part of the board and holds neither
 * identifiers of persons nor anything of how a vote stands that is still open.
 *
 * @param isBehindClosedDoors whether a non-public item is before the meeting; then nothing else is told
 * @param breakUntil when a break ends; none if nobody said
 * @param attendance none while nothing of it is told
 * @param stream how the stream stands; none if there is none
 */
public record PublicMoment(
        MeetingId meeting,
        MeetingState state,
        boolean isBehindClosedDoors,
        @Nullable Instant breakUntil,
        @Nullable Attendance attendance,
        @Nullable Item item,
        @Nullable Speaking speaking,
        @Nullable Vote vote,
        @Nullable ElectionShown election,
        @Nullable PublicStream stream) {

    /** Whether the public can watch now. */
    public boolean isStreamed() {
        return stream != null && stream.state() == PublicStream.State.ON;
    }

    /** Where somebody else shows the meeting; none while it is not public. */
    public @Nullable String otherStream() {
        return stream == null || stream.isOurs() || isBehindClosedDoors || !state.isRunning() ? null : stream.address();
    }

    /** Whose that is. */
    public @Nullable String otherHost() {
        var address = otherStream();
        return address == null ? null : URI.create(address).getHost();
    }

    /**
     * @param needed how many have to be there and entitled, so that the organization may decide
     * @param ofVotes whether so many votes are needed, not so many members
     */
    public record Attendance(int present, int members, boolean isQuorate, int needed, boolean ofVotes) {}

    /** @param outcome what was decided without a vote; none if nothing was */
    public record Item(
            String number, String title, @Nullable Outcome outcome) {}

    /**
     * @param name empty for a guest who may not be named outside of the room
     * @param spokenMillis without what runs now
     * @param sinceMillis since when the time runs, in milliseconds of the clock; none while it does not
     * @param allowedMillis none if the time has no limit
     */
    public record Speaking(
            String name,
            @Nullable String group,
            @Nullable GuestKind guest,
            SpeechKind kind,
            long spokenMillis,
            @Nullable Long sinceMillis,
            @Nullable Long allowedMillis) {}

    /**
     * @param result none while it runs
     * @param endsAtMillis the end that was announced, in milliseconds of the clock; none if none was, and once it is closed
     */
    public record Vote(
            String question,
            BallotMode mode,
            @Nullable Outcome outcome,
            @Nullable VoteResult result,
            int invalid,
            @Nullable Long endsAtMillis) {

        public boolean isRunning() {
            return result == null;
        }
    }

    /**
     * @param isRunning whether ballots are cast or counted
     * @param isByHands whether it runs openly, by hands that are raised
     * @param isLot whether a lot has to be drawn
     * @param votes of each candidate in the last round that was announced, as the ballot had them
     * @param elected who was elected so far
     */
    public record ElectionShown(
            String office,
            boolean isRunning,
            boolean isByHands,
            boolean isLot,
            List<Votes> votes,
            List<String> elected) {

        public ElectionShown {
            votes = List.copyOf(votes);
            elected = List.copyOf(elected);
        }
    }

    /** @param width of its bar, of 100 */
    public record Votes(String name, int votes, int width) {}

    /** Whatever else the board holds: only its public part is looked at. */
    static PublicMoment of(Board whole) {
        var board = whole.publicPart();
        var meeting = board.meeting();
        var closedDoors = meeting.state().isRunning() && board.isBehindClosedDoors();
        if (!meeting.state().isRunning() || closedDoors) {
            return new PublicMoment(
                    meeting.id(), meeting.state(), closedDoors, null, null, null, null, null, null, stream(board));
        }
        var breakUntil = meeting.state() == MeetingState.INTERRUPTED
                ? board.part(Displays.class).map(Displays::breakUntil).orElse(null)
                : null;
        var election = election(board);
        return new PublicMoment(
                meeting.id(),
                meeting.state(),
                false,
                breakUntil,
                new Attendance(
                        board.countVotingPresent(),
                        board.quorum().members(),
                        board.quorum().isMet(),
                        board.quorum().needed(),
                        board.quorum().isOfVotes()),
                item(board),
                speaking(board),
                vote(board),
                election,
                stream(board));
    }

    private static @Nullable PublicStream stream(Board board) {
        return board.part(PublicStream.class).orElse(null);
    }

    private static @Nullable Item item(Board board) {
        return board.currentItem()
                .map(it -> new Item(
                        it.number(),
                        it.title(),
                        board.resolutions().stream()
                                .filter(one -> one.item().equals(it.id()) && one.poll() == null)
                                .map(Resolution::outcome)
                                .findFirst()
                                .orElse(null)))
                .orElse(null);
    }

    private static @Nullable Speaking speaking(Board board) {
        return board.part(Floor.class)
                .map(Floor::speaking)
                .map(PublicMoment::speaking)
                .orElse(null);
    }

    private static Speaking speaking(SpeechRequest speech) {
        var since = speech.runningSince();
        var allowed = speech.allowed();
        return new Speaking(
                speech.speaker().name(),
                speech.speaker().groupShortName(),
                speech.speaker().guest(),
                speech.kind(),
                speech.spoken().toMillis(),
                since == null ? null : since.toEpochMilli(),
                allowed == null ? null : allowed.toMillis());
    }

    private static @Nullable Vote vote(Board board) {
        return Optional.ofNullable(board.poll())
                .filter(it -> it.isPublic() && (it.state() == PollState.OPEN || it.holds()))
                .map(PublicMoment::vote)
                .orElse(null);
    }

    private static Vote vote(PollSummary poll) {
        var question = poll.question().question();
        if (poll.state() == PollState.OPEN) {
            var end = poll.endsAt();
            return new Vote(question, poll.mode(), null, null, 0, end == null ? null : end.toEpochMilli());
        }
        var tally = poll.tally();
        return new Vote(
                question,
                poll.mode(),
                poll.outcome(),
                new VoteResult(
                        tally.yes(),
                        tally.no(),
                        tally.abstentions(),
                        poll.recused(),
                        Math.max(poll.entitled(), tally.total()),
                        poll.majority() == Majority.OF_VOTES_CAST ? null : poll.majority()),
                poll.invalid(),
                null);
    }

    private static @Nullable ElectionShown election(Board board) {
        return onScreen(board).map(PublicMoment::election).orElse(null);
    }

    /** The election on the item before the meeting that comes last. */
    static Optional<ElectionSummary> onScreen(Board board) {
        return board.part(MeetingElections.class).stream()
                .flatMap(it -> it.elections().stream())
                .filter(it -> it.item().equals(board.meeting().currentItem()))
                .filter(it -> switch (it.state()) {
                    case RUNNING, LOT, DECIDED, FAILED -> true;
                    case NOMINATING, CANCELLED, REPEATED -> false;
                })
                .reduce((first, second) -> second);
    }

    private static ElectionShown election(ElectionSummary election) {
        return new ElectionShown(
                election.office(),
                election.currentRound().filter(RoundSummary::isRunning).isPresent(),
                election.currentRound().filter(RoundSummary::isByHands).isPresent(),
                election.state() == ElectionState.LOT,
                votes(election),
                election.elected().stream()
                        .filter(it -> !Boolean.FALSE.equals(it.accepts()))
                        .map(it -> election.nameOf(it.candidate()))
                        .toList());
    }

    static List<Votes> votes(ElectionSummary election) {
        return election.rounds().stream()
                .filter(it -> it.state() == RoundState.SETTLED)
                .map(RoundSummary::sheet)
                .filter(java.util.Objects::nonNull)
                .reduce((first, second) -> second)
                .map(sheet -> {
                    var most = Math.max(1, sheet.inUrn());
                    return sheet.votes().entrySet().stream()
                            .map(it -> new Votes(
                                    election.nameOf(it.getKey()),
                                    it.getValue(),
                                    Math.min(100, 100 * it.getValue() / most)))
                            .toList();
                })
                .orElse(List.of());
    }
}
