package de.ratssaal.search;

import de.ratssaal.identity.Audience;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of what can be found, and of what waits to be read anew. Whoever writes the same source waits. */
@Component
class IndexStore {

    private static final int REMEMBERED_WORDS = 500_000;

    private final JdbcClient database;
    private final German german;
    private final Clock clock;
    private final Set<String> knownWords = ConcurrentHashMap.newKeySet();

    IndexStore(JdbcClient database, German german, Clock clock) {
        this.database = database;
        this.german = german;
        this.clock = clock;
    }

    /** Notes in the running transaction, if there is one, that something is to be read anew. */
    void ask(Source source) {
        ask(source, false);
    }

    /** As {@link #ask}, behind everything that just happened. */
    void askInTurn(Source source) {
        ask(source, true);
    }

    private void ask(Source source, boolean isRoutine) {
        database.sql("""
                        insert into search_waiting (source_kind, source_id, not_before, is_routine)
                        values (:kind, :id, :now, :routine)
                        """)
                .param("kind", source.kind().name())
                .param("id", source.id())
                .param("now", now())
                .param("routine", isRoutine)
                .update();
    }

    /** Nobody finds it any more, from the running transaction on, until it is read anew. */
    void hide(Source source) {
        database.sql("delete from search_entry where source_kind = :kind and source_id = :id")
                .param("kind", source.kind().name())
                .param("id", source.id())
                .update();
    }

    /** Items of a meeting that can be found. */
    Set<UUID> items(Source meeting) {
        return database.sql("""
                        select subject from search_entry
                        where source_kind = :kind and source_id = :id and kind = 'AGENDA_ITEM'
                        """)
                .param("kind", meeting.kind().name())
                .param("id", meeting.id())
                .query((row, number) -> row.getObject("subject", UUID.class))
                .set();
    }

    /** Takes what waits longest; nobody else takes it unless the running transaction fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Waiting> take() {
        var taken = database.sql("""
                        delete from search_waiting where id = (select id from search_waiting where not_before <= :now
                            order by is_routine, id limit 1 for update skip locked)
                        returning id, source_kind, source_id
                        """)
                .param("now", now())
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        new Source(
                                Source.Kind.valueOf(row.getString("source_kind")),
                                row.getObject("source_id", UUID.class))))
                .optional();
        taken.ifPresent(it -> database.sql("""
                        delete from search_waiting where id in (select id from search_waiting
                            where source_kind = :kind and source_id = :id for update skip locked)
                        """)
                .param("kind", it.source().kind().name())
                .param("id", it.source().id())
                .update());
        return taken;
    }

    record Waiting(long id, Source source) {}

    /**
     * What could not be read waits a little, so that the rest goes on. It is found by nobody until then: perhaps it has just
     * been taken from those who found it before.
     */
    @Transactional
    public void putOff(Waiting failed) {
        hide(failed.source());
        database.sql("""
                        update search_waiting set attempts = attempts + 1,
                            not_before = not_before + least(attempts * attempts + 1, 600) * interval '1 second'
                        where id = :id
                        """).param("id", failed.id()).update();
    }

    long waiting() {
        return database.sql("select count(*) from search_waiting")
                .query(Long.class)
                .single();
    }

    /** Everything from which there are entries, be it there or not. */
    List<Source> sources() {
        return database.sql("select distinct source_kind, source_id from search_entry")
                .query((row, number) -> new Source(
                        Source.Kind.valueOf(row.getString("source_kind")), row.getObject("source_id", UUID.class)))
                .list();
    }

    boolean isOutdated() {
        return database.sql("select shape <> :shape from search_state")
                .param("shape", Entry.SHAPE)
                .query(Boolean.class)
                .single();
    }

    void setShape() {
        database.sql("update search_state set shape = :shape")
                .param("shape", Entry.SHAPE)
                .update();
    }

