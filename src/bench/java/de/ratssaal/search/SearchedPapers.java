package de.ratssaal.search;

import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Papers of ten years with the pages of their files, as a search finds them: German sentences of administration, in which words
 * are as frequent as in real ones, the same for each seed. A third of them is not public.
 */
public final class SearchedPapers {

    static final Role[] ATTENDING = {Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE};

    private static final long SEED = 20_260_101;
    private static final int WORDS_OF_PAPER = 140;
    private static final int WORDS_OF_PAGE = 220;
    private static final int BATCH = 500;
    private static final int THREADS = 2;
    private static final List<String> HEADS = List.of(
            "Satzung", "Gebühr", "Steuer", "Straße", "Schule", "Haushalt", "Plan", "Verkehr", "Brücke", "Spielplatz",
            "Feuerwehr", "Abwasser", "Beitrag", "Kultur", "Sport", "Jugend", "Sozial", "Bau", "Grundstück", "Umwelt",
            "Energie", "Klima", "Radweg", "Friedhof", "Markt", "Theater", "Bibliothek", "Museum", "Park", "Wasser");
    private static final List<String> COMMON = List.of(
            "die", "der", "und", "in", "den", "von", "zu", "das", "mit", "des", "auf", "für", "ist", "im", "dem", "nicht",
            "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er", "hat", "dass", "sie", "nach", "wird", "bei");
    private static final List<String> USUAL = List.of(
            "Stadt", "Stadtrat", "Verwaltung", "Haushalt", "Beschluss", "Maßnahme", "Jahr", "Kosten", "Bürger", "Ausschuss",
            "Antrag", "städtischen", "öffentlichen", "beschließt", "beauftragt", "Oberbürgermeister", "Planung", "Umsetzung",
            "Mittel", "Förderung", "Sanierung", "Entwicklung", "Bereich", "Grundlage", "gemäß", "Finanzierung", "Ortsteil",
            "Prüfung", "Bericht", "Quartal", "Euro", "Land", "Gesetz", "Verordnung", "Anlage", "Begründung", "Vorlage");

    private static final double[] USUAL_WEIGHTS = weights();

    private final German german;
    private final DataSource database;
    private final List<String> rest;
    private final List<OrganizationId> committees;

