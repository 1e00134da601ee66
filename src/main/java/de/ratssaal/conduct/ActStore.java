package de.ratssaal.conduct;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.ConsultationId;
import de.ratssaal.paper.PaperId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what meetings did with their agendas. */
@Component
class ActStore {

    /**
     * What it takes to take an act back.
     *
     * @param before the item that came next, or with which it was deliberated; none if there was none
     * @param paper whose consultations were planned; none if none were
     */
    record Way(@Nullable AgendaItemId before, @Nullable PaperId paper, List<ConsultationId> consultations) {

        static final Way NONE = new Way(null, null, List.of());

        Way {
            consultations = List.copyOf(consultations);
        }
    }

    private final JdbcClient database;

    ActStore(JdbcClient database) {
        this.database = database;
    }

    void add(MeetingId meeting, AgendaAct act, Way way) {
        var item = act.item();
        var before = way.before();
        var paper = way.paper();
        database.sql("""
                        insert into conduct_act (id, meeting_id, kind, item_id, number, detail, before_id, paper_id,
                            consultations, at)
                        values (:id, :meeting, :kind, :item, :number, :detail, :before, :paper,
                            cast(string_to_array(:consultations, ',') as uuid[]), :at)
                        """)
                .param("id", act.id())
                .param("meeting", meeting.value())
                .param("kind", act.kind().name())
                .param("item", item == null ? null : item.value(), Types.OTHER)
                .param("number", act.number())
                .param("detail", act.detail())
                .param("before", before == null ? null : before.value(), Types.OTHER)
                .param("paper", paper == null ? null : paper.value(), Types.OTHER)
                .param(
                        "consultations",
                        String.join(
                                ",",
                                way.consultations().stream()
                                        .map(it -> it.value().toString())
                                        .toList()))
                .param("at", utc(act.at()))
                .update();
    }

    void undo(UUID act, String reason, Instant at) {
        database.sql("update conduct_act set undone_for = ?, undone_at = greatest(at, ?) where id = ?")
                .params(reason, utc(at), act)
                .update();
    }

    List<AgendaAct> of(MeetingId meeting) {
        return database.sql("select * from conduct_act where meeting_id = ? order by place")
                .param(meeting.value())
                .query((row, number) -> act(row))
                .list();
    }

    boolean isDecided(AgendaItemId item, ActKind kind) {
        return database.sql(
                        "select exists (select from conduct_act where item_id = ? and kind = ? and undone_at is null)")
                .params(item.value(), kind.name())
                .query(Boolean.class)
                .single();
    }

    Way wayBack(UUID act) {
        return database.sql("select before_id, paper_id, consultations from conduct_act where id = ?")
                .param(act)
                .query((row, number) -> {
                    var before = row.getObject("before_id", UUID.class);
                    var paper = row.getObject("paper_id", UUID.class);
                    return new Way(
                            before == null ? null : new AgendaItemId(before),
                            paper == null ? null : new PaperId(paper),
                            consultations(row.getArray("consultations")));
                })
                .single();
    }

    private static List<ConsultationId> consultations(Array of) throws SQLException {
        return Arrays.stream((UUID[]) of.getArray()).map(ConsultationId::new).toList();
    }

    private static AgendaAct act(ResultSet row) throws SQLException {
        var item = Optional.ofNullable(row.getObject("item_id", UUID.class)).map(AgendaItemId::new);
        return new AgendaAct(
                row.getObject("id", UUID.class),
                ActKind.valueOf(row.getString("kind")),
                item.orElse(null),
                row.getString("number"),
                row.getString("detail"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("undone_for"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
