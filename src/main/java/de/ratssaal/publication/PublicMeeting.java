package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.voting.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A public meeting before the public.
 *
 * @param zone the body's zone, in which times are shown
 * @param publicAccess where the public follows a hybrid or digital meeting; may be empty
 * @param items public items in the agenda's order
 * @param released resolutions from non-public session that were released to the public (R11)
 * @param packet agenda, papers and attachments in one PDF; none until it is bound
 */
public record PublicMeeting(
        MeetingId id,
        OrganizationId organization,
        String organizationName,
        String title,
        MeetingMode mode,
        MeetingState state,
        ZoneId zone,
        Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        String publicAccess,
        List<Item> items,
        List<Released> released,
        @Nullable Packet packet) {

    public PublicMeeting {
        items = List.copyOf(items);
        released = List.copyOf(released);
    }

    /**
     * @param address where it is read
     * @param size in bytes
     */
    public record Packet(String address, int pages, long size) {

        /** Size as people read it, in thousands of bytes. */
        public long kilobytes() {
            return Math.ceilDiv(size, 1_000);
        }
    }

    /** Whether somebody can still go there. */
    public boolean isToCome() {
        return state == MeetingState.CONVENED || state.isRunning();
    }

    /** Whether {@link #publicAccess()} is an address on the web. */
    public boolean isPublicAccessLink() {
        return publicAccess.startsWith("https://") || publicAccess.startsWith("http://");
    }

    /**
     * @param number as printed, such as {@code Ö 1.2}
     * @param depth 0 at the top
     * @param papers public papers that are deliberated on it, what is voted on first
     * @param files its own public files
     * @param results what became of it, in order
     * @param course what else happened on it, such as who was elected
     */
    public record Item(
            AgendaItemId id,
            String number,
            int depth,
            String title,
            ItemState state,
            List<PublishedPaper.Named> papers,
            List<PublishedFile> files,
            List<Result> results,
            List<String> course) {

        public Item {
            papers = List.copyOf(papers);
            files = List.copyOf(files);
            results = List.copyOf(results);
            // meetings that were published before there was any
            course = List.copyOf(Objects.requireNonNullElse(course, List.<String>of()));
        }
    }

    /**
     * @param title what was decided about
     */
    public record Released(String title, Result result) {}

    /**
     * @param vote none where no vote was needed
     */
    public record Result(
            PublicDecisionId decision,
            Outcome outcome,
            @Nullable VoteResult vote) {}
}
