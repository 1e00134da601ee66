package de.ratssaal.publication.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.minutes.RecordedMeeting;
import de.ratssaal.minutes.pdf.ArchivablePdf;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.publication.PublicRegister;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R11, R18: Of minutes the public reads")
class PublicMinutesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PublicRegister register;

    @Autowired
    MinutesBook book;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    MockMvc browser;

    @BeforeEach
    void openBrowser(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    private MockHttpServletResponse read(String path) throws Exception {
        return browser.perform(get(path)).andReturn().getResponse();
    }

    private MockHttpServletResponse readAs(PersonId person, String path) throws Exception {
        AccountPrincipal principal = () -> new SignedIn(AccountId.next(), person, "Erika Muster");
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, "", AuthorityUtils.NO_AUTHORITIES);
        return browser.perform(get(path).with(authentication(signedIn)))
                .andReturn()
                .getResponse();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("the public part, as a page and as PDF, from the meeting's page on; nothing of the non-public part")
    void thePublicPart() throws Exception {
        var meeting = RecordedMeeting.released(context);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> register.minutesOf(meeting.id()).isPresent());
        var minutes = register.minutesOf(meeting.id()).orElseThrow();

        var meetingPage = read("/meetings/" + meeting.id()).getContentAsString();
        var page = read("/minutes/" + minutes.id());
        var pdf = read("/minutes/" + minutes.id() + ".pdf");

        assertThat(meetingPage).contains("/minutes/" + minutes.id(), "/minutes/" + minutes.id() + ".pdf");
        assertThat(read("/sitemap.xml").getContentAsString()).contains("/minutes/" + minutes.id() + "<");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Öffentlicher Teil", "Sichere Radwege", "Ein Konzept.", "Mit Änderungen beschlossen")
                .contains("Ja: 3, Nein: 0, Enthaltungen: 1, Befangen: 0", "entschuldigt")
                .doesNotContain("??", "style=");
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        var printed = text(pdf.getContentAsByteArray());
        assertThat(printed).contains("Öffentliche Fassung", "Sichere Radwege", "Seite 1 von");
        assertThat(ArchivablePdf.faultsByPdfA2a(pdf.getContentAsByteArray())).isEmpty();
        var kept = database.sql("select coalesce(string_agg(title || text || body, ' '), '') from publication_entry")
                .query(String.class)
                .single();
        var raw = new String(pdf.getContentAsByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
        for (var secret : RecordedMeeting.SECRETS) {
            assertThat(printed).doesNotContainIgnoringCase(secret);
            assertThat(raw).doesNotContainIgnoringCase(secret);
            assertThat(page.getContentAsString()).doesNotContainIgnoringCase(secret);
            assertThat(meetingPage).doesNotContainIgnoringCase(secret);
            assertThat(kept).doesNotContainIgnoringCase(secret);
            assertThat(read("/search?q=" + secret).getContentAsString())
                    .doesNotContain("/minutes/" + minutes.id(), "/meetings/" + meeting.id());
        }
    }

    @Test
    @DisplayName("the PDF in stretches if they ask for that, and not again if they have it")
    void inStretches(@Autowired WebApplicationContext application, @Autowired PageCache cache) throws Exception {
        var meeting = RecordedMeeting.released(context);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> register.minutesOf(meeting.id()).isPresent());
        var path = "/minutes/" + register.minutesOf(meeting.id()).orElseThrow().id() + ".pdf";
        var behindCache = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(cache)
                .build();
        var whole = behindCache.perform(get(path)).andReturn().getResponse();

        var stretch = behindCache
                .perform(get(path).header("Range", "bytes=10-19"))
                .andReturn()
                .getResponse();
        var again = behindCache
                .perform(get(path).header("If-None-Match", whole.getHeader("ETag")))
                .andReturn()
                .getResponse();

        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(whole.getContentLength()).isEqualTo(whole.getContentAsByteArray().length);
        assertThat(stretch.getStatus()).isEqualTo(206);
        assertThat(stretch.getContentAsByteArray())
                .isEqualTo(java.util.Arrays.copyOfRange(whole.getContentAsByteArray(), 10, 20));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    @DisplayName("nothing before the release")
    void nothingBeforeTheRelease() throws Exception {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.close();
        var minutes = meeting.begin();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> register.meeting(meeting.id()).isPresent());

        assertThat(register.minutesOf(meeting.id())).isEmpty();
        assertThat(read("/minutes/" + minutes.id()).getStatus()).isEqualTo(404);
        assertThat(read("/minutes/" + minutes.id() + ".pdf").getStatus()).isEqualTo(404);
        assertThat(read("/meetings/" + meeting.id()).getContentAsString()).doesNotContain("/minutes/");
    }

    @Test
    @DisplayName("not the whole version, whatever address they guess; nor does a member of another committee")
    void guessedAddresses() throws Exception {
        var meeting = RecordedMeeting.released(context);
        var whole = access.asSystem("test", () -> book.whole(meeting.id())).orElseThrow();
        var committee = meeting.council().organization(Classification.COMMITTEE, 3, context);
        var outsider = TestCouncil.person(context);
        TestCouncil.join(committee, outsider, MembershipRole.MEMBER, context);
        var address = MinutesLinks.pdf(meeting.id());

        assertThat(read(address).getStatus()).isEqualTo(401);
        assertThat(read("/api/minutes/" + meeting.id() + "/draft.pdf").getStatus())
                .isEqualTo(401);
        assertThat(read("/files/" + whole.file()).getStatus()).isEqualTo(404);
        assertThat(readAs(outsider, address).getStatus()).isEqualTo(404);
        assertThat(readAs(outsider, "/files/" + whole.file()).getStatus()).isEqualTo(404);
        assertThat(readAs(outsider, MinutesLinks.draftPdf(meeting.id())).getStatus())
                .isEqualTo(403);
        var forOutsider = readAs(outsider, MinutesLinks.publicPdf(meeting.id()));
        assertThat(text(forOutsider.getContentAsByteArray())).contains("Öffentliche Fassung");
        var forMember = readAs(meeting.member(2), address);
        assertThat(forMember.getStatus()).isEqualTo(200);
        assertThat(text(forMember.getContentAsByteArray()))
                .contains("Nicht öffentlicher Teil", RecordedMeeting.SECRETS.getFirst());
    }
}
