package de.ratssaal.search;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Councils;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the table, with the rights of whoever asks in the query. Of frequent words no more is read than is needed: months are
 * asked from the latest on, twice as many each time, until enough is found (ADR 0161).
 */
@Component
class Candidates {

    /** So many entries are ranked and counted; there may be more. */
    static final int MOST = 600;

    private static final int MOST_TITLES = 200;

    /** Pages of one document: a long one does not stand before everything else. */
    private static final int MOST_OF_ONE = 30;

    private final JdbcClient database;
    private final Councils councils;

    Candidates(JdbcClient database, Councils councils) {
        this.database = database;
        this.councils = councils;
    }

    record Query(Asked asked, SearchFilter filter, Readership.Reach reach) {}

    record Candidate(
            long id,
            UUID subject,
            SearchKind kind,
            @Nullable Integer page,
            List<OrganizationId> organizations,
            Instant happensAt,
            int year,
            boolean isPublic,
            String state,
            double rank) {}

    record Found(List<Candidate> rows, boolean isMore) {}

    record Texts(String number, String title, String text, UUID leadsTo) {}

    Found find(Query query, SearchRequest.Order order) {
        var rows = new LinkedHashMap<Long, Candidate>();
        collect(query, query.asked()::query, MOST, rows);
        var isMore = rows.size() >= MOST;
        if (isMore && order == SearchRequest.Order.BEST) {
            // older ones that say it in their title
            var inTitles = new LinkedHashMap<Long, Candidate>();
            collect(query, query.asked()::queryOfTitle, MOST_TITLES, inTitles);
            rows.putAll(inTitles);
        }
        return new Found(List.copyOf(rows.values()), isMore);
    }

    boolean findsAnything(Query query) {
        var rows = new HashMap<Long, Candidate>();
        collect(query, query.asked()::query, 1, rows);
        return !rows.isEmpty();
    }

    /** Whole words first; only if they do not fill the answer what begins with them, which costs more. */
    private void collect(Query query, Function<Boolean, String> words, int most, Map<Long, Candidate> rows) {
        var span = span(query.filter());
        if (span == null) {
            return;
        }
        MonthsBack.read(
                span.first(), span.last(), most, it -> read(query, words.apply(false), it, most - rows.size(), rows));
        if (rows.size() < most && !words.apply(true).equals(words.apply(false))) {
            var beginning = new LinkedHashMap<Long, Candidate>();
            MonthsBack.read(
                    span.first(),
                    span.last(),
                    most,
                    it -> read(query, words.apply(true), it, most - beginning.size(), beginning));
            rows.putAll(beginning);
        }
    }

    private record Span(Instant first, Instant last) {}

    /** From the first entry to the last one; of a year only that. */
    private @Nullable Span span(SearchFilter filter) {
        var year = filter.year();
        return database.sql("""
                        select greatest(min(happens_at), :from) as first, least(max(happens_at), :to) as last
                        from search_entry having min(happens_at) is not null
                        """)
                .param("from", year == null ? null : yearsFirst(year), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", year == null ? null : yearsFirst(year + 1), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Span(
                        row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last").toInstant()))
                .optional()
                .orElse(null);
    }

    private OffsetDateTime yearsFirst(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone()).toOffsetDateTime();
    }

