package de.ratssaal.publication;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.ClimateRating;
import de.ratssaal.paper.Costs;
import de.ratssaal.paper.InquiryAnswering;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDetails;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperTemplates;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.SectionKind;
import de.ratssaal.paper.SectionText;
import de.ratssaal.paper.TemplateDesign;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("Before the public")
class PublishedAnswersTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PublicRegister register;

    @Autowired
    InquiryAnswering answering;

    @Autowired
    PaperTemplates templates;

    @Autowired
    Files files;

    MockMvc browser;
    TestPapers test;

    @BeforeEach
    void aCity(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        test = new TestPapers(context);
    }

    @Test
    @DisplayName("an answer stands below its inquiry once it is released, and not before")
    void answers() throws Exception {
        var inquiry = test.released(content(PaperType.INQUIRY, PaperDetails.NONE));
        as(test.clerk, () -> answering.ask(inquiry, test.city.office(context), null));
        var revision = as(test.clerk, () -> answering.write(inquiry, 1, "Es sind zwölf Geheimnisse."));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> register.paper(inquiry).isPresent());
        assertThat(page(inquiry)).doesNotContain("zwölf Geheimnisse");

        as(test.clerk, () -> answering.release(inquiry, revision));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(inquiry)).contains("Antwort", "Es sind zwölf Geheimnisse."));
    }

    @Test
    @DisplayName("an answer comes with its public files, in their order, and no others")
    void filesOfAnswers() {
        var inquiry = test.released(content(PaperType.INQUIRY, PaperDetails.NONE));
        as(test.clerk, () -> answering.writeOn(inquiry, "", "Siehe Anlage."));
        var owner = AnswerFiles.owner(inquiry);
        var first = as(test.clerk, () -> files.attach(owner, "Erste.txt", true, stream("eins")));
        var second = as(test.clerk, () -> files.attach(owner, "Zweite.txt", true, stream("zwei")));
        as(test.clerk, () -> files.attach(owner, "Vertraulich.txt", false, stream("drei")));
        as(test.clerk, () -> answering.release(inquiry, 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(inquiry))
                        .containsSubsequence("Antwort", "Siehe Anlage.", "Erste.txt", "Zweite.txt")
                        .doesNotContain("Vertraulich"));

        as(test.clerk, () -> {
            files.rename(second.id(), "Übersicht");
            var present = files.list(owner).stream().map(FileSummary::id).toList();
            files.arrange(owner, List.of(second.id(), first.id(), present.getLast()));
        });

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(inquiry))
                        .containsSubsequence("Übersicht.txt", "Erste.txt")
                        .doesNotContain("Zweite.txt", "Vertraulich"));
    }

    @Test
    @DisplayName("a paper is called what the city calls papers of its kind")
    void kinds() {
        var paper = test.released(content(PaperType.PROPOSAL, PaperDetails.NONE));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(paper)).contains("Vorlage 0001"));

        var before = templates.current(test.city.body(), PaperType.PROPOSAL);
        test.asSystem(() -> templates.change(
                test.city.body(),
                PaperType.PROPOSAL,
                before.version(),
                new TemplateDesign(
                        "Magistratsvorlage",
                        before.design().fields(),
                        before.design().sections(),
                        before.design().numbering(),
                        before.design().signatures())));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(paper)).contains("Magistratsvorlage 0001"));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a paper shows its public sections and nothing of the others")
    void sections() {
        var paper = test.released(content(
                PaperType.PROPOSAL,
                new PaperDetails(
                        List.of(),
                        List.of(
                                new SectionText(
                                        "finances",
                                        "Finanzielle Auswirkungen",
                                        SectionKind.FINANCES,
                                        true,
                                        "Das Land hilft.",
                                        new Costs("450 €", "", "", ""),
                                        null),
                                new SectionText(
                                        "climate",
                                        "Klima",
                                        SectionKind.CLIMATE,
                                        true,
                                        "",
                                        Costs.NONE,
                                        ClimateRating.POSITIVE),
                                new SectionText(
                                        "secret",
                                        "Intern",
                                        SectionKind.TEXT,
                                        false,
                                        "Verschlusssache",
                                        Costs.NONE,
                                        null)))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(paper))
                        .contains("Finanzielle Auswirkungen", "450 €", "Das Land hilft.", "positiv")
                        .doesNotContain("Intern", "Verschlusssache"));
        assertThat(register.search("Verschlusssache", 0, 5).hits()).isEmpty();
    }

    private String page(PaperId paper) throws Exception {
        return browser.perform(get("/papers/" + paper.value()))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static PaperContent content(PaperType type, PaperDetails details) {
        return new PaperContent(
                type,
                "Wie viele Bänke?",
                "Stadtrat",
                true,
                type.needsProposal()
                        ? TestPapers.content("x", true, "Es wird gebaut.").proposal()
                        : ResolutionProposal.EMPTY,
                "Wie viele?",
                details);
    }
}