    /** @param committees that deliberate non-public papers */
    public SearchedPapers(German german, DataSource database, List<OrganizationId> committees) throws Exception {
        this.german = german;
        this.database = database;
        this.committees = committees;
        try (var words = de.danielnaber.jwordsplitter.GermanWordSplitter.class.getResourceAsStream(
                "/de/danielnaber/jwordsplitter/wordsGerman.txt")) {
            var random = new Random(SEED);
            var all = new ArrayList<>(new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> it.length() > 4 && !it.startsWith("#"))
                    .toList());
            java.util.Collections.shuffle(all, random);
            this.rest = List.copyOf(all);
        }
    }

    /** Writes so many papers, each with up to four pages of a file; the public ones, with a page each, for the portal as well. */
    public long write(int papers) throws Exception {
        var client = JdbcClient.create(database);
        var open = audience(client, Audience.SIGNED_IN);
        var closed = committees.stream().map(it -> audience(client, Audience.of(it, ATTENDING))).toList();
        client.sql("drop index search_entry_search").update();
        client.sql("drop index publication_entry_search").update();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var work = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> {
                        write(thread, papers, open, closed);
                        return true;
                    }))
                    .toList();
            for (var each : work) {
                each.get();
            }
        }
        client.sql("create index search_entry_search on search_entry using gin (search)").update();
        client.sql("create index publication_entry_search on publication_entry using gin (search)").update();
        client.sql("vacuum analyze search_entry").update();
        client.sql("vacuum analyze publication_entry").update();
        return client.sql("select count(*) from search_entry").query(Long.class).single();
    }

    private static int audience(JdbcClient client, Audience readers) {
        return client.sql("insert into search_audience (key, tokens) values (:key, :tokens) on conflict (key) do update set tokens = excluded.tokens returning id")
                .param("key", Entry.sha256(String.join("\n", readers.tokens())))
                .param("tokens", readers.tokens().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private void write(int thread, int papers, int open, List<Integer> closed) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var entries = connection.prepareStatement("""
                            insert into search_entry (source_kind, source_id, part, kind, subject, page, leads_to, number,
                                title, text, organizations, happens_at, year, is_public, state, audience, paper,
                                fingerprint, search)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RELEASED', ?, ?, '', ?::tsvector)
                            """);
                    var published = connection.prepareStatement("""
                            insert into publication_entry (id, kind, part_of, title, text, happens_at, body, published_at,
                                changed_at, search)
                            values (?, ?, ?, ?, ?, ?, ?::jsonb, now(), now(), ?::tsvector)
                            """)) {
                var waiting = 0;
                for (var number = thread; number < papers; number += THREADS) {
                    waiting += paper(number, papers, open, closed, connection, entries, published);
                    if (waiting > BATCH) {
                        entries.executeBatch();
                        published.executeBatch();
                        connection.commit();
                        waiting = 0;
                    }
                }
                entries.executeBatch();
                published.executeBatch();
                connection.commit();
            }
        }
    }

    private int paper(
            int number,
            int papers,
            int open,
            List<Integer> closed,
            Connection connection,
            PreparedStatement entries,
            PreparedStatement published)
            throws SQLException {
        var random = new Random(SEED + number);
        var id = new UUID(SEED, number);
        var file = new UUID(SEED + 1, number);
        var isPublic = random.nextInt(3) > 0;
        var with = random.nextInt(committees.size());
        var at = Instant.parse("2026-10-01T10:00:00Z")
                .minus(Duration.ofMinutes(3650L * 24 * 60 * number / papers));
        var written = "%04d/%02d".formatted(number % 9_000 + 1, at.atOffset(ZoneOffset.UTC).getYear() % 100);
        var compound = compound(random);
        var title = "%s zur %s im Ortsteil %s".formatted(
                pick(USUAL, random), compound, capital(pick(rest, random)));
        var audience = isPublic ? open : closed.get(with);
        var organizations = connection.createArrayOf("uuid", new UUID[] {committees.get(with).value()});
        var pages = random.nextInt(5);
        for (var page = 0; page <= pages; page++) {
            var isFile = page > 0;
            var text = text(random, isFile ? WORDS_OF_PAGE : WORDS_OF_PAPER, compound);
            var shown = isFile ? "Anlage zu " + compound + ".pdf" : title;
            var kind = isFile ? SearchKind.DOCUMENT : SearchKind.PAPER;
            var year = at.atOffset(ZoneOffset.UTC).getYear();
            var labels = List.of(
                    Labels.audience(audience),
                    MonthsBack.label(at),
                    Labels.kind(kind),
                    Labels.year(year),
                    Labels.isPublic(isPublic),
                    Labels.organization(committees.get(with).value()),
                    Labels.state("RELEASED"),
                    Labels.paper(id));
            entries.setString(1, isFile ? "FILE" : "PAPER");
            entries.setObject(2, isFile ? file : id);
            entries.setInt(3, isFile ? page - 1 : 0);
            entries.setString(4, kind.name());
            entries.setObject(5, isFile ? file : id);
            entries.setObject(6, isFile ? page : null, Types.INTEGER);
            entries.setObject(7, isFile ? file : id);
            entries.setString(8, written);
            entries.setString(9, shown);
            entries.setString(10, text);
            entries.setArray(11, organizations);
            entries.setTimestamp(12, Timestamp.from(at));
            entries.setInt(13, year);
            entries.setBoolean(14, isPublic);
            entries.setInt(15, audience);
            entries.setObject(16, id);
            entries.setString(17, german.vector(written + " " + shown, text, labels));
            entries.addBatch();
            if (isPublic && page < 2) {
                published.setObject(1, isFile ? new UUID(SEED + 1 + page, number) : id);
                published.setString(2, isFile ? "FILE" : "PAPER");
                published.setObject(3, isFile ? id : null, Types.OTHER);
                published.setString(4, shown);
                published.setString(5, text);
                published.setTimestamp(6, Timestamp.from(at));
                published.setString(
                        7,
                        isFile
                                ? "{\"file\": {\"value\": \"%s\"}, \"name\": \"Anlage.pdf\", \"page\": %d}".formatted(file, page)
                                : "{}");
                published.setString(8, german.vector(shown, text, List.of(MonthsBack.label(at))));
                published.addBatch();
            }
        }
        return pages + 1;
    }

    private String text(Random random, int words, String compound) {
        var text = new StringBuilder();
        for (var count = 0; count < words; count++) {
            var dice = random.nextInt(100);
            var word = dice < 40
                    ? pick(COMMON, random)
                    : dice < 45 ? usual(random) : dice < 49 ? compound(random) : dice < 51 ? compound : seldom(random);
            text.append(count == 0 ? "" : count % 14 == 0 ? ". " : " ").append(word);
        }
        return text.append('.').toString();
    }

    private static String compound(Random random) {
        return pick(HEADS, random) + pick(HEADS, random).toLowerCase(java.util.Locale.GERMAN) + "en";
    }

    /** As in Zipf's law: the first one in most of the pages, the last one in some. */
    private static String usual(Random random) {
        var dice = random.nextDouble() * USUAL_WEIGHTS[USUAL_WEIGHTS.length - 1];
        var at = java.util.Arrays.binarySearch(USUAL_WEIGHTS, dice);
        return USUAL.get(at < 0 ? -at - 1 : at);
    }

    private static double[] weights() {
        var sums = new double[USUAL.size()];
        for (var at = 0; at < sums.length; at++) {
            sums[at] = (at == 0 ? 0 : sums[at - 1]) + 1.0 / (at + 2);
        }
        return sums;
    }

    /** The first ones often, the last ones hardly ever. */
    private String seldom(Random random) {
        return rest.get((int) (rest.size() * Math.pow(random.nextDouble(), 4)));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Words of which the first is hardly ever, the last often met. */
    public List<String> words(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> rest.get((int) ((rest.size() - 1L) * (count - it) / (count + 1))))
                .toList();
    }
}
