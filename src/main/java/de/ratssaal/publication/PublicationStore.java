package de.ratssaal.publication;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.search.German;
import de.ratssaal.search.MonthsBack;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the published copy. What is already there as it should be is left alone, so that publishing twice changes
 * nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublicationStore {

    /** Topic of the notice that something was published or withdrawn. */
    static final String TOPIC = "publication";

    /** Grows when the published records change their components; the copy is then made anew. */
    static final int SHAPE = 11;

    /** What has no time of its own is searched as if it were of this one. */
    static final Instant WITHOUT_TIME = Instant.EPOCH;

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final ChangeNotices notices;
    private final German german;
    private final Clock clock;

    PublicationStore(JdbcClient database, ChangeNotices notices, German german, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.german = german;
        this.clock = clock;
    }

    /** Whoever publishes or withdraws waits here for who does the same, and then sees what they did. */
    void lock() {
        database.sql("select revision from publication_state for update")
                .query(Long.class)
                .single();
    }

    void put(
            PublicKind kind,
            UUID id,
            @Nullable UUID partOf,
            String title,
            String text,
            @Nullable Instant happensAt,
            Object body) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var counted = happensAt == null ? WITHOUT_TIME : happensAt;
        var changed = database.sql("""
                        insert into publication_entry as entry
                            (id, kind, part_of, title, text, happens_at, body, published_at, changed_at, search)
                        values (:id, :kind, :partOf, :title, :text, :happensAt, :body::jsonb, :now, :now,
                            :search::tsvector)
                        on conflict (id) do update set part_of = excluded.part_of, title = excluded.title,
                            text = excluded.text, happens_at = excluded.happens_at, body = excluded.body,
                            search = excluded.search, changed_at = greatest(entry.published_at, excluded.changed_at)
                        where entry.kind = excluded.kind
                            and (entry.part_of, entry.title, entry.text, entry.happens_at, entry.body, entry.search)
                                is distinct from
                                (excluded.part_of, excluded.title, excluded.text, excluded.happens_at, excluded.body,
                                excluded.search)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("partOf", partOf)
                .param("title", title)
                .param("text", text)
                .param("happensAt", happensAt == null ? null : happensAt.atOffset(ZoneOffset.UTC))
                .param("body", JSON.writeValueAsString(body))
                .param("search", german.vector(title, text, List.of(MonthsBack.label(counted))))
                .param("now", now)
                .update();
        if (changed > 0) {
            changed();
        }
    }

    /** Withdraws a thing and everything that is part of it. */
    void remove(PublicKind kind, UUID id) {
        if (database.sql("delete from publication_entry where kind = ? and id = ?")
                        .params(kind.name(), id)
                        .update()
                > 0) {
            changed();
        }
    }

    /** Withdraws everything of a kind but what is named; of one whole only, if that is given. */
    void removeAllBut(PublicKind kind, @Nullable UUID partOf, Collection<UUID> staying) {
        if (database.sql("""
                        delete from publication_entry
                        where kind = :kind and (:partOf::uuid is null or part_of = :partOf) and not (id = any(:staying))
                        """)
                        .param("kind", kind.name())
                        .param("partOf", partOf)
                        .param("staying", staying.toArray(UUID[]::new))
                        .update()
                > 0) {
            changed();
        }
    }

    boolean isPublished(PublicKind kind, UUID id) {
        return database.sql("select exists (select from publication_entry where kind = ? and id = ?)")
                .params(kind.name(), id)
                .query(Boolean.class)
                .single();
    }

    void setShape() {
        database.sql("update publication_state set shape = ? where shape <> ?")
                .params(SHAPE, SHAPE)
                .update();
    }

    private void changed() {
        database.sql("update publication_state set revision = revision + 1").update();
        notices.changed(TOPIC);
    }
}
