package de.ratssaal.paper;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DisplayName("Whatever is done to papers, in whichever order,")
class PaperHistoryTest {

    private static final int STEPS = 80;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperWriting writing;

    @Autowired
    PaperTemplates templates;

    @Autowired
    PaperShelf shelf;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext context;

    private final List<PaperId> papers = new ArrayList<>();
    private final Map<PaperId, List<String>> released = new HashMap<>();
    private final Map<PaperId, Manuscript> stale = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 2026, 4711})
    @DisplayName("numbers have no gap, history is complete, and what was released stays")
    void nothingIsMissing(long seed) {
        var random = new Random(seed);
        var test = new TestPapers(context);
        numberMotionsAtTheirRelease(test);

        for (var step = 0; step < STEPS; step++) {
            var number = step;
            as(test.clerk, () -> step(test, random, number));
        }

        as(test.clerk, () -> papers.forEach(this::assertComplete));
        for (var series : List.of("", "M")) {
            var numbers = database.sql("""
                            select number from paper_paper where body_id = ? and series = ? order by number
                            """)
                    .params(test.city.body().value(), series)
                    .query(Integer.class)
                    .list();
            var start = series.isEmpty() ? 1 : 5;
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.range(start, start + numbers.size())
                            .boxed()
                            .toList());
        }
    }

    private void numberMotionsAtTheirRelease(TestPapers test) {
        test.asSystem(() -> {
            var before = templates.current(test.city.body(), PaperType.MOTION);
            return templates.change(
                    test.city.body(),
                    PaperType.MOTION,
                    before.version(),
                    new TemplateDesign(
                            "Antrag",
                            before.design().fields(),
                            before.design().sections(),
                            new Numbering("M-{number}/{yy}", "M", 5, true),
                            SignatureRule.NONE));
        });
    }

    private void step(TestPapers test, Random random, int step) {
        if (papers.isEmpty() || random.nextInt(5) == 0) {
            begin(test, random, step);
            return;
        }
        var paper = papers.get(random.nextInt(papers.size()));
        try {
            switch (random.nextInt(8)) {
                case 0 -> release(paper);
                case 1 -> {
                    if (random.nextInt(4) == 0) {
                        drafting.withdraw(paper, "Nicht mehr nötig");
                    }
                }
                case 2 -> {
                    var copy = drafting.workingCopy(paper);
                    drafting.edit(paper, copy.revision(), content(copy.content().type(), "Anders " + step));
                }
                case 3 -> decide(paper);
                default -> write(paper, random, step);
            }
        } catch (Refusal | java.util.NoSuchElementException refused) {
            assertThat(refused).hasMessageNotContaining("unexpected"); // it was withdrawn, or two wordings wait
        }
    }

    private void begin(TestPapers test, Random random, int step) {
        var type = random.nextBoolean() ? PaperType.MOTION : PaperType.PROPOSAL;
        if (random.nextInt(4) == 0) {
            new TransactionTemplate(transactions).executeWithoutResult(it -> {
                drafting.draft(test.council, content(type, "Kommt nicht zustande"));
                it.setRollbackOnly();
            });
        } else {
            papers.add(drafting.draft(test.council, content(type, "Neu " + step)));
        }
    }

    private static PaperContent content(PaperType type, String title) {
        return new PaperContent(
                type,
                title,
                "Stadtrat",
                true,
                new ResolutionProposal("", List.of(ResolutionPoint.of("", title + " wird beschlossen."))),
                "");
    }

    private void release(PaperId paper) {
        var copy = drafting.workingCopy(paper);
        var before = shelf.versions(paper).size();
        drafting.release(paper, copy.revision());
        if (shelf.versions(paper).size() > before) {
            released.computeIfAbsent(paper, it -> new ArrayList<>())
                    .add(copy.content().proposal().fingerprint());
        }
    }

    private void decide(PaperId paper) {
        for (var rival : writing.look(paper).manuscript().rivals()) {
            writing.decide(paper, rival, RivalChoice.BOTH);
        }
    }

    /** Sometimes from what stood there a while ago, as somebody in a tunnel does. */
    private void write(PaperId paper, Random random, int step) {
        var now = writing.open(paper).manuscript();
        var base = random.nextBoolean() ? stale.getOrDefault(paper, now) : now;
        stale.put(paper, now);
        var rows = new ArrayList<>(base.rows());
        if (random.nextInt(3) == 0 || rows.isEmpty()) {
            var row = "row" + step;
            rows.add(random.nextInt(rows.size() + 1), row);
            writing.write(paper, base, base.withRows(rows).with(Places.row(row), "Punkt " + step));
        } else {
            var place = Places.row(rows.get(random.nextInt(rows.size())));
            writing.write(paper, base, base.with(place, base.text(place) + " und " + step));
        }
    }

    private void assertComplete(PaperId paper) {
        var history = writing.history(paper).reversed();
        var next = 1;
        for (var sitting : history) {
            assertThat(sitting.firstRevision()).isEqualTo(next);
            next = sitting.lastRevision() + 1;
        }
        var page = shelf.paper(paper);
        if (!history.isEmpty()) {
            var copy = writing.look(paper);
            assertThat(copy.revision()).isEqualTo(next - 1);
            assertThat(drafting.workingCopy(paper).content().proposal())
                    .isEqualTo(copy.manuscript().proposal());
        }
        var versions = shelf.versions(paper).reversed();
        assertThat(versions)
                .extracting(ReleasedVersion::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, versions.size()).boxed().toList());
        assertThat(versions)
                .extracting(ReleasedVersion::fingerprint)
                .containsExactlyElementsOf(released.getOrDefault(paper, List.of()));
        assertThat(page.paper().number().isGiven())
                .isEqualTo(page.paper().type() == PaperType.PROPOSAL || !versions.isEmpty());
    }
}
