package de.ratssaal.offline;

import de.ratssaal.identity.AccountId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of this module. */
@Component
@Transactional
class DeviceStore {

    /** So long it is shown that a device was emptied. */
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private static final String DEVICES = """
            select d.*, coalesce(sum(t.size), 0) as size,
                coalesce(array_agg(t.meeting_id order by t.taken_at) filter (where t.meeting_id is not null), '{}') as meetings
            from offline_device d left join offline_taken t on t.device_id = d.id
            %s group by d.id order by d.last_contact_at desc, d.id
            """;

    private final JdbcClient database;
    private final OfflineSettings settings;
    private final Clock clock;

    DeviceStore(JdbcClient database, OfflineSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A device, as far as its standing goes.
     *
     * @param secondFactor whether its owner was signed in with the second factor when they registered it
     */
    record Row(
            DeviceId id,
            AccountId account,
            boolean secondFactor,
            @Nullable RemovalCause cause,
            boolean removed) {}

    void add(DeviceId id, AccountId account, DeviceToken token, String name, boolean secondFactor) {
        database.sql("""
                        insert into offline_device
                            (id, account_id, token_hash, name, second_factor, registered_at, last_contact_at)
                        values (:id, :account, :hash, :name, :secondFactor, :now, :now)
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("hash", token.hash())
                .param("name", name)
                .param("secondFactor", secondFactor)
                .param("now", now())
                .update();
    }

    /** Of a device by its token; from now on until the end of the transaction nobody else decides about it. */
    Optional<Row> hold(DeviceToken token) {
        return database.sql("select * from offline_device where token_hash = ? for update")
                .param(token.hash())
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<Row> hold(DeviceId id) {
        return database.sql("select * from offline_device where id = ? for update")
                .param(id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    List<Row> holdAll(AccountId account) {
        return database.sql("select * from offline_device where account_id = ? order by id for update")
                .param(account.value())
                .query((row, number) -> row(row))
                .list();
    }

    void heardOf(DeviceId id) {
        database.sql("update offline_device set last_contact_at = ? where id = ?")
                .params(now(), id.value())
                .update();
    }

    /** @return the meetings that were not there before */
    Set<MeetingId> take(DeviceId id, Collection<TakenMeeting> meetings) {
        var before = new HashSet<MeetingId>();
        taken(id).forEach(it -> before.add(it.meeting()));
        database.sql("delete from offline_taken where device_id = :device and not (meeting_id = any(:meetings))")
                .param("device", id.value())
                .param(
                        "meetings",
                        meetings.stream().map(it -> it.meeting().value()).toArray(UUID[]::new))
                .update();
        var anew = new HashSet<MeetingId>();
        for (var it : meetings) {
            database.sql("""
                            insert into offline_taken (device_id, meeting_id, non_public, size, taken_at)
                            values (:device, :meeting, :nonPublic, :size, :now)
                            on conflict (device_id, meeting_id)
                            do update set non_public = excluded.non_public, size = excluded.size
                            """)
                    .param("device", id.value())
                    .param("meeting", it.meeting().value())
                    .param("nonPublic", it.nonPublic())
                    .param("size", it.size())
                    .param("now", now())
                    .update();
            if (!before.contains(it.meeting())) {
                anew.add(it.meeting());
            }
        }
        return anew;
    }

    List<TakenMeeting> taken(DeviceId id) {
        return database.sql("select * from offline_taken where device_id = ? order by taken_at, meeting_id")
                .param(id.value())
                .query((row, number) -> new TakenMeeting(
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        row.getBoolean("non_public"),
                        row.getLong("size")))
                .list();
    }

    void order(DeviceId id, RemovalCause cause) {
        database.sql("update offline_device set cause = ?, ordered_at = ? where id = ?")
                .params(cause.name(), now(), id.value())
                .update();
    }

    void withdraw(DeviceId id) {
        database.sql("update offline_device set cause = null, ordered_at = null where id = ?")
                .param(id.value())
                .update();
    }

    void emptied(DeviceId id) {
        database.sql("delete from offline_taken where device_id = ?")
                .param(id.value())
                .update();
        database.sql("update offline_device set removed_at = :now, last_contact_at = :now where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    List<DeviceSummary> of(AccountId account) {
        return database.sql(DEVICES.formatted("where d.account_id = ?"))
                .param(account.value())
                .query((row, number) -> summary(row))
                .list();
    }

    List<DeviceSummary> all() {
        return database.sql(DEVICES.formatted(""))
                .query((row, number) -> summary(row))
                .list();
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
    public void forget() {
        database.sql("delete from offline_device where removed_at < ?")
                .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new DeviceId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBoolean("second_factor"),
                cause(row),
                row.getTimestamp("removed_at") != null);
    }

    private DeviceSummary summary(ResultSet row) throws SQLException {
        var contact = row.getTimestamp("last_contact_at").toInstant();
        return new DeviceSummary(
                new DeviceId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                state(row, contact),
                row.getTimestamp("registered_at").toInstant(),
                contact,
                cause(row),
                moment(row, "ordered_at"),
                moment(row, "removed_at"),
                Arrays.stream((UUID[]) row.getArray("meetings").getArray())
                        .map(MeetingId::new)
                        .toList(),
                row.getLong("size"));
    }

    private DeviceState state(ResultSet row, Instant contact) throws SQLException {
        if (row.getTimestamp("removed_at") != null) {
            return DeviceState.REMOVED;
        }
        if (row.getTimestamp("ordered_at") != null) {
            return DeviceState.ORDERED;
        }
        return contact.plus(settings.lease()).isBefore(clock.instant()) ? DeviceState.EXPIRED : DeviceState.KEPT;
    }

    private static @Nullable RemovalCause cause(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return cause == null ? null : RemovalCause.valueOf(cause);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
