package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.PollId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What polls on parts are about, and which texts are voted on point by point. Everything stays on record. */
@Component
class VoteParts {

    private final JdbcClient database;

    VoteParts(JdbcClient database) {
        this.database = database;
    }

    /**
     * A poll on a part.
     *
     * @param amendment none for a point
     * @param separation in which the point is voted on; none for an amendment
     * @param point counted from 1; 0 for an amendment
     * @param annulledAt when its result ceased to hold
     */
    record Part(
            PollId poll,
            MeetingId meeting,
            AgendaItemId item,
            @Nullable AmendmentId amendment,
            @Nullable UUID separation,
            int point,
            @Nullable Instant annulledAt) {}

    /** A text of which the points are voted on one by one. */
    record Separated(UUID id, ResolutionProposal proposal) {}

    void addAmendment(PollId poll, MeetingId meeting, AgendaItemId item, AmendmentId amendment, Instant at) {
        add(poll, meeting, item, amendment.value(), null, null, at);
    }

    void addPoint(PollId poll, MeetingId meeting, AgendaItemId item, UUID separation, int point, Instant at) {
        add(poll, meeting, item, null, separation, point, at);
    }

    private void add(
            PollId poll,
            MeetingId meeting,
            AgendaItemId item,
            @Nullable UUID amendment,
            @Nullable UUID separation,
            @Nullable Integer point,
            Instant at) {
        database.sql("""
                        insert into voteorder_part (poll_id, meeting_id, item_id, amendment_id, separation_id, point, opened_at)
                        values (:poll, :meeting, :item, :amendment, :separation, :point, :at)
                        """)
                .param("poll", poll.value())
                .param("meeting", meeting.value())
                .param("item", item.value())
                .param("amendment", amendment, Types.OTHER)
                .param("separation", separation, Types.OTHER)
                .param("point", point, Types.INTEGER)
                .param("at", utc(at))
                .update();
    }

    void annul(PollId poll, Instant at) {
        database.sql("update voteorder_part set annulled_at = ? where poll_id = ? and annulled_at is null")
                .params(utc(at), poll.value())
                .update();
    }

    /** Polls on parts of an item, in the order in which they were opened. */
    List<Part> of(AgendaItemId item) {
        return database.sql("select * from voteorder_part where item_id = ? order by opened_at, poll_id")
                .param(item.value())
                .query((row, number) -> part(row))
                .list();
    }

    Optional<Part> find(PollId poll) {
        return database.sql("select * from voteorder_part where poll_id = ?")
                .param(poll.value())
                .query((row, number) -> part(row))
                .optional();
    }

    private static Part part(ResultSet row) throws SQLException {
        var amendment = row.getObject("amendment_id", UUID.class);
        var annulled = row.getObject("annulled_at", OffsetDateTime.class);
        return new Part(
                new PollId(row.getObject("poll_id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                amendment == null ? null : new AmendmentId(amendment),
                row.getObject("separation_id", UUID.class),
                row.getInt("point"),
                annulled == null ? null : annulled.toInstant());
    }

    void separate(MeetingId meeting, AgendaItemId item, ResolutionProposal proposal, Instant at, String by) {
        database.sql("""
                        insert into voteorder_separation (id, meeting_id, item_id, proposal, chosen_at, chosen_by)
                        values (:id, :meeting, :item, :proposal, :at, :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("meeting", meeting.value())
                .param("item", item.value())
                .param("proposal", proposal.serialise())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    void end(UUID separation, Instant at) {
        database.sql("update voteorder_separation set ended_at = ? where id = ? and ended_at is null")
                .params(utc(at), separation)
                .update();
    }

    Optional<Separated> separation(AgendaItemId item) {
        return database.sql("select id, proposal from voteorder_separation where item_id = ? and ended_at is null")
                .param(item.value())
                .query((row, number) -> new Separated(
                        row.getObject("id", UUID.class), ResolutionProposal.parse(row.getString("proposal"))))
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
