package de.ratssaal.paper;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("Templates of papers")
class TemplatesTest {

    @Autowired
    PaperTemplates templates;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperWriting writing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    TestPapers test;

    @Autowired
    KindNames kinds;

    @BeforeEach
    void aCity() {
        test = new TestPapers(context);
    }

    @Test
    @DisplayName("name their kind as the city does, in this city and no other, once an administrator renamed it")
    void ownNames() {
        var other = new TestPapers(context);
        assertThat(kinds.own(test.city.body(), PaperType.PROPOSAL)).isEmpty();

        var before = templates.current(test.city.body(), PaperType.PROPOSAL);
        var design = before.design();
        test.asSystem(() -> templates.change(
                test.city.body(),
                PaperType.PROPOSAL,
                before.version(),
                new TemplateDesign(
                        "Magistratsvorlage",
                        design.fields(),
                        design.sections(),
                        design.numbering(),
                        design.signatures())));

        assertThat(kinds.own(test.city.body(), PaperType.PROPOSAL)).contains("Magistratsvorlage");
        assertThat(kinds.own(test.city.body(), PaperType.MOTION)).isEmpty();
        assertThat(kinds.own(other.city.body(), PaperType.PROPOSAL)).isEmpty();
        assertThat(kinds.own(PaperType.PROPOSAL)).contains("Magistratsvorlage");
    }

    @Test
    @DisplayName("are changed by administrators only, and of two at the same time the second is told")
    void whoChanges() {
        var before = templates.current(test.city.body(), PaperType.PROPOSAL);
        var changed = design("Vorlage", Numbering.SHARED);
        for (var other : List.of(test.clerk, test.councillor, test.stranger)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(
                            other,
                            () -> templates.change(test.city.body(), PaperType.PROPOSAL, before.version(), changed)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(other, () -> templates.nextNumber(test.city.body(), Numbering.SHARED)));
        }

        change(PaperType.PROPOSAL, changed);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> test.asSystem(() ->
                        templates.change(test.city.body(), PaperType.PROPOSAL, 1, design("Anders", Numbering.SHARED))))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.template.overtaken"));
    }

    @Test
    @DisplayName("stay what they were for papers that were begun with them, until they are switched over")
    void papersKeepTheirs() {
        var paper = as(test.clerk, () -> drafting.draft(test.council, TestPapers.content("Alt", true, "x")));
        change(PaperType.PROPOSAL, design("Ganz neu", Numbering.SHARED));

        var sheet = as(test.clerk, () -> writing.open(paper));
        assertThat(sheet.template().design().name()).isEqualTo("Beschlussvorlage");
        assertThat(sheet.newerTemplate()).isTrue();

        var after = as(test.clerk, () -> writing.switchTemplate(paper));
        assertThat(after.template().design().name()).isEqualTo("Ganz neu");
        assertThat(after.newerTemplate()).isFalse();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update paper_template set changed_by = 'x' where body_id = ?")
                        .param(test.city.body().value())
                        .update());
    }

    @Test
    @DisplayName("do not let numbers be confused or given twice")
    void confusedNumbers() {
        assertRefused("paper.template.numbers-confused", new Numbering("{number:4}/{yy}", "X", 1, false));
        change(PaperType.PETITION, design("Petition", new Numbering("P-{number}/{yy}", "P", 1, false)));
        as(test.clerk, () -> drafting.draft(test.council, petition()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        change(PaperType.PETITION, design("Petition", new Numbering("P-{number}/{yy}", "Q", 1, false))))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.template.number-taken"));
    }

    @Test
    @DisplayName("number drafts at once or at their release, without a gap, also when many are released at once")
    void numbersAtRelease() throws Exception {
        change(PaperType.PETITION, design("Petition", new Numbering("P-{number:3}/{yyyy}", "P", 100, true)));
        var drafts = new ArrayList<PaperId>();
        for (var paper = 0; paper < 12; paper++) {
            drafts.add(as(test.clerk, () -> drafting.draft(test.council, petition())));
        }
        assertThat(numbers()).allMatch(it -> !it.isGiven());
        as(test.clerk, () -> drafting.withdraw(drafts.getFirst(), ""));

        try (var people = Executors.newFixedThreadPool(6)) {
            for (var done : people.invokeAll(drafts.stream()
                    .skip(1)
                    .map(it -> (Callable<Boolean>) () -> as(test.clerk, () -> {
                        drafting.release(it, 1);
                        return true;
                    }))
                    .toList())) {
                assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(60));
            }
        }

        assertThat(numbers().stream()
                        .filter(PaperNumber::isGiven)
                        .map(PaperNumber::number)
                        .sorted())
                .containsExactlyElementsOf(IntStream.range(100, 111).boxed().toList());
        assertThat(as(
                        test.clerk,
                        () -> shelf.list(
                                PaperQuery.of("p-104/" + numbers().getFirst().year(), 5))))
                .hasSize(1);
    }

    private static PaperContent petition() {
        return new PaperContent(PaperType.PETITION, "Bitte", "Eine Einwohnerin", true, ResolutionProposal.EMPTY, "");
    }

    private List<PaperNumber> numbers() {
        return as(test.clerk, () -> shelf.list(new PaperQuery("", null, null, test.council, null, 100))).stream()
                .map(PaperSummary::number)
                .toList();
    }

    private void assertRefused(String key, Numbering numbering) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> change(PaperType.PETITION, design("Petition", numbering)))
                .satisfies(it -> assertThat(it.key()).isEqualTo(key));
    }

    private void change(PaperType type, TemplateDesign design) {
        test.asSystem(() -> templates.change(
                test.city.body(),
                type,
                templates.current(test.city.body(), type).version(),
                design));
    }

    private static TemplateDesign design(String name, Numbering numbering) {
        return new TemplateDesign(name, List.of(), List.of(), numbering, SignatureRule.NONE);
    }
}
