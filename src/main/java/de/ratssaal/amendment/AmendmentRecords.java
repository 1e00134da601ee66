package de.ratssaal.amendment;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was noted about amendments: numbers, decisions, order, choices and merges. Everything stays; the last one counts. */
@Component
class AmendmentRecords {

    private final JdbcClient database;

    AmendmentRecords(JdbcClient database) {
        this.database = database;
    }

    /** The next number of a paper's amendments. Until the transaction ends, others wait; if it fails, they get the number. */
    int next(PaperId paper) {
        return database.sql("""
                        insert into amendment_counter (paper_id, last) values (?, 1)
                        on conflict (paper_id) do update set last = amendment_counter.last + 1
                        returning last
                        """).param(paper.value()).query(Integer.class).single();
    }

    void decide(
            AmendmentId amendment,
            AgendaItemId item,
            MeetingId meeting,
            AmendmentOutcome outcome,
            boolean isFinal,
            @Nullable Count count,
            boolean castingVote,
            Instant at,
            String by) {
        database.sql("""
                        insert into amendment_decision (amendment_id, item_id, meeting_id, outcome, is_final, yes, no,
                            abstentions, casting_vote, decided_at, decided_by)
                        values (:amendment, :item, :meeting, :outcome, :final, :yes, :no, :abstentions, :casting, :at, :by)
                        """)
                .param("amendment", amendment.value())
                .param("item", item.value())
                .param("meeting", meeting.value())
                .param("outcome", outcome.name())
                .param("final", isFinal)
                .param("yes", count == null ? null : count.yes())
                .param("no", count == null ? null : count.no())
                .param("abstentions", count == null ? null : count.abstentions())
                .param("casting", castingVote)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Decisions on an item, the last for each amendment. */
    Map<AmendmentId, AmendmentDecision> decisions(AgendaItemId item) {
        return database.sql("""
                        select distinct on (amendment_id) * from amendment_decision where item_id = ?
                        order by amendment_id, id desc
                        """).param(item.value()).query((row, number) -> decision(row)).list().stream()
                .collect(Collectors.toMap(AmendmentDecision::amendment, it -> it));
    }

    /** Every decision on an amendment, also those that another replaced, in the order in which they were noted. */
    List<AmendmentDecision> history(AmendmentId amendment) {
        return database.sql("select * from amendment_decision where amendment_id = ? order by id")
                .param(amendment.value())
                .query((row, number) -> decision(row))
                .list();
    }

    private static AmendmentDecision decision(ResultSet row) throws SQLException {
        var yes = row.getObject("yes", Integer.class);
        return new AmendmentDecision(
                new AmendmentId(row.getObject("amendment_id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                AmendmentOutcome.valueOf(row.getString("outcome")),
                row.getBoolean("is_final"),
                yes == null ? null : new Count(yes, row.getInt("no"), row.getInt("abstentions")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"));
    }

    void arrange(PaperId paper, List<AmendmentId> order, String reason, Instant at, String by) {
        database.sql("""
                        insert into amendment_arrangement (paper_id, amendments, reason, arranged_at, arranged_by)
                        values (:paper, :order, :reason, :at, :by)
                        """)
                .param("paper", paper.value())
                .param("order", ids(order))
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** The order that somebody gave a paper's amendments last, if anybody did. */
    Optional<Arrangement> arrangement(PaperId paper) {
        return database.sql("""
                        select * from amendment_arrangement where paper_id = ? order by id desc limit 1
                        """)
                .param(paper.value())
                .query((row, number) ->
                        new Arrangement(ids(row), row.getString("reason"), row.getString("arranged_by")))
                .optional();
    }

    void choose(AgendaItemId item, Place place, int version, AmendmentId prevailing, Instant at, String by) {
        database.sql("""
                        insert into amendment_choice (item_id, place, base_version, amendment_id, chosen_at, chosen_by)
                        values (:item, :place, :version, :amendment, :at, :by)
                        """)
                .param("item", item.value())
                .param("place", place.key())
                .param("version", version)
                .param("amendment", prevailing.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** What was chosen for an item, in the order in which it was chosen; a choice between changes of another version of the paper does not count. */
    Map<Place, AmendmentId> choices(AgendaItemId item, int version) {
        var choices = new LinkedHashMap<Place, AmendmentId>();
        database.sql("""
                        select place, amendment_id from (
                            select distinct on (place) place, amendment_id, id from amendment_choice
                            where item_id = ? and base_version = ? order by place, id desc) last
                        order by id
                        """)
                .params(item.value(), version)
                .query((row, number) -> choices.put(
                        Place.read(row.getString("place")), new AmendmentId(row.getObject("amendment_id", UUID.class))))
                .list();
        return choices;
    }

    void merged(
            AgendaItemId item,
            PaperId paper,
            Collection<AmendmentId> amendments,
            String base,
            String result,
            Instant at,
            String by) {
        database.sql("""
                        insert into amendment_merge (item_id, paper_id, amendments, base_fingerprint, result_fingerprint,
                            merged_at, merged_by)
                        values (:item, :paper, :amendments, :base, :result, :at, :by)
                        """)
                .param("item", item.value())
                .param("paper", paper.value())
                .param("amendments", ids(amendments))
                .param("base", base)
                .param("result", result)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void undone(AgendaItemId item, Instant at) {
        database.sql("update amendment_merge set undone_at = ? where item_id = ? and undone_at is null")
                .params(at.atOffset(ZoneOffset.UTC), item.value())
                .update();
    }

    /** What was merged for an item last, if that still holds. */
    Optional<Merged> lastMerge(AgendaItemId item) {
        return database.sql("""
                        select * from amendment_merge where item_id = ? and undone_at is null order by id desc limit 1
                        """)
                .param(item.value())
                .query((row, number) -> new Merged(
                        Set.copyOf(ids(row)), row.getString("base_fingerprint"), row.getString("result_fingerprint")))
                .optional();
    }

    /** An order with its reason. */
    record Arrangement(List<AmendmentId> order, String reason, String by) {}

    /** Which amendments were merged into which text with which result. */
    record Merged(Set<AmendmentId> amendments, String base, String result) {}

    private static UUID[] ids(Collection<AmendmentId> amendments) {
        return amendments.stream().map(AmendmentId::value).toArray(UUID[]::new);
    }

    private static List<AmendmentId> ids(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("amendments").getArray())
                .map(AmendmentId::new)
                .toList();
    }
}
