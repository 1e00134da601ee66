package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.minutes.MinutesId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final int MOST_WORDS = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Marks around a hit; characters that no text has, so that nothing in a text can be taken for them. */
    private static final char BEGIN = '\uE000';

    private static final char END = '\uE001';

    private final JdbcClient database;

    PublicRegister(JdbcClient database) {
        this.database = database;
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
                        where kind in ('ORGANIZATION', 'PERSON', 'MEETING', 'PAPER', 'DECISION', 'MINUTES')
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
     * Searches titles and texts in German: words are found in all their forms, and at the beginning of longer words.
     *
     * @param query what somebody typed
     * @param from hits to leave out
     * @param most how many at most
     */
    public SearchResult search(String query, int from, int most) {
        var words = WORD.matcher(query)
                .results()
                .map(it -> it.group())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return SearchResult.NOTHING;
        }
        var asked = words.stream().map(it -> it + ":*").collect(Collectors.joining(" & "));
        var inTitle = words.stream().map(it -> "%" + it + "%").toArray(String[]::new);
        var hits = database.sql("""
                        with asked as (select to_tsquery('pg_catalog.german', :asked) as query),
                        newest as materialized (
                            select id, kind, title, text, happens_at, search from publication_entry, asked
                            where kind not in ('BODY', 'FILE') and (search @@ query or title ilike all (:inTitle))
                            order by happens_at desc nulls last, id limit :ranked
                        ),
                        best as (
                            select *, count(*) over () as found, ts_rank(search, query) as rank from newest, asked
                            order by rank desc, happens_at desc nulls last, id offset :from limit :most
                        )
                        select kind, id, happens_at, found,
                            ts_headline('pg_catalog.german', title, query, :whole) as title,
                            ts_headline('pg_catalog.german', text, query, :parts) as excerpt
                        from best order by rank desc, happens_at desc nulls last, id
                        """)
                .param("asked", asked)
                .param("inTitle", inTitle)
                .param("ranked", MOST_RANKED)
                .param("from", Math.clamp(from, 0, MOST_RANKED))
                .param("most", most)
                .param("whole", "HighlightAll=true,StartSel=" + BEGIN + ",StopSel=" + END)
                .param("parts", "MaxFragments=2,MaxWords=24,MinWords=8,StartSel=" + BEGIN + ",StopSel=" + END)
                .query((row, number) -> {
                    var happensAt = row.getObject("happens_at", OffsetDateTime.class);
                    return new Found(
                            row.getInt("found"),
                            new SearchResult.Hit(
                                    PublicKind.valueOf(row.getString("kind")),
                                    row.getObject("id", UUID.class),
                                    pieces(row.getString("title")),
                                    pieces(row.getString("excerpt")),
                                    happensAt == null ? null : happensAt.toInstant()));
                })
                .list();
        return hits.isEmpty()
                ? SearchResult.NOTHING
                : new SearchResult(
                        hits.getFirst().found(), hits.stream().map(Found::hit).toList());
    }

    private record Found(int found, SearchResult.Hit hit) {}

    static List<SearchResult.Piece> pieces(String marked) {
        var pieces = new ArrayList<SearchResult.Piece>();
        var at = 0;
        while (at < marked.length()) {
            var begin = marked.indexOf(BEGIN, at);
            var end = begin < 0 ? -1 : marked.indexOf(END, begin);
            if (end < 0) {
                pieces.add(new SearchResult.Piece(marked.substring(at), false));
                break;
            }
            if (begin > at) {
                pieces.add(new SearchResult.Piece(marked.substring(at, begin), false));
            }
            pieces.add(new SearchResult.Piece(marked.substring(begin + 1, end), true));
            at = end + 1;
        }
        return pieces;
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
