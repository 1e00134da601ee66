package de.ratssaal.disturbance;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.MotionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of disturbances and of what they affect. */
@Component
class DisturbanceStore {

    private final JdbcClient database;

    DisturbanceStore(JdbcClient database) {
        this.database = database;
    }

    void add(Disturbance reported) {
        var item = reported.item();
        database.sql("""
                        insert into disturbance_disturbance (id, meeting_id, item_id, person_id, kind, words, entered_for,
                            reported_at, began_at, state, reason)
                        values (:id, :meeting, :item, :person, :kind, :words, :enteredFor, :reportedAt, :began, 'PENDING', '')
                        """)
                .param("id", reported.id().value())
                .param("meeting", reported.meeting().value())
                .param("item", item == null ? null : item.value(), Types.OTHER)
                .param("person", reported.person().value())
                .param("kind", reported.kind().name())
                .param("words", reported.words())
                .param("enteredFor", reported.enteredFor())
                .param("reportedAt", utc(reported.reportedAt()))
                .param("began", utc(reported.began()))
                .update();
    }

    void describe(DisturbanceId id, DisturbanceKind kind, String words, Instant began) {
        database.sql("update disturbance_disturbance set kind = ?, words = ?, began_at = ? where id = ?")
                .params(kind.name(), words, utc(began), id.value())
                .update();
    }

    void over(DisturbanceId id, Instant at) {
        database.sql("""
                        update disturbance_disturbance set over_at = greatest(reported_at, ?)
                        where id = ? and state = 'PENDING'
                        """).params(utc(at), id.value()).update();
    }

    /** @param ground of a report that is irrelevant; none of another */
    void settle(DisturbanceId id, @Nullable Ground ground, String reason, Instant at) {
        database.sql("""
                        update disturbance_disturbance set state = :state, ground = :ground, reason = :reason,
                            settled_at = greatest(reported_at, :at)
                        where id = :id
                        """)
                .param("state", (ground == null ? DisturbanceState.RESOLVED : DisturbanceState.IRRELEVANT).name())
                .param("ground", ground == null ? null : ground.name(), Types.VARCHAR)
                .param("reason", reason)
                .param("at", utc(at))
                .param("id", id.value())
                .update();
    }

    /** Marks what was counted; what is marked already, and what was decided on, stays. */
    void mark(DisturbanceId id, MeetingId meeting, List<AffectedStep> steps) {
        database.sql("delete from disturbance_step where disturbance_id = ? and decision is null")
                .param(id.value())
                .update();
        for (var step : steps) {
            var motion = step.motion();
            database.sql("""
                            insert into disturbance_step (disturbance_id, ref, meeting_id, item_id, kind, label, motion_kind)
                            values (:id, :ref, :meeting, :item, :kind, :label, :motion) on conflict do nothing
                            """)
                    .param("id", id.value())
                    .param("ref", step.ref())
                    .param("meeting", meeting.value())
                    .param("item", step.item().value())
                    .param("kind", step.kind().name())
                    .param("label", step.label())
                    .param("motion", motion == null ? null : motion.name(), Types.VARCHAR)
                    .update();
        }
    }

    /** Decides a step wherever it is marked and not decided; what is kept is kept of reports that are resolved. */
    boolean decide(MeetingId meeting, UUID ref, StepDecision decision, String reason, Instant at) {
        return database.sql("""
                        update disturbance_step s set decision = :decision, reason = :reason, decided_at = :at
                        from disturbance_disturbance d
                        where d.id = s.disturbance_id and s.meeting_id = :meeting and s.ref = :ref and s.decision is null
                          and (d.state = 'RESOLVED' or d.state = 'PENDING' and :decision = 'REPEAT')
                        """)
                        .param("decision", decision.name())
                        .param("reason", reason)
                        .param("at", utc(at))
                        .param("meeting", meeting.value())
                        .param("ref", ref)
                        .update()
                > 0;
    }

