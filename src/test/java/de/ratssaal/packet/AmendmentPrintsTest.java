package de.ratssaal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.Classification;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperRouting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("On paper, amendments")
class AmendmentPrintsTest {

    private static final PersonId STRANGER = new PersonId(UUID.randomUUID());
    private static final String FOUNTAIN = TestAmendments.FOUNTAIN.replace("2028", "2030");

    @Autowired
    ApplicationContext context;

    @Autowired
    AmendmentPrints prints;

    @Autowired
    PacketCollection collection;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Access access;

    @Test
    @DisplayName("stand beside what they change, with what became of them")
    void asPdf() throws IOException {
        var test = TestAmendments.before(context);
        test.adopt(test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES));

        var text = text(Acting.as(test.meeting.member(2), () -> prints.print(test.paper)));

        assertThat(text)
                .contains("Änderungsantrag 1", "angenommen am", "Vorlage", "bis 2028 saniert", "bis 2030 saniert")
                .doesNotContain("Beschlusspunkt 02");
    }

    @Test
    @DisplayName("are printed for nobody who may not read the paper, and not without signing in")
    void forNobodyElse(@Autowired WebApplicationContext application) throws Exception {
        var test = TestAmendments.before(context, false);
        test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);
        var open = TestAmendments.before(context);
        open.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(STRANGER, () -> prints.print(test.paper)));
        assertThat(Acting.as(test.meeting.member(2), () -> prints.print(test.paper)))
                .isNotEmpty();
        var browser = MockMvcBuilders.webAppContextSetup(application).build();
        assertThat(browser.perform(get(AmendmentLinks.print(open.paper)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.perform(get(AmendmentLinks.PRINTS + "/x.pdf"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("are in the packet behind their paper, for those who may read it")
    void inThePacket() {
        var test = TestAmendments.before(context);
        test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);
        var hidden = TestAmendments.before(context, false);
        hidden.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);

        for (var audience : PacketAudience.values()) {
            assertThat(contents(test, audience))
                    .as(audience.name())
                    .containsSubsequence("Änderungsanträge zu", "Änderungsantrag 1", "bis 2030 saniert");
        }
        assertThat(contents(hidden, PacketAudience.PUBLIC)).doesNotContain("Änderungsantr", "2030");
        assertThat(contents(hidden, PacketAudience.NON_PUBLIC)).contains("Änderungsantrag 1", "2030");
    }

    @Test
    @DisplayName("show in no packet what another organization decided behind closed doors")
    void decidedElsewhere() {
        var test = TestAmendments.before(context);
        var amendment = test.submitted(1, FOUNTAIN, TestAmendments.BENCHES, TestAmendments.TREES);
        var committee = test.meeting.council().organization(Classification.COMMITTEE, 3, context);
        var elsewhere = access.asSystem("test", () -> {
            var starts = context.getBean(Clock.class).instant().plus(Duration.ofDays(30));
            return planning.plan(
                    committee, new MeetingPlan("Ausschuss", MeetingMode.IN_PERSON, starts, null, "Rathaus", ""));
        });
        access.asSystem("test", () -> {
            var closed = planning.addItem(elsewhere, null, false, "Park");
            context.getBean(PaperRouting.class).putOnAgenda(test.paper, closed, ConsultationRole.DECISION);
            context.getBean(AmendmentDecisions.class).decide(amendment, closed, AmendmentOutcome.ADOPTED);
        });

        for (var audience : PacketAudience.values()) {
            assertThat(contents(test.meeting.id(), audience))
                    .as(audience.name())
                    .contains("Änderungsantrag 1")
                    .doesNotContain("angenommen");
        }
        assertThat(contents(elsewhere, PacketAudience.NON_PUBLIC)).contains("angenommen");

        test.adopt(test.submitted(2, FOUNTAIN, TestAmendments.TREES));
        for (var audience : PacketAudience.values()) {
            assertThat(contents(test.meeting.id(), audience))
                    .as(audience.name())
                    .contains("angenommen");
        }
    }

    private String contents(TestAmendments test, PacketAudience audience) {
        return contents(test.meeting.id(), audience);
    }

    private String contents(MeetingId meeting, PacketAudience audience) {
        return collection.collect(meeting, audience).orElseThrow().contents().documents().stream()
                .map(it -> it.content() instanceof PacketContents.Content.Text text
                        ? text.blocks().stream()
                                .map(PacketContents.Block::toString)
                                .collect(Collectors.joining("\n"))
                        : "")
                .collect(Collectors.joining("\n"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
