package de.ratssaal.bench;

import de.ratssaal.RatssaalApplication;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.search.Asked;
import de.ratssaal.search.German;
import de.ratssaal.search.Search;
import de.ratssaal.search.SearchFilter;
import de.ratssaal.search.SearchKind;
import de.ratssaal.search.SearchRequest;
import de.ratssaal.search.SearchedPapers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Searches by several at once over many papers with the pages of their files: as a member with rights, counts and excerpts,
 * as the public, and beside them the same words asked of PostgreSQL's index alone, without any of that.
 */
final class SearchBench implements Measurement {

    private static final int ROUNDS = 12;

    @Override
    public String what() {
        return "milliseconds of a search over 100,000 papers, beside PostgreSQL's bare index [papers [searchers]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var papers = arguments.isEmpty() ? 100_000 : Integer.parseInt(arguments.getFirst());
        var searchers = arguments.size() < 2 ? 4 : Integer.parseInt(arguments.get(1));
        try (var application = new SpringApplicationBuilder(RatssaalApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                        "--ratssaal.jobs=false",
                        "--ratssaal.data=" + Files.createTempDirectory("ratssaal-bench"),
                        "--logging.level.root=ERROR")) {
            var city = new TestPapers(application);
            var committees = committees(city, application);
            var written = new SearchedPapers(
                    application.getBean(German.class), application.getBean(DataSource.class), committees);
            var begun = System.nanoTime();
            var entries = written.write(papers);
            System.out.printf(
                    "%,d papers with %,d pages of files, made in %d s; %d searchers at once%n",
                    papers, entries - papers, (System.nanoTime() - begun) / 1_000_000_000, searchers);
            measure(application, city, committees, written, searchers);
        }
    }

    /** Of five committees the member belongs to two. */
    private static List<OrganizationId> committees(TestPapers city, ConfigurableApplicationContext application) {
        var committees = IntStream.range(0, 5)
                .mapToObj(it -> city.city.organization(Classification.COMMITTEE, 9, application))
                .toList();
        committees.subList(0, 2).forEach(it -> TestCouncil.join(
                it, java.util.Objects.requireNonNull(city.councillor.person()), MembershipRole.MEMBER, application));
        return committees;
    }

    private record Question(String text, SearchFilter filter) {}

    private static Map<String, List<Question>> questions(List<OrganizationId> committees, SearchedPapers papers) {
        var rare = papers.words(8);
        var questions = new LinkedHashMap<String, List<Question>>();
        questions.put("frequent word", plain("Stadt", "Haushalt", "Verwaltung", "Beschluss"));
        questions.put("rare word", rare.stream().map(it -> new Question(it, SearchFilter.NONE)).toList());
        questions.put("part of compounds", plain("Satzung", "Gebühren", "Hundesteuer", "Friedhof"));
        questions.put("several words", plain("Satzung Haushalt", "Schule Sanierung Förderung", "Stadt " + rare.getLast()));
        questions.put("phrase", plain("\"öffentlichen Haushalt\"", "\"Stadtrat beschließt\"", "\"Finanzierung Sanierung\""));
        questions.put("excluding", plain("Schule -Sport", "Verkehr -Stadt"));
        questions.put("number of a paper", plain("0017/26", "4711/22"));
        questions.put("nothing there", plain("Verkehrsplahnung", "Xylophonverordnung"));
        questions.put("with filters", List.of(
                new Question("Haushalt", new SearchFilter(SearchKind.PAPER, null, 2021, null, null, null, null)),
                new Question("Satzung", new SearchFilter(null, committees.getFirst(), null, null, null, false, null)),
                new Question("Stadt", new SearchFilter(SearchKind.DOCUMENT, committees.get(1), 2019, null, null, true, null))));
        return questions;
    }

    private static List<Question> plain(String... texts) {
        return java.util.Arrays.stream(texts).map(it -> new Question(it, SearchFilter.NONE)).toList();
    }

    @FunctionalInterface
    private interface Asking {
        void ask(Question question);
    }

    private static void measure(
            ConfigurableApplicationContext application,
            TestPapers city,
            List<OrganizationId> committees,
            SearchedPapers papers,
            int searchers)
            throws Exception {
        var search = application.getBean(Search.class);
        var register = application.getBean(PublicRegister.class);
        var german = application.getBean(German.class);
        var database = application.getBean(JdbcClient.class);
        var questions = questions(committees, papers);
        Asking asMember = it -> as(
                city.councillor, () -> search.find(new SearchRequest(it.text(), it.filter(), SearchRequest.Order.BEST, 1)));
        Asking asPublic = it -> register.search(it.text(), 0, 20);
        Asking bare = it -> database.sql("select id from search_entry where search @@ cast(:query as tsquery) limit 20")
                .param("query", Asked.read(it.text(), german).query(true))
                .query((row, number) -> row.getLong("id"))
                .list();
        for (var asking : List.of(asMember, asPublic, bare)) {
            times(questions, asking, searchers, 3); // until the JVM has compiled what is hot
        }
        var member = times(questions, asMember, searchers, ROUNDS);
        var everybody = times(questions, asPublic, searchers, ROUNDS);
        var index = times(questions, bare, searchers, ROUNDS);
        report("as a member", member);
        report("as the public", everybody);
        report("PostgreSQL's bare index", index);
        System.out.printf(
                "ratio of the 95th percentiles to the bare index: member %.1f, public %.1f (goal of a member: 95%% below 150 ms)%n",
                all(member).percentile(95) / all(index).percentile(95),
                all(everybody).percentile(95) / all(index).percentile(95));
    }

    private static void as(SignedIn who, Runnable work) {
        TestPapers.as(who, work);
    }

    private static Map<String, List<Double>> times(
            Map<String, List<Question>> questions, Asking asking, int searchers, int rounds) throws Exception {
        var times = new LinkedHashMap<String, List<Double>>();
        questions.keySet().forEach(it -> times.put(it, Collections.synchronizedList(new ArrayList<>())));
        try (var threads = Executors.newFixedThreadPool(searchers)) {
            var work = IntStream.range(0, searchers)
                    .mapToObj(searcher -> threads.submit(() -> {
                        var kinds = new ArrayList<>(questions.keySet());
                        var random = new Random(searcher);
                        for (var round = 0; round < rounds; round++) {
                            Collections.shuffle(kinds, random);
                            for (var kind : kinds) {
                                for (var question : questions.get(kind)) {
                                    var begun = System.nanoTime();
                                    asking.ask(question);
                                    times.get(kind).add((System.nanoTime() - begun) / 1e6);
                                }
                            }
                        }
                        return true;
                    }))
                    .toList();
            for (var each : work) {
                each.get();
            }
        }
        return times;
    }

    private static Figures all(Map<String, List<Double>> times) {
        return Figures.of(times.values().stream().flatMap(List::stream).toList());
    }

    private static void report(String who, Map<String, List<Double>> times) {
        report(who, all(times));
        times.forEach((kind, each) -> report("    " + kind, Figures.of(each)));
    }

    private static void report(String what, Figures figures) {
        System.out.printf(
                "%-32s median %6.1f ms, 95 %% %6.1f ms, 99 %% %6.1f ms, greatest %6.1f ms (%d)%n",
                what,
                figures.median(),
                figures.percentile(95),
                figures.percentile(99),
                figures.greatest(),
                figures.sorted().size());
    }
}
