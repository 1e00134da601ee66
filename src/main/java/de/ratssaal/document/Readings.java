package de.ratssaal.document;

import de.ratssaal.document.FileText.Gap;
import de.ratssaal.document.FileText.Origin;
import de.ratssaal.document.FileText.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was read of contents, and what waits to be read. */
@Component
class Readings {

    private static final String END = "claimed_by = null, claimed_until = null";
    private static final String MINE = " where hash = :hash and claimed_by = :claim";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Readings(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction that lets a file in; what is known already stays. */
    void begin(String hash, ExtractedText read) {
        var isAll = read.isAll();
        var isNew = database.sql("""
                        insert into document_reading (hash, state, divided, asked_at, not_before)
                        values (:hash, :state, :divided, :now, :now) on conflict do nothing
                        """)
                        .param("hash", hash)
                        .param("state", isAll ? "DONE" : "WAITING")
                        .param("divided", isAll)
                        .param("now", now())
                        .update()
                == 1;
        if (isNew && isAll) {
            for (var number = 1; number <= read.pages().size(); number++) {
                keep(hash, new FileText.Page(number, Origin.TEXT, read.pages().get(number - 1)));
            }
        }
    }

    FileText of(String hash) {
        var pages = pages(hash);
        return database.sql("select state, gap from document_reading where hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new FileText(state(row.getString("state"), pages), gap(row), pages))
                .optional()
                .orElse(new FileText(State.WAITING, null, List.of()));
    }

    private static State state(String kept, List<FileText.Page> pages) {
        return switch (kept) {
            case "DONE" -> pages.stream().allMatch(it -> it.text().isEmpty()) ? State.NONE : State.THERE;
            case "FAILED" -> State.FAILED;
            default -> State.WAITING;
        };
    }

    private static @Nullable Gap gap(ResultSet row) throws SQLException {
        var gap = row.getString("gap");
        return gap == null ? null : Gap.valueOf(gap);
    }

    private List<FileText.Page> pages(String hash) {
        return database.sql("select number, origin, text from document_page where hash = :hash order by number")
                .param("hash", hash)
                .query((row, index) -> new FileText.Page(
                        row.getInt("number"), Origin.valueOf(row.getString("origin")), row.getString("text")))
                .list();
    }

    long filesThatLack(Gap gap) {
        return database.sql("""
                        select count(*) from document_reading r join document_file f on f.hash = r.hash
                        where r.gap = :gap and f.removed_at is null
                        """).param("gap", gap.name()).query(Long.class).single();
    }

    // --- the work

    /**
     * A content that is read now.
     *
     * @param claim which claim it is: not even the same node takes one that ran out for its own again
     * @param attempts how often it was begun without anything coming of it, this time included
     * @param isDivided whether its pages are known
     */
    record Claimed(String hash, UUID claim, int attempts, boolean isDivided) implements ClaimedWork.Claim {}

    Optional<Claimed> claim(Duration time) {
        return database.sql("""
                        update document_reading set state = 'RUNNING', claimed_by = :claim, claimed_until = :until,
                            attempts = attempts + 1
                        where hash = (select hash from document_reading
                            where (state = 'WAITING' and not_before <= :now) or (state = 'RUNNING' and claimed_until < :now)
                            order by not_before limit 1 for update skip locked)
                        returning hash, claimed_by, attempts, divided
                        """)
                .param("claim", UUID.randomUUID())
                .param("now", now())
                .param("until", later(time))
                .query((row, number) -> new Claimed(
                        row.getString("hash"),
                        row.getObject("claimed_by", UUID.class),
                        row.getInt("attempts"),
                        row.getBoolean("divided")))
                .optional();
    }

    /** @return whether the claim still holds */
    boolean renew(Claimed claimed, Instant until) {
        return database.sql("update document_reading set claimed_until = :until" + MINE)
                        .param("until", Timestamp.from(until))
                        .param("hash", claimed.hash())
                        .param("claim", claimed.claim())
                        .update()
                == 1;
    }

    /** Lets go of what has to wait for something else. */
    void putOff(Claimed claimed, Duration time) {
        database.sql("update document_reading set state = 'WAITING', attempts = 0, not_before = :later, " + END + MINE)
                .param("later", later(time))
                .param("hash", claimed.hash())
                .param("claim", claimed.claim())
                .update();
    }

    /** Keeps the pages as they were found; those that are scanned have no text yet. */
    @Transactional
    public void divide(Claimed claimed, List<FileText.Page> pages, @Nullable Gap gap) {
        var isMine = database.sql("update document_reading set divided = true, attempts = 0, gap = cast(:gap as text)"
                                + MINE)
                        .param("gap", gap == null ? null : gap.name(), java.sql.Types.VARCHAR)
                        .param("hash", claimed.hash())
                        .param("claim", claimed.claim())
                        .update()
                == 1;
        if (isMine) {
            database.sql("delete from document_page where hash = :hash")
                    .param("hash", claimed.hash())
                    .update();
            pages.forEach(it -> keep(claimed.hash(), it));
        }
    }

    /** Keeps what was recognized on a scanned page. */
    @Transactional
    public void recognized(Claimed claimed, FileText.Page page) {
        var isMine = database.sql("update document_reading set attempts = 0" + MINE)
                        .param("hash", claimed.hash())
                        .param("claim", claimed.claim())
                        .update()
                == 1;
        if (isMine) {
            database.sql(
                            "update document_page set origin = :origin, text = :text where hash = :hash and number = :number")
                    .param("origin", page.origin().name())
                    .param("text", storable(page.text()))
                    .param("hash", claimed.hash())
                    .param("number", page.number())
                    .update();
        }
    }

    List<Integer> scans(String hash) {
        return database.sql("select number from document_page where hash = :hash and origin = 'SCAN' order by number")
                .param("hash", hash)
                .query((row, index) -> row.getInt("number"))
                .list();
    }

    /** @param gap why something is missing; none leaves what was noted when the pages were found */
    @Transactional
    public void done(Claimed claimed, @Nullable Gap gap) {
        end(claimed, "DONE", gap);
    }

    @Transactional
    public void failed(Claimed claimed, Gap gap) {
        end(claimed, "FAILED", gap);
    }

    private void end(Claimed claimed, String state, @Nullable Gap gap) {
        var isMine =
                database.sql("update document_reading set state = :state, gap = coalesce(cast(:gap as text), gap), "
                                        + END + MINE)
                                .param("state", state)
                                .param("gap", gap == null ? null : gap.name(), java.sql.Types.VARCHAR)
                                .param("hash", claimed.hash())
                                .param("claim", claimed.claim())
                                .update()
                        == 1;
        if (isMine) {
            events.publishEvent(new FileTextRead(filesWith(claimed.hash())));
        }
    }

    List<FileId> filesWith(String hash) {
        return database.sql("select id from document_file where hash = :hash and removed_at is null order by id")
                .param("hash", hash)
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What could not be read for want of a program is read now that it is there. */
    void again(Gap gap) {
        database.sql("""
                        update document_reading set state = 'WAITING', gap = null, attempts = 0, not_before = :now
                        where gap = :gap and state in ('DONE', 'FAILED')
                        """).param("gap", gap.name()).param("now", now()).update();
    }

    private void keep(String hash, FileText.Page page) {
        var says = !ExtractedText.saysNothing(page.text());
        database.sql("insert into document_page (hash, number, origin, text) values (:hash, :number, :origin, :text)")
                .param("hash", hash)
                .param("number", page.number())
                .param(
                        "origin",
                        says || page.origin() != Origin.TEXT ? page.origin().name() : "EMPTY")
                .param("text", says ? storable(page.text()) : "")
                .update();
    }

    /** The database takes no zero characters, nor halves of pairs. */
    private static String storable(String text) {
        return new String(
                        text.replace('\u0000', ' ').getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8)
                .strip();
    }

    private Timestamp now() {
        return Timestamp.from(instant());
    }

    private Timestamp later(Duration time) {
        return Timestamp.from(instant().plus(time));
    }

    private Instant instant() {
        return clock.instant();
    }
}
