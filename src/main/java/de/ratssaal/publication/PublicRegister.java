package de.ratssaal.publication;

import de.ratssaal.circular.CircularId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.MinutesId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.search.Asked;
import de.ratssaal.search.Excerpts;
import de.ratssaal.search.German;
import de.ratssaal.search.MonthsBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading what was published. Public knowledge: everybody may ask for everything. What is unknown, not yet published,
 * withdrawn or not public is answered alike, with nothing.
 */
@Service
@Transactional(readOnly = true)
public class PublicRegister {

    /** So many hits, the newest, are ranked and counted; ranking all hits of a common word would take too long. */
    public static final int MOST_RANKED = 400;

    private final JdbcClient database;
    private final German german;

    PublicRegister(JdbcClient database, German german) {
        this.database = database;
        this.german = german;
    }

    /** Grows with everything that is published or withdrawn. */
    public long revision() {
        return database.sql("select revision from publication_state")
                .query(Long.class)
                .single();
    }

    boolean isOutdated() {
        return database.sql("select shape <> ? from publication_state")
                .param(PublicationStore.SHAPE)
                .query(Boolean.class)
                .single();
    }

    /** Identifiers of everything published of a kind. */
    List<UUID> ids(PublicKind kind) {
        return database.sql("select id from publication_entry where kind = ? order by id")
                .param(kind.name())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Who of these persons has a page. */
    public Set<PersonId> known(Collection<PersonId> persons) {
        return persons.isEmpty()
                ? Set.of()
                : database.sql("select id from publication_entry where kind = 'PERSON' and id = any(?)")
                        .param(persons.stream().map(PersonId::value).toArray(UUID[]::new))
                        .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                        .set();
    }

    /** All municipalities, by name. */
    public List<PublicBody> bodies() {
        return list("select body from publication_entry where kind = 'BODY' order by title, id", PublicBody.class);
    }

    /** All organizations, by name. */
    public List<PublicOrganization> organizations() {
        return list(
                "select body from publication_entry where kind = 'ORGANIZATION' order by title, id",
                PublicOrganization.class);
    }

    public Optional<PublicOrganization> organization(OrganizationId id) {
        return one(PublicKind.ORGANIZATION, id.value(), PublicOrganization.class);
    }

    public Optional<PublicPerson> person(PersonId id) {
        return one(PublicKind.PERSON, id.value(), PublicPerson.class);
    }

    public Optional<PublicMeeting> meeting(MeetingId id) {
        return one(PublicKind.MEETING, id.value(), PublicMeeting.class);
    }

    public Optional<PublicMinutes> minutes(MinutesId id) {
        return one(PublicKind.MINUTES, id.value(), PublicMinutes.class);
    }

    /** The minutes of a meeting, once they are released. */
    public Optional<PublicMinutes> minutesOf(MeetingId meeting) {
        return list(
                        "select body from publication_entry where kind = 'MINUTES' and part_of = ?",
                        PublicMinutes.class,
                        meeting.value())
                .stream()
                .findFirst();
    }

    public Optional<PublicDecision> decision(PublicDecisionId id) {
        return one(PublicKind.DECISION, id.value(), PublicDecision.class);
    }

    public Optional<PublicCircular> circular(CircularId id) {
        return one(PublicKind.CIRCULAR, id.value(), PublicCircular.class);
    }

    /** Resolved in writing, latest first. */
    public List<PublicCircular> circulars(int most) {
        return latest(PublicKind.CIRCULAR, PublicCircular.class, null, most);
    }

    /** As {@link #circulars(int)}, by one organization. */
    public List<PublicCircular> circularsOf(OrganizationId organization, int most) {
        return list("""
                select body from publication_entry
                where kind = 'CIRCULAR' and part_of = ? order by happens_at desc, id limit ?
                """, PublicCircular.class, organization.value(), most);
    }

    public Optional<PublishedPaper> paper(PaperId id) {
        return one(PublicKind.PAPER, id.value(), PublishedPaper.class);
    }

    /**
     * Papers, latest first.
     *
     * @param behind only what comes after it in the list; none for the latest
     */
    public List<PublishedPaper> papers(@Nullable ListPlace behind, int most) {
        return latest(PublicKind.PAPER, PublishedPaper.class, behind, most);
    }

    /** Meetings that start in a span of time, by time. */
    public List<PublicMeeting> meetings(Instant from, Instant until) {
        return list("""
                select body from publication_entry
                where kind = 'MEETING' and happens_at >= ? and happens_at < ? order by happens_at, id
                """, PublicMeeting.class, utc(from), utc(until));
    }

    /**
     * Meetings from a moment on, next first.
     *
     * @param most how many at most
     */
    public List<PublicMeeting> meetingsFrom(Instant from, int most) {
        return list("""
                select body from publication_entry
                where kind = 'MEETING' and happens_at >= ? order by happens_at, id limit ?
                """, PublicMeeting.class, utc(from), most);
    }

    /** Meetings of an organization, latest first. */
    public List<PublicMeeting> meetingsOf(OrganizationId organization, int most) {
        return list("""
                select body from publication_entry
                where kind = 'MEETING' and part_of = ? order by happens_at desc, id limit ?
                """, PublicMeeting.class, organization.value(), most);
    }

    /**
     * Decisions, latest first.
     *
     * @param behind only what comes after it in the list; none for the latest
     */
    public List<PublicDecision> decisions(@Nullable ListPlace behind, int most) {
        return latest(PublicKind.DECISION, PublicDecision.class, behind, most);
    }

    private <T> List<T> latest(PublicKind kind, Class<T> type, @Nullable ListPlace behind, int most) {
        return database.sql("""
                        select body from publication_entry
                        where kind = :kind and happens_at <= coalesce(:at::timestamptz, 'infinity')
                            and (happens_at < coalesce(:at::timestamptz, 'infinity') or id > :id::uuid)
                        order by happens_at desc, id limit :most
                        """)
                .param("kind", kind.name())
                .param("at", behind == null ? null : utc(behind.at()))
                .param("id", behind == null ? null : behind.id())
                .param("most", most)
                .query((row, number) -> read(row.getString("body"), type))
                .list();
    }

    /** Addresses' parts of everything that has a page of its own, newest first. */
    public List<Listed> everything(int most) {
        return database.sql("""
                        select kind, id, changed_at from publication_entry
                        where kind in ('ORGANIZATION', 'PERSON', 'MEETING', 'PAPER', 'DECISION', 'CIRCULAR', 'MINUTES')
                        order by changed_at desc, id limit ?
                        """)
                .param(most)
                .query((row, number) -> new Listed(
                        PublicKind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public record Listed(PublicKind kind, UUID id, Instant changedAt) {}

    /**
     * Searches titles and texts as {@link German} reads them, files page by page.
     *
     * @param query what somebody typed
     * @param from hits to leave out
     * @param most how many at most
     */
    public SearchResult search(String query, int from, int most) {
        var asked = Asked.read(query, german);
        if (asked.isEmpty()) {
            return SearchResult.NOTHING;
        }
        var ranked = newest(asked, false);
        if (ranked.size() < MOST_RANKED) {
            var known = ranked.stream().map(Ranked::id).collect(Collectors.toSet());
            newest(asked, true).stream().filter(it -> !known.contains(it.id())).forEach(ranked::add);
        }
        var best = new LinkedHashMap<UUID, Ranked>();
        ranked.stream()
                .sorted(Comparator.comparingDouble(Ranked::rank).reversed())
                .forEach(it -> best.putIfAbsent(it.subject(), it));
        var shown = best.values().stream()
                .skip(Math.clamp(from, 0, MOST_RANKED))
                .limit(most)
                .toList();
        return new SearchResult(best.size(), ranked.size() >= MOST_RANKED, hits(shown, new Excerpts(german, asked)));
    }

    /**
     * @param subject what is found; of a file only the best page
     */
    private record Ranked(UUID id, UUID subject, double rank) {}

    private List<Ranked> newest(Asked asked, boolean beginnings) {
        var latest = database.sql("select max(happens_at) from publication_entry")
                .query((row, number) -> row.getTimestamp(1))
                .list()
                .getFirst();
        var ranked = new ArrayList<Ranked>();
        MonthsBack.read(
                PublicationStore.WITHOUT_TIME,
                latest == null ? PublicationStore.WITHOUT_TIME : latest.toInstant(),
                MOST_RANKED,
                span -> {
                    var found = newest(asked, beginnings, span, MOST_RANKED - ranked.size());
                    ranked.addAll(found);
                    return found.size();
                });
        return ranked;
    }

    private List<Ranked> newest(Asked asked, boolean beginnings, MonthsBack span, int most) {
        return database.sql("""
                        with all_pages as (
                            select id, happens_at, row_number() over (
                                partition by case kind when 'FILE' then part_of else id end order by id) as place
                            from publication_entry
                            where search @@ cast(:query as tsquery) and kind <> 'BODY'
                        ),
                        newest as materialized (
                            select id from all_pages where place <= 60 order by happens_at desc nulls last, id limit :most
                        )
                        select id, case kind when 'FILE' then cast(body #>> '{file,value}' as uuid) else id end as subject,
                            ts_rank(cast('{0.1, 0.2, 0.4, 1.0}' as real[]), search, cast(:asked as tsquery)) as rank
                        from newest join publication_entry using (id) order by rank desc, id
                        """)
                .param("query", "(" + asked.query(beginnings) + ") & " + span.query())
                .param("asked", asked.rankedBy())
                .param("most", most)
                .query((row, number) -> new Ranked(
                        row.getObject("id", UUID.class), row.getObject("subject", UUID.class), row.getDouble("rank")))
                .list();
    }

    private List<SearchResult.Hit> hits(List<Ranked> shown, Excerpts excerpts) {
        var read = new HashMap<UUID, SearchResult.Hit>();
        database.sql("select id, kind, title, text, happens_at, body from publication_entry where id = any(?)")
                .param(shown.stream().map(Ranked::id).toArray(UUID[]::new))
                .query((row, number) -> read.put(row.getObject("id", UUID.class), hit(row, excerpts)))
                .list();
        return shown.stream()
                .flatMap(it -> Stream.ofNullable(read.get(it.id())))
                .toList();
    }

    private static SearchResult.Hit hit(ResultSet row, Excerpts excerpts) throws SQLException {
        var kind = PublicKind.valueOf(row.getString("kind"));
        var happensAt = row.getObject("happens_at", OffsetDateTime.class);
        var text = row.getString("text");
        var page = kind == PublicKind.FILE ? read(row.getString("body"), PublicPage.class) : null;
        return new SearchResult.Hit(
                kind,
                page == null ? row.getObject("id", UUID.class) : page.file().value(),
                page == null ? null : page.page(),
                excerpts.whole(row.getString("title")),
                text.isEmpty() ? List.of() : excerpts.best(text),
                happensAt == null ? null : happensAt.toInstant());
    }

    private <T> Optional<T> one(PublicKind kind, UUID id, Class<T> type) {
        return database.sql("select body from publication_entry where kind = ? and id = ?")
                .params(kind.name(), id)
                .query((row, number) -> read(row.getString("body"), type))
                .optional();
    }

    private <T> List<T> list(String query, Class<T> type, @Nullable Object... parameters) {
        return database.sql(query)
                .params(java.util.Arrays.asList(parameters))
                .query((row, number) -> read(row.getString("body"), type))
                .list();
    }

    private static <T> T read(String body, Class<T> type) {
        return PublicationStore.JSON.readValue(body, type);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
