package de.ratssaal.packet;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.document.OfficeFiles;
import de.ratssaal.document.Renditions;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.Substitutes;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.InquiryAnswering;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.rules.RulesOfProcedure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.StringUtils;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("The packet of a meeting")
class PacketsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Packets packets;

    @Autowired
    PacketUpkeep upkeep;

    @Autowired
    Files files;

    @Autowired
    PaperRouting routing;

    @Autowired
    Renditions renditions;

    @Autowired
    PacketCollection collection;

    @Autowired
    InquiryAnswering answering;

    @Autowired
    JdbcClient database;

    @Autowired
    RatssaalProperties settings;

    @TempDir
    Path folder;

    MockMvc browser;
    TestPapers test;
    MeetingId meeting;

    @BeforeEach
    void aMeetingWithPapersAndFiles(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        test = new TestPapers(context);
        meeting = test.meetingOf(test.council);
        var open = test.itemOf(meeting, true);
        var closed = test.itemOf(meeting, false);
        var paper = test.released(content("Marktbrunnen", true, "Der Marktbrunnen wird saniert."));
        var secret = test.released(content("Grundstück", false, "Das Grundstück wird verkauft."));
        as(test.clerk, () -> routing.putOnAgenda(paper, open, ConsultationRole.DECISION));
        as(test.clerk, () -> routing.putOnAgenda(secret, closed, ConsultationRole.DECISION));
        attach(PaperFiles.owner(paper), "Plan.pdf", true, TestPdfs.saying("Plan vom Brunnen"));
        attach(PaperFiles.owner(paper), "Angebot.pdf", false, TestPdfs.saying("Angebot der Firma"));
        attach(AgendaItemFiles.owner(closed), "Vertrag.pdf", true, TestPdfs.saying("Vertrag mit dem Käufer"));
    }

    @Test
    @DisplayName("holds everything for who may attend all of it, with their name on what is not public")
    void forMembers() throws Exception {
        convene();
        order();

        var text = text(own(test.councillor));

        assertThat(text)
                .contains("Der Marktbrunnen wird saniert.", "Plan vom Brunnen", "Angebot der Firma")
                .contains("Das Grundstück wird verkauft.", "Vertrag mit dem Käufer");
        assertThat(text).contains("Jonas Reuter").doesNotContain("Karla Wendt");
        assertThat(text(own(test.clerk))).contains("Karla Wendt").doesNotContain("Jonas Reuter");
    }

    @Test
    @DisplayName("holds what is public for everybody, and not a word more")
    void forThePublic() throws Exception {
        convene();
        order();

        for (var answer : new MockHttpServletResponse[] {
            read(get(PacketLinks.forEverybody(meeting))), own(test.stranger), own(test.committeeMember)
        }) {
            assertThat(text(answer))
                    .contains("Der Marktbrunnen wird saniert.", "Plan vom Brunnen")
                    .doesNotContain("Angebot", "Grundstück", "Vertrag", "N 1", "Reuter");
        }
    }

    @Test
    @DisplayName("is read whole and in stretches, and not again if it is known")
    void stretches() throws Exception {
        convene();
        order();

        var whole = own(test.councillor);
        var address = PacketLinks.own(meeting);
        assertThat(whole.getContentType()).isEqualTo("application/pdf");
        assertThat(whole.getHeader("Cache-Control")).contains("no-cache", "private");
        var bytes = whole.getContentAsByteArray();
        for (var from = 0; from < bytes.length; from += 1_777) {
            var to = Math.min(bytes.length - 1, from + 999);
            var range = "bytes=%d-%d".formatted(from, to);
            var part = as(test.councillor, () -> read(get(address).header("Range", range)));
            assertThat(part.getStatus()).isEqualTo(206);
            assertThat(part.getContentAsByteArray()).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, to + 1));
        }
        var tag = whole.getHeader("ETag");
        assertThat(as(test.councillor, () -> read(get(address).header("If-None-Match", tag)))
                        .getStatus())
                .isEqualTo(304);
        assertThat(own(test.clerk).getHeader("ETag")).isNotEqualTo(tag);
    }

    @Test
    @DisplayName("of a meeting that was not convened is read by nobody but who prepares it")
    void notConvened() throws Exception {
        order();

        assertThat(text(own(test.clerk))).contains("Vertrag mit dem Käufer");
        assertNothing(test.councillor, test.stranger, test.committeeMember, test.committeeClerk);
    }

    @Test
    @DisplayName("of an organization that meets in private is not for the public nor for other members")
    void privateOrganization() throws Exception {
        test.asSystem(() -> {
            context.getBean(OrganizationAdministration.class)
                    .adoptRules(test.council, RulesOfProcedure.ASSOCIATION, LocalDate.now(TestCouncil.ZONE));
            return true;
        });
        var guest =
                new SignedIn(AccountId.next(), test.asSystem(() -> TestCouncil.guest(test.council, context)), "Gast");
        convene();
        order();

        assertThat(text(own(guest)))
                .contains("Der Marktbrunnen wird saniert.", "Plan vom Brunnen")
                .doesNotContain("Angebot", "Grundstück", "Vertrag", "N 1");
        assertThat(text(own(test.councillor))).contains("Vertrag mit dem Käufer");
        assertNothing(test.stranger, test.committeeMember, test.committeeClerk);
    }

    @Test
    @DisplayName("is whole for a substitute who is called, and the public one for any other, whatever their period")
    void substitute() throws Exception {
        var today = LocalDate.now(TestCouncil.ZONE);
        var now = substitute(today.minusDays(1), null);
        var uncalled = substitute(today.minusDays(1), null);
        var before = substitute(today.plusDays(2), null);
        var after = substitute(today.minusDays(9), today.minusDays(2));
        convene();
        test.asSystem(() -> {
            context.getBean(Substitutes.class).call(meeting, now.person());
            return true;
        });
        order();

        assertThat(text(own(now))).contains("Vertrag mit dem Käufer");
        for (var other : new SignedIn[] {before, after, uncalled}) {
            assertThat(text(own(other))).contains("Plan vom Brunnen").doesNotContain("Vertrag", "Angebot", "N 1");
        }
    }

    @Test
    @DisplayName(
            "shows its state and its problems to nobody who may not see the meeting, and is ordered by its secretariat only")
    void state() {
        order();

        assertThat(as(test.clerk, () -> packets.mine(meeting))).isPresent();
        for (var other : new SignedIn[] {test.councillor, test.stranger, test.committeeClerk}) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> as(other, () -> packets.mine(meeting)));
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> as(other, () -> packets.order(meeting)));
        }
        convene();
        for (var other : new SignedIn[] {test.councillor, test.stranger, test.committeeClerk}) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(other, () -> packets.order(meeting)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> as(other, () -> packets.all(meeting)));
        }
    }

    @Test
    @DisplayName("is not handed out once something was taken back, until it is bound anew")
    void outOfDate() throws Exception {
        convene();
        var item = test.asSystem(() -> context.getBean(Meetings.class).agenda(meeting))
                .getFirst();
        var file = as(
                test.clerk,
                () -> files.attach(
                        AgendaItemFiles.owner(item.id()),
                        NewFile.auxiliary("Irrtum.pdf", true),
                        new ByteArrayInputStream(TestPdfs.saying("Personalakte"))));
        order();
        var address = PacketLinks.forEverybody(meeting);
        assertThat(text(read(get(address)))).contains("Personalakte");

        as(test.clerk, () -> files.setPublic(file.id(), false));

        assertThat(read(get(address)).getStatus()).isEqualTo(404);
        order();
        assertThat(text(read(get(address)))).doesNotContain("Personalakte");
    }

    @Test
    @DisplayName("is bound by itself once the meeting is convened, and again when something changed")
    void byItself() throws Exception {
        convene();
        assertThat(read(get(PacketLinks.forEverybody(meeting))).getStatus()).isEqualTo(404);

        lookAfterPackets();
        waitUntilBound();
        assertThat(text(own(test.councillor))).doesNotContain("Nachtrag");

        var item = test.asSystem(() -> context.getBean(Meetings.class).agenda(meeting))
                .getFirst();
        attach(AgendaItemFiles.owner(item.id()), "Nachtrag.pdf", true, TestPdfs.saying("Nachtrag zum Plan"));
        assertThat(own(test.councillor).getStatus()).isEqualTo(404);
        lookAfterPackets();
        waitUntilBound();
        assertThat(text(own(test.councillor))).contains("Nachtrag zum Plan");
    }

    @Test
    @DisplayName("holds what Word wrote as pages")
    void converted() throws Exception {
        var word = OfficeFiles.wordDocument(folder);
        var item = test.asSystem(() -> context.getBean(Meetings.class).agenda(meeting))
                .getFirst();
        attach(AgendaItemFiles.owner(item.id()), "Vermerk.docx", true, word);
        order();

        assertThat(text(own(test.clerk))).contains("Der Brunnen ist alt.", "Vermerk.docx");
        assertThat(as(test.clerk, () -> packets.mine(meeting)).orElseThrow().problems())
                .isEmpty();
    }

    @Test
    @DisplayName("holds the answer to an inquiry with its files once it is released, and nothing of it before")
    void answers() {
        var inquiry = test.released(new PaperContent(
                PaperType.INQUIRY,
                "Wie viele Bänke?",
                "Stadtrat",
                true,
                ResolutionProposal.EMPTY,
                "Wie viele Bänke stehen am Ufer?"));
        var item = test.itemOf(meeting, true);
        as(test.clerk, () -> routing.putOnAgenda(inquiry, item, ConsultationRole.HEARING));
        as(test.clerk, () -> answering.writeOn(inquiry, "", "Es sind zwölf."));
        attach(AnswerFiles.owner(inquiry), "Liste.pdf", true, TestPdfs.saying("Liste der Bänke"));
        convene();
        for (var audience : PacketAudience.values()) {
            assertThat(contents(audience)).contains("Wie viele Bänke").doesNotContain("Es sind zwölf", "Liste.pdf");
        }

        as(test.clerk, () -> answering.release(inquiry, 1));

        for (var audience : PacketAudience.values()) {
            assertThat(contents(audience)).containsSubsequence("Es sind zwölf", "Antwort", "Liste.pdf");
        }
    }

    @Test
    @DisplayName("says below each point who has to see to it, and until when")
    void duties() {
        var item = test.itemOf(meeting, true);
        var point = new ResolutionPoint(
                "", "Ein Plan wird vorgelegt.", List.of(), "Bauamt", DueDate.by(LocalDate.of(2027, 12, 31)), null);
        var paper = test.released(content("Plan", true, "Ein Plan.").with(new ResolutionProposal("", List.of(point))));
        as(test.clerk, () -> routing.putOnAgenda(paper, item, ConsultationRole.DECISION));
        convene();

        for (var audience : PacketAudience.values()) {
            assertThat(contents(audience))
                    .containsSubsequence("Ein Plan wird vorgelegt.", "Verantwortlich: Bauamt", "Frist: bis ", "2027");
        }
    }

    private String contents(PacketAudience audience) {
        return collection
                .collect(meeting, audience)
                .orElseThrow()
                .contents()
                .documents()
                .toString();
    }

    @Test
    @DisplayName("is not handed out once a virus was found in one of its files, and then says why that is missing")
    void infected() throws Exception {
        convene();
        var item = test.asSystem(() -> context.getBean(Meetings.class).agenda(meeting))
                .getFirst();
        attach(AgendaItemFiles.owner(item.id()), "Vermerk.docx", true, OfficeFiles.wordDocument(folder));
        var file = as(test.clerk, () -> files.list(AgendaItemFiles.owner(item.id())))
                .getFirst();
        order();
        var known = as(test.clerk, () -> files.find(file.id())).orElseThrow();
        var made = Objects.requireNonNull(
                test.asSystem(() -> renditions.order(known)).pdf());
        assertThat(spoken(own(test.councillor)))
                .as("two papers and the file say it")
                .isEqualTo(3);

        database.sql("update document_content set scan = 'INFECTED', finding = 'Eicar' where hash = ?")
                .param(file.hash())
                .update();
        context.getBean(PresentContents.class).forget();

        assertThat(own(test.councillor).getStatus()).isEqualTo(404);
        assertThat(read(get(PacketLinks.forEverybody(meeting))).getStatus()).isEqualTo(404);
        assertThat(test.asSystem(() -> renditions.order(known)).pdf())
                .as("by whoever knew the file before")
                .isNull();
        assertThatExceptionOfType(Refusal.class).isThrownBy(made::open).withMessage("document.refused.infected");
        order();
        assertThat(text(own(test.councillor))).contains("Vermerk.docx", "Schadprogramm");
        assertThat(spoken(own(test.councillor))).isEqualTo(2);
        assertThat(text(read(get(PacketLinks.forEverybody(meeting))))).doesNotContain("Vermerk.docx");
        assertThat(spoken(read(get(PacketLinks.forEverybody(meeting))))).isEqualTo(1);
    }

    private static int spoken(MockHttpServletResponse answer) throws IOException {
        return StringUtils.countOccurrencesOf(text(answer), "Der Brunnen ist alt.");
    }

    @Test
    @DisplayName("leaves nothing behind when it is bound, and lets go of the one before it")
    void noLitter() throws Exception {
        convene();
        order();
        var before = as(test.councillor, () -> packets.mine(meeting)).orElseThrow();
        var item = test.asSystem(() -> context.getBean(Meetings.class).agenda(meeting))
                .getFirst();
        var hash = hash(before.id());
        attach(AgendaItemFiles.owner(item.id()), "Neu.pdf", true, TestPdfs.saying("Neu"));
        order();

        assertThat(settings.data().resolve("packets").resolve(before.id().toString()))
                .doesNotExist();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> database.sql("select count(*) from document_content_part where hash = ?")
                                .param(hash)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private String hash(PacketId packet) {
        return database.sql("select hash from packet_packet where id = ?")
                .param(packet.value())
                .query(String.class)
                .single();
    }

    private SignedIn substitute(LocalDate from, LocalDate to) {
        PersonId person = TestCouncil.person(context);
        test.asSystem(() -> context.getBean(MembershipAdministration.class)
                .appointSubstitute(test.council, person, test.city.members().get(3), from, to));
        return new SignedIn(AccountId.next(), person, "Vertretung");
    }

    private void convene() {
        test.convene(meeting);
        context.getBean(PresentContents.class).forget();
    }

    private void order() {
        as(test.clerk, () -> packets.order(meeting));
        waitUntilBound();
    }

    private void lookAfterPackets() {
        test.asSystem(() -> {
            upkeep.look();
            return true;
        });
    }

    private void waitUntilBound() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(as(test.clerk, () -> packets.all(meeting)))
                        .isNotEmpty()
                        .allSatisfy(
                                it -> assertThat(it.isReady()).as(it.toString()).isTrue()));
    }

    private void assertNothing(SignedIn... others) throws Exception {
        assertThat(read(get(PacketLinks.forEverybody(meeting))).getStatus()).isEqualTo(404);
        assertThat(read(get(PacketLinks.own(meeting))).getStatus()).isEqualTo(404);
        for (var other : others) {
            assertThat(own(other).getStatus()).as(other.name()).isEqualTo(404);
            assertThat(as(other, () -> read(get(PacketLinks.forEverybody(meeting))))
                            .getStatus())
                    .as(other.name())
                    .isEqualTo(404);
        }
    }

    private void attach(FileOwner owner, String name, boolean isPublic, byte[] content) {
        as(test.clerk, () -> files.attach(owner, name, isPublic, new ByteArrayInputStream(content)));
    }

    private MockHttpServletResponse own(SignedIn who) {
        return as(who, () -> read(get(PacketLinks.own(meeting))));
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private MockHttpServletResponse read(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