    boolean hasPending(MeetingId meeting) {
        return database.sql(
                        "select exists (select from disturbance_disturbance where meeting_id = ? and state = 'PENDING')")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether something is marked by a report that may count, and nobody decided on it. */
    boolean isUndecided(MeetingId meeting, UUID ref) {
        return database.sql("""
                        select exists (select from disturbance_step s
                            join disturbance_disturbance d on d.id = s.disturbance_id
                            where s.meeting_id = ? and s.ref = ? and s.decision is null
                              and d.state in ('PENDING', 'RESOLVED'))
                        """)
                .params(meeting.value(), ref)
                .query(Boolean.class)
                .single();
    }

    int countUndecided(MeetingId meeting) {
        return database.sql("""
                        select count(distinct s.ref) from disturbance_step s
                        join disturbance_disturbance d on d.id = s.disturbance_id
                        where s.meeting_id = ? and s.decision is null and d.state = 'RESOLVED'
                        """).param(meeting.value()).query(Integer.class).single();
    }

    Optional<Disturbance> find(DisturbanceId id) {
        return database.sql("select * from disturbance_disturbance where id = ?")
                .param(id.value())
                .query((row, number) -> disturbance(row, List.of()))
                .optional();
    }

    Optional<Disturbance> pendingOf(MeetingId meeting, PersonId person) {
        return database.sql("""
                        select * from disturbance_disturbance
                        where meeting_id = ? and person_id = ? and state = 'PENDING'
                        """)
                .params(meeting.value(), person.value())
                .query((row, number) -> disturbance(row, List.of()))
                .optional();
    }

    /** All of a meeting with what they affect, as they were reported. */
    List<Disturbance> of(MeetingId meeting) {
        var steps = stepsOf(meeting);
        return database.sql("select * from disturbance_disturbance where meeting_id = ? order by reported_at, id")
                .param(meeting.value())
                .query((row, number) ->
                        disturbance(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private Map<UUID, List<AffectedStep>> stepsOf(MeetingId meeting) {
        var steps = new HashMap<UUID, List<AffectedStep>>();
        database.sql("select * from disturbance_step where meeting_id = ? order by item_id, ref")
                .param(meeting.value())
                .query((row, number) -> steps.computeIfAbsent(
                                row.getObject("disturbance_id", UUID.class), it -> new ArrayList<>())
                        .add(step(row)))
                .list();
        return steps;
    }

    /** As it was entered: telephone and mail; nothing if nothing was. */
    Optional<SecondWay> secondWay(OrganizationId organization) {
        return database.sql("select phone, mail from disturbance_second_way where organization_id = ?")
                .param(organization.value())
                .query((row, number) -> new SecondWay(row.getString("phone"), row.getString("mail"), List.of()))
                .optional();
    }

    void keepSecondWay(OrganizationId organization, String phone, String mail) {
        database.sql("""
                        insert into disturbance_second_way (organization_id, phone, mail) values (?, ?, ?)
                        on conflict (organization_id) do update set phone = excluded.phone, mail = excluded.mail
                        """).params(organization.value(), phone, mail).update();
    }

    private static AffectedStep step(ResultSet row) throws SQLException {
        var motion = row.getString("motion_kind");
        var decision = row.getString("decision");
        return new AffectedStep(
                row.getObject("ref", UUID.class),
                StepKind.valueOf(row.getString("kind")),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                row.getString("label"),
                motion == null ? null : MotionKind.valueOf(motion),
                decision == null ? null : StepDecision.valueOf(decision),
                row.getString("reason"));
    }

    private static Disturbance disturbance(ResultSet row, List<AffectedStep> steps) throws SQLException {
        var item = row.getObject("item_id", UUID.class);
        var ground = row.getString("ground");
        return new Disturbance(
                new DisturbanceId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                item == null ? null : new AgendaItemId(item),
                new PersonId(row.getObject("person_id", UUID.class)),
                DisturbanceKind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getBoolean("entered_for"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("over_at", OffsetDateTime.class)),
                DisturbanceState.valueOf(row.getString("state")),
                ground == null ? null : Ground.valueOf(ground),
                row.getString("reason"),
                instant(row.getObject("settled_at", OffsetDateTime.class)),
                steps);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
