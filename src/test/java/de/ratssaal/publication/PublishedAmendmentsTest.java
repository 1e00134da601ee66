package de.ratssaal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentMerging;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.AmendmentWriting;
import de.ratssaal.amendment.AmendmentsOfPaper;
import de.ratssaal.amendment.Count;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.identity.Access;
import de.ratssaal.paper.PaperId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("Before the public, amendments to a paper")
class PublishedAmendmentsTest {

    private static final String FOUNTAIN = "Der Brunnen auf dem Markt wird bis 2030 saniert.";

    @Autowired
    ApplicationContext context;

    @Autowired
    AmendmentDecisions decisions;

    @Autowired
    AmendmentMerging merging;

    @Autowired
    AmendmentWriting writing;

    @Autowired
    AmendmentsOfPaper amendments;

    @Autowired
    Access access;

    MockMvc browser;

    @BeforeEach
    void browser(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    @DisplayName("stand on its page with what became of them, beside what they change and what came of it")
    void synopsis() {
        var test = TestAmendments.before(context);
        var adopted = test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);
        var rejected = test.submitted(2, TestAmendments.FOUNTAIN, TestAmendments.BENCHES);
        shows(
                test.paper,
                "Änderungsantrag 1",
                "Änderungsantrag 2",
                "eingereicht",
                "Gegenüberstellung",
                TestAmendments.FOUNTAIN,
                "<del>2028</del><ins>2030</ins>",
                "Punkt 03 wird gestrichen");
        await().untilAsserted(() -> assertThat(page(test.paper)).doesNotContain("angenommen", "Ergebnis"));

        Acting.as(
                test.meeting.chair(),
                () -> decisions.decide(adopted, test.item, AmendmentOutcome.ADOPTED, new Count(3, 1, 1)));
        Acting.as(test.meeting.chair(), () -> decisions.decide(rejected, test.item, AmendmentOutcome.REJECTED));
        Acting.as(test.meeting.chair(), () -> {
            var preview = merging.preview(test.item).orElseThrow();
            merging.merge(test.item, preview.result(), Set.of());
        });

        shows(test.paper, "angenommen", "Ja: 3", "Nein: 1", "abgelehnt", "Ergebnis", FOUNTAIN);
    }

    @Test
    @DisplayName("are not there while they are drafts, and gone from the present once withdrawn but for that they were")
    void withdrawn() {
        var test = TestAmendments.before(context);
        var id = test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);
        shows(test.paper, "eingereicht");
        Acting.as(test.meeting.member(1), () -> writing.withdraw(id));
        shows(test.paper, "zurückgezogen");
    }

    @Test
    @DisplayName("to a non-public paper are nowhere, however one asks")
    void nonPublic() throws Exception {
        var test = TestAmendments.before(context, false);
        var id = test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);
        test.adopt(id);

        assertThat(amendments.publicOf(test.paper).isEmpty()).isTrue();
        assertThat(browser.perform(get("/papers/" + test.paper.value()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(access.asSystem("test", () -> amendments.of(test.paper, test.meeting.id(), true))
                        .entries())
                .singleElement()
                .satisfies(it -> assertThat(it.decidedAt()).isNotNull());
        assertThat(access.asSystem("test", () -> amendments.of(test.paper, test.meeting.id(), false))
                        .entries())
                .singleElement()
                .satisfies(it -> assertThat(it.decidedAt()).isNull());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(test.meeting.member(1), () -> amendments.of(test.paper, test.meeting.id(), true)));
    }

    private void shows(PaperId paper, String... words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(paper)).contains(words));
    }

    private String page(PaperId paper) throws Exception {
        return browser.perform(get("/papers/" + paper.value()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
