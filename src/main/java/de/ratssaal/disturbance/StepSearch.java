package de.ratssaal.disturbance;

import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.Elections;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.MotionState;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotion;
import de.ratssaal.voting.ProceduralMotions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what was voted on, counted or elected since a moment, and what is being voted on. */
@Component
class StepSearch {

    private final Polls polls;
    private final ProceduralMotions motions;
    private final Elections elections;
    private final Access access;

    StepSearch(Polls polls, ProceduralMotions motions, Elections elections, Access access) {
        this.polls = polls;
        this.motions = motions;
        this.elections = elections;
        this.access = access;
    }

    /** Whoever reports may not know of all of it: it is found by the application itself. */
    List<AffectedStep> since(MeetingId meeting, Instant began) {
        return access.asSystem(
                "disturbance",
                () -> Stream.of(polls(meeting, began), motions(meeting, began), elections(meeting, began))
                        .flatMap(List::stream)
                        .toList());
    }

    private List<AffectedStep> polls(MeetingId meeting, Instant began) {
        return polls.of(meeting).stream()
                .filter(it -> isAffected(it, began))
                .map(it -> new AffectedStep(it.id().value(), StepKind.POLL, it.item(), label(it), null, null, null))
                .toList();
    }

    /** Why the public is to be excluded is not told (R11). */
    private static String label(PollSummary poll) {
        return poll.purpose() == PollPurpose.PROCEDURE && !poll.isPublic()
                ? ""
                : poll.question().question();
    }

    /** A counted vote on a motion is found with the motion. */
    private static boolean isAffected(PollSummary poll, Instant began) {
        return poll.state() == PollState.OPEN
                || poll.holds()
                        && (poll.purpose() == PollPurpose.PROPOSAL
                                || poll.purpose().isPart())
                        && isSince(poll.closedAt(), began);
    }

    private List<AffectedStep> motions(MeetingId meeting, Instant began) {
        return motions.of(meeting).stream()
                .filter(it -> isAffected(it, began))
                .map(it -> new AffectedStep(
                        it.id().value(), StepKind.MOTION, it.item(), it.words(), it.kind(), null, null))
                .toList();
    }

    private static boolean isAffected(ProceduralMotion motion, Instant began) {
        return motion.state() != MotionState.PENDING
                && motion.state() != MotionState.WITHDRAWN
                && isSince(motion.decidedAt(), began);
    }

    private List<AffectedStep> elections(MeetingId meeting, Instant began) {
        return elections.of(meeting).stream()
                .filter(it -> isAffected(it, began))
                .map(it ->
                        new AffectedStep(it.id().value(), StepKind.ELECTION, it.item(), it.office(), null, null, null))
                .toList();
    }

    private static boolean isAffected(ElectionSummary election, Instant began) {
        return switch (election.state()) {
            case CANCELLED, REPEATED -> false;
            case NOMINATING, RUNNING, LOT, DECIDED, FAILED ->
                election.rounds().stream().anyMatch(it -> it.isRunning() || isSince(it.settledAt(), began));
        };
    }

    private static boolean isSince(@Nullable Instant at, Instant began) {
        return at != null && !Objects.requireNonNull(at).isBefore(began);
    }
}
