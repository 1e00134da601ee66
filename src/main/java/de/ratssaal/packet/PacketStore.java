package de.ratssaal.packet;

import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of this module. */
@Component
@Transactional
class PacketStore {

    private final JdbcClient database;

    PacketStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A packet, ordered or bound.
     *
     * @param hash of the bound PDF
     * @param markAt where it leaves room for the reader's name; 0 until it is bound
     */
    record Row(
            PacketId id,
            MeetingId meeting,
            PacketAudience audience,
            String fingerprint,
            PacketState state,
            int attempts,
            int done,
            int total,
            @Nullable String hash,
            long size,
            int pages,
            long markAt,
            List<String> problems,
            @Nullable Instant boundAt) {}

    public Optional<Row> find(MeetingId meeting, PacketAudience audience) {
        return database.sql("select * from packet_packet where meeting_id = ? and audience = ?")
                .params(meeting.value(), audience.name())
                .query((row, number) -> row(row))
                .optional();
    }

    /** Which packets somebody works on, or will. */
    public List<PacketId> open() {
        return database.sql("select id from packet_packet where state in ('WAITING', 'CONVERTING', 'BINDING')")
                .query((row, number) -> new PacketId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Orders a packet, in place of one with other contents. Of two who order the same, the second changes nothing. */
    public void order(MeetingId meeting, PacketAudience audience, String fingerprint, boolean anew, Instant now) {
        var there = find(meeting, audience).orElse(null);
        if (there != null && there.fingerprint().equals(fingerprint) && !anew) {
            return;
        }
        if (there != null) {
            drop(there);
        }
        database.sql("""
                        insert into packet_packet (id, meeting_id, audience, fingerprint, state, ordered_at)
                        values (?, ?, ?, ?, 'WAITING', ?) on conflict (meeting_id, audience) do nothing
                        """)
                .params(PacketId.next().value(), meeting.value(), audience.name(), fingerprint, Timestamp.from(now))
                .update();
    }

    public void drop(Row row) {
        if (row.hash() != null) {
            database.sql("insert into packet_discarded (hash) values (?) on conflict do nothing")
                    .param(row.hash())
                    .update();
        }
        database.sql("delete from packet_packet where id = ?")
                .param(row.id().value())
                .update();
    }

    /** Takes a packet that waits, or whose worker is gone. Until the moment given it is the caller's. */
    public Optional<Row> claim(UUID node, Instant now, Instant until) {
        return database.sql("""
                        update packet_packet set claimed_by = :node, claimed_until = :until
                        where id = (select id from packet_packet
                            where state in ('WAITING', 'CONVERTING', 'BINDING')
                                and (claimed_until is null or claimed_until < :now)
                            order by ordered_at limit 1 for update skip locked)
                        returning *
                        """)
                .param("node", node)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, number) -> row(row))
                .optional();
    }

    /** @return whether it still is the caller's */
    public boolean renew(PacketId id, UUID node, Instant until) {
        return database.sql("update packet_packet set claimed_until = ? where id = ? and claimed_by = ?")
                        .params(Timestamp.from(until), id.value(), node)
                        .update()
                == 1;
    }

    /** @return whether it still is the caller's */
    public boolean progress(PacketId id, UUID node, PacketState state, int done, int total) {
        return database.sql("update packet_packet set state = ?, done = ?, total = ? where id = ? and claimed_by = ?")
                        .params(state.name(), done, total, id.value(), node)
                        .update()
                == 1;
    }

    /** Gives a packet back, to be taken again after a moment. */
    public void giveBack(PacketId id, UUID node, boolean failed, Instant notBefore) {
        database.sql("""
                        update packet_packet set claimed_until = ?, attempts = attempts + ?
                        where id = ? and claimed_by = ?
                        """)
                .params(Timestamp.from(notBefore), failed ? 1 : 0, id.value(), node)
                .update();
    }

    public void fail(PacketId id) {
        database.sql("update packet_packet set state = 'FAILED', claimed_by = null, claimed_until = null where id = ?")
                .param(id.value())
                .update();
    }

    /** @return whether it still was the caller's */
    public boolean bound(PacketId id, UUID node, BoundPacket packet, String hash, List<String> problems, Instant now) {
        return database.sql("""
                        update packet_packet
                        set state = 'BOUND', hash = :hash, size = :size, pages = :pages, mark_at = :markAt,
                            problems = :problems, bound_at = :now, claimed_by = null, claimed_until = null
                        where id = :id and claimed_by = :node
                        """)
                        .param("hash", hash)
                        .param("size", packet.size())
                        .param("pages", packet.pages())
                        .param("markAt", packet.markAt())
                        .param("problems", problems.toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .param("node", node)
                        .update()
                == 1;
    }

    /** A content that no packet has any more. */
    public Optional<String> discarded() {
        database.sql("""
                        delete from packet_discarded d where exists (select from packet_packet p where p.hash = d.hash)
                            or exists (select from packet_document b where b.hash = d.hash)
                        """).update();
        return database.sql("select hash from packet_discarded limit 1")
                .query(String.class)
                .optional();
    }

    public void forget(String hash) {
        database.sql("delete from packet_discarded where hash = ?").param(hash).update();
    }

    private static Row row(ResultSet row) throws SQLException {
        var bound = row.getTimestamp("bound_at");
        return new Row(
                new PacketId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                PacketAudience.valueOf(row.getString("audience")),
                row.getString("fingerprint"),
                PacketState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("hash"),
                row.getLong("size"),
                row.getInt("pages"),
                row.getLong("mark_at"),
                Arrays.asList((String[]) row.getArray("problems").getArray()),
                bound == null ? null : bound.toInstant());
    }
}