    private int read(Query query, String words, MonthsBack span, int most, Map<Long, Candidate> rows) {
        var filter = query.filter();
        var found = database.sql("""
                        with all_pages as (
                            select id, happens_at, row_number() over (partition by subject order by id) as place
                            from search_entry
                            where search @@ cast(:query as tsquery)
                                and (audience = any(:audiences) or paper = any(:asked))
                                and (cast(:from as timestamptz) is null or happens_at >= :from)
                                and (cast(:to as timestamptz) is null or happens_at < :to)
                        ),
                        newest as materialized (
                            select id from all_pages where place <= :mostOfOne order by happens_at desc, id limit :most
                        )
                        select id, subject, kind, page, organizations, happens_at, year, is_public, state,
                            ts_rank(cast('{0.1, 0.2, 0.4, 1.0}' as real[]), search, cast(:ranked as tsquery)) as rank
                        from newest join search_entry using (id) order by happens_at desc, id
                        """)
                .param("query", "(" + words + ")" + labels(query, span))
                .param("ranked", query.asked().rankedBy())
                .param("audiences", query.reach().audiences().toArray(Integer[]::new))
                .param("asked", query.reach().asked().toArray(UUID[]::new))
                .param("from", moment(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "to",
                        moment(filter.to() == null ? null : filter.to().plusDays(1)),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", most)
                .param("mostOfOne", MOST_OF_ONE)
                .query((row, number) -> candidate(row))
                .list();
        found.forEach(it -> rows.put(it.id(), it));
        return found.size();
    }

    private @Nullable Object moment(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone()).toOffsetDateTime();
    }

    private ZoneId zone() {
        return councils.bodies().stream().findFirst().map(it -> it.zone()).orElse(ZoneId.of("Europe/Berlin"));
    }

    /** Rights, filters and time, so that the index answers them together with the words. */
    private static String labels(Query query, MonthsBack span) {
        var filter = query.filter();
        var labels = new ArrayList<String>();
        labels.add(anyOf(Stream.concat(
                query.reach().audiences().stream().map(Labels::audience),
                query.reach().asked().stream().map(Labels::paper))));
        labels.add(span.query());
        if (filter.kind() != null) {
            labels.add(Labels.query(Labels.kind(filter.kind())));
        }
        if (filter.organization() != null) {
            labels.add(Labels.query(Labels.organization(filter.organization().value())));
        }
        if (filter.year() != null) {
            labels.add(Labels.query(Labels.year(filter.year())));
        }
        if (filter.isPublic() != null) {
            labels.add(Labels.query(Labels.isPublic(filter.isPublic())));
        }
        if (filter.state() != null) {
            labels.add(Labels.query(Labels.state(filter.state())));
        }
        return labels.stream().map(it -> " & " + it).collect(Collectors.joining());
    }

    private static String anyOf(Stream<String> labels) {
        return labels.map(Labels::query).collect(Collectors.joining(" | ", "(", ")"));
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getLong("id"),
                row.getObject("subject", UUID.class),
                SearchKind.valueOf(row.getString("kind")),
                row.getObject("page", Integer.class),
                Stream.of((UUID[]) row.getArray("organizations").getArray())
                        .map(OrganizationId::new)
                        .toList(),
                row.getTimestamp("happens_at").toInstant(),
                row.getInt("year"),
                row.getBoolean("is_public"),
                row.getString("state"),
                row.getDouble("rank"));
    }

    /** What the hits say; rights are asked once more. */
    Map<Long, Texts> texts(Collection<Long> ids, Readership.Reach reach) {
        var texts = new HashMap<Long, Texts>();
        database.sql("""
                        select id, number, title, text, leads_to from search_entry
                        where id = any(:ids) and (audience = any(:audiences) or paper = any(:asked))
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("audiences", reach.audiences().toArray(Integer[]::new))
                .param("asked", reach.asked().toArray(UUID[]::new))
                .query((row, number) -> texts.put(
                        row.getLong("id"),
                        new Texts(
                                row.getString("number"),
                                row.getString("title"),
                                row.getString("text"),
                                row.getObject("leads_to", UUID.class))))
                .list();
        return texts;
    }

    /** Spellings that occur somewhere and look like a word. What they find has to be asked with the rights of whoever asks. */
    List<String> alike(String word, int most) {
        return database.sql("""
                        select word from search_word where word % lower(:word) and word <> lower(:word)
                        order by similarity(word, lower(:word)) desc, word limit :most
                        """)
                .param("word", word)
                .param("most", most)
                .query((row, number) -> row.getString("word"))
                .list();
    }
}