    /** Whoever makes entries of a source waits here for who does the same, and looks at it afterwards. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Source source) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:source, 7346))")
                .param("source", source.kind() + "/" + source.id())
                .query((row, number) -> true)
                .list();
    }

    /**
     * Makes these the entries of the source. What stands there already as it should is left alone.
     *
     * @return whether anything changed that its files share: who may read it, its number, time, state or place
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replace(Source source, List<Entry> entries) {
        var frame = frame(source);
        var before = fingerprints(source);
        var generation = generation();
        for (var part = 0; part < entries.size(); part++) {
            var entry = entries.get(part);
            var fingerprint = entry.fingerprint() + "/" + generation;
            if (!fingerprint.equals(before.get(part))) {
                put(source, part, entry, fingerprint);
            }
        }
        database.sql("delete from search_entry where source_kind = :kind and source_id = :id and part >= :parts")
                .param("kind", source.kind().name())
                .param("id", source.id())
                .param("parts", entries.size())
                .update();
        return !frame.equals(frame(source));
    }

    private List<String> frame(Source source) {
        return database.sql("""
                        select concat_ws('/', audience, number, happens_at, state, is_public, organizations) as frame
                        from search_entry where source_kind = :kind and source_id = :id order by part
                        """)
                .param("kind", source.kind().name())
                .param("id", source.id())
                .query((row, number) -> row.getString("frame"))
                .list();
    }

    private Map<Integer, String> fingerprints(Source source) {
        var found = new HashMap<Integer, String>();
        database.sql("select part, fingerprint from search_entry where source_kind = :kind and source_id = :id")
                .param("kind", source.kind().name())
                .param("id", source.id())
                .query((row, number) -> found.put(row.getInt("part"), row.getString("fingerprint")))
                .list();
        return found;
    }

    private void put(Source source, int part, Entry entry, String fingerprint) {
        var audience = audience(entry.readers());
        var year = entry.happensAt().atOffset(ZoneOffset.UTC).getYear();
        database.sql("""
                        insert into search_entry (source_kind, source_id, part, kind, subject, page, leads_to, number,
                            title, text, organizations, happens_at, year, is_public, state, audience, paper, fingerprint,
                            search)
                        values (:sourceKind, :source, :part, :kind, :subject, :page, :leadsTo, :number, :title, :text,
                            :organizations, :happensAt, :year, :isPublic, :state, :audience, :paper, :fingerprint,
                            cast(:search as tsvector))
                        on conflict (source_kind, source_id, part) do update set kind = excluded.kind,
                            subject = excluded.subject, page = excluded.page, leads_to = excluded.leads_to,
                            number = excluded.number, title = excluded.title, text = excluded.text,
                            organizations = excluded.organizations, happens_at = excluded.happens_at,
                            year = excluded.year, is_public = excluded.is_public, state = excluded.state,
                            audience = excluded.audience, paper = excluded.paper, fingerprint = excluded.fingerprint,
                            search = excluded.search
                        """)
                .param("sourceKind", source.kind().name())
                .param("source", source.id())
                .param("part", part)
                .param("kind", entry.kind().name())
                .param("subject", entry.subject())
                .param("page", entry.page(), Types.INTEGER)
                .param("leadsTo", entry.leadsTo())
                .param("number", entry.number())
                .param("title", entry.title())
                .param("text", entry.text())
                .param("organizations", entry.organizations().toArray(UUID[]::new))
                .param("happensAt", Timestamp.from(entry.happensAt()))
                .param("year", year)
                .param("isPublic", entry.isPublic())
                .param("state", entry.state())
                .param("audience", audience)
                .param("paper", entry.paper(), Types.OTHER)
                .param("fingerprint", fingerprint)
                .param("search", vector(entry, audience, year))
                .update();
        learn(entry);
    }

    private String vector(Entry entry, int audience, int year) {
        var labels = new ArrayList<String>();
        labels.add(Labels.audience(audience));
        labels.add(MonthsBack.label(entry.happensAt()));
        labels.add(Labels.kind(entry.kind()));
        labels.add(Labels.year(year));
        labels.add(Labels.isPublic(entry.isPublic()));
        entry.organizations().forEach(it -> labels.add(Labels.organization(it)));
        if (!entry.state().isEmpty()) {
            labels.add(Labels.state(entry.state()));
        }
        if (entry.paper() != null) {
            labels.add(Labels.paper(entry.paper()));
        }
        return german.vector(entry.number() + " " + entry.title(), entry.text(), labels);
    }

    private int audience(Audience readers) {
        var key = Entry.sha256(String.join("\n", readers.tokens()));
        return database.sql("select id from search_audience where key = :key")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElseGet(() -> database.sql("""
                                insert into search_audience (key, tokens) values (:key, :tokens)
                                on conflict (key) do update set tokens = excluded.tokens returning id
                                """)
                        .param("key", key)
                        .param("tokens", readers.tokens().toArray(String[]::new))
                        .query(Integer.class)
                        .single());
    }

    private void learn(Entry entry) {
        var words = new TreeSet<>(
                German.spellings(entry.title() + " " + entry.text())); // two who learn the same do not block
        words.removeAll(knownWords);
        if (words.isEmpty()) {
            return;
        }
        database.sql("insert into search_word (word) select unnest(:words) on conflict do nothing")
                .param("words", words.toArray(String[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (knownWords.size() > REMEMBERED_WORDS) {
                    knownWords.clear();
                }
                knownWords.addAll(words);
            }
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** From now on no entry counts as it should be; each is found as before until it is made anew. */
    void forget() {
        database.sql("update search_state set generation = generation + 1").update();
    }

    private long generation() {
        return database.sql("select generation from search_state")
                .query(Long.class)
                .single();
    }

    long entries() {
        return database.sql("select count(*) from search_entry")
                .query(Long.class)
                .single();
    }

    /** Entries of what is not there any more. */
    Stream<Source> orphans(Set<Source> there) {
        var gone = new HashSet<>(sources());
        gone.removeAll(there);
        return gone.stream();
    }
}
