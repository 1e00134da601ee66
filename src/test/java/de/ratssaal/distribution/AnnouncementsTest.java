package de.ratssaal.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.ratssaal.IntegrationTest;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Channels;
import de.ratssaal.minutes.pdf.ArchivablePdf;
import de.ratssaal.organization.TestCouncil;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("R2: The public announcement, and letters on paper")
class AnnouncementsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Announcements announcements;

    @Autowired
    Channels channels;

    @Autowired
    Replies replies;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    JdbcClient database;

    MockMvc browser;

    @BeforeEach
    void openBrowser(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    @DisplayName("goes out with the invitation: time, place and public items, of the others no more than a number")
    void withTheInvitation() throws Exception {
        var test = TestInvitation.of(3, context);
        assertThat(announcements.published(test.meeting)).isEmpty();
        test.convene();

        var letter = announcements.published(test.meeting).orElseThrow().letter();

        assertThat(letter.toString())
                .contains("Eröffnung", "Rathaus, Großer Saal", "17:00", "N 1")
                .doesNotContain("Geheim");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(read("/meetings/" + test.meeting + "/announcement")
                                .getStatus())
                        .isEqualTo(200));
        var page = read("/meetings/" + test.meeting + "/announcement");
        assertThat(page.getContentAsString())
                .contains("Öffentliche Bekanntmachung", "Eröffnung", "N 1")
                .doesNotContain("Geheim", "style=", "??");
        assertThat(read("/meetings/" + test.meeting).getContentAsString())
                .contains("/meetings/" + test.meeting + "/announcement");
        var pdf = read("/meetings/" + test.meeting + "/announcement.pdf").getContentAsByteArray();
        assertThat(text(pdf)).contains("Eröffnung", "Seite 1 von 1").doesNotContain("Geheim");
        assertThat(ArchivablePdf.faultsByPdfA2a(pdf)).isEmpty();
        assertThat(ArchivablePdf.faultsByPdfUa1(pdf)).isEmpty();
    }

    @Test
    @DisplayName("is corrected by a new one, and the old one is kept for the secretariat")
    void corrected() throws Exception {
        var test = TestInvitation.of(3, context).convene();
        test.system(() -> test.planning().addItem(test.meeting, null, true, "Nachtrag"));
        assertThat(draft(test).differs()).isTrue();

        test.system(() -> announcements.publish(test.meeting));
        test.system(() -> announcements.publish(test.meeting));

        var draft = draft(test);
        assertThat(draft.differs()).isFalse();
        assertThat(draft.isInTime()).isTrue();
        assertThat(draft.published()).extracting(Announcement::number).containsExactly(2, 1);
        assertThat(announcements.published(test.meeting).orElseThrow().letter().toString())
                .contains("berichtigt", "Nachtrag");
        assertThat(text(test.system(() -> announcements.pages(test.meeting, 1))))
                .doesNotContain("Nachtrag");
    }

    @Test
    @DisplayName("is corrected at once when an announced item becomes non-public")
    void withheld() {
        var test = TestInvitation.of(3, context).convene();
        var item = test.system(() -> test.planning().addItem(test.meeting, null, true, "Doch vertraulich"));
        test.system(() -> announcements.publish(test.meeting));

        test.system(() -> test.planning().moveItem(test.meeting, item, null, false, 0));

        assertThat(announcements.published(test.meeting).orElseThrow().letter().toString())
                .doesNotContain("Doch vertraulich");
    }

    @Test
    @DisplayName("is corrected at once when an announced item is taken off and comes back as a non-public one")
    void takenBack() {
        var test = TestInvitation.of(3, context).convene();
        var item = test.system(() -> test.planning().addItem(test.meeting, null, true, "Kündigung Familie Wetz"));
        test.system(() -> announcements.publish(test.meeting));

        test.system(() -> test.planning().removeItem(test.meeting, item));
        test.system(() -> test.planning().addItem(test.meeting, null, false, "Kündigung Familie Wetz"));

        assertThat(announcements.published(test.meeting).orElseThrow().letter().toString())
                .contains("berichtigt")
                .doesNotContain("Wetz");
    }

    @Test
    @DisplayName("is corrected at once when an announced item is called something else")
    void renamed() {
        var test = TestInvitation.of(3, context).convene();
        var item = test.system(() -> test.planning().addItem(test.meeting, null, true, "Kündigung Familie Wetz"));
        test.system(() -> announcements.publish(test.meeting));

        test.system(() -> test.planning().renameItem(test.meeting, item, "Mietangelegenheit"));

        assertThat(announcements.published(test.meeting).orElseThrow().letter().toString())
                .contains("Mietangelegenheit")
                .doesNotContain("Wetz");
    }

    @Test
    @DisplayName("is corrected at once when the meeting is moved or goes to another place")
    void moved() {
        var test = TestInvitation.of(3, context).convene();

        test.system(() -> test.planning().replan(test.meeting, test.plan("Stadthalle", 22, 18)));

        assertThat(announcements.published(test.meeting).orElseThrow().letter().toString())
                .contains("berichtigt", "Stadthalle", "18:00")
                .doesNotContain("Rathaus, Großer Saal", "17:00");
        assertThat(draft(test).differs()).isFalse();
    }

    @Test
    @DisplayName(
            "A letter that has no address says so, and paper without an address is not agreed to in the database either")
    void withoutAddress() throws Exception {
        var test = TestInvitation.of(3, context);
        test.system(() -> channels.chooseDefault(test.council.body(), Channel.PRINT));
        test.convene();

        assertThat(text(read(test.chair(), DistributionLinks.letters(test.meeting))
                        .getContentAsByteArray()))
                .contains("Anschrift fehlt");
        assertThat(test.system(() -> channels.of(test.member(2))).lacksAddress())
                .isTrue();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql(
                                "insert into meeting_channel (person_id, channel, agreed_on, postal_address) values (?, 'PRINT', now(), '')")
                        .param(test.member(2).value())
                        .update());
    }

    @Test
    @DisplayName("is prepared by those who convene the meeting alone; for anybody else there are no letters")
    void intruders() throws Exception {
        var test = TestInvitation.of(4, context);
        PersonId guest = test.system(() -> TestCouncil.guest(test.council.council(), context));
        for (var person : List.of(guest, test.member(2))) {
            test.as(person, () -> {
                channels.choose(Channel.PRINT, "Am Markt 3\n99999 Lindenau");
                return true;
            });
        }
        test.convene();
        var letters = DistributionLinks.letters(test.meeting);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(test.member(3), () -> announcements.draft(test.meeting)));
        assertThat(read(letters).getStatus()).isEqualTo(404);
        assertThat(read(test.member(3), letters).getStatus()).isEqualTo(404);
        assertThat(read(test.member(3), DistributionLinks.preview(test.meeting)).getStatus())
                .isEqualTo(404);
        assertThat(read(test.member(3), DistributionLinks.announced(test.meeting, 1))
                        .getStatus())
                .isEqualTo(404);

        var printed = read(test.chair(), letters);
        assertThat(printed.getStatus()).isEqualTo(200);
        var whole = text(printed.getContentAsByteArray());
        assertThat(whole).contains("99999 Lindenau", TestInvitation.SECRET);
        assertThat(whole.split(TestInvitation.SECRET, -1))
                .as("in the member's letter, not in the guest's")
                .hasSize(2);
        assertThat(ArchivablePdf.faultsByPdfUa1(printed.getContentAsByteArray()))
                .isEmpty();
    }

    @Test
    @DisplayName("The link in a mail declines when it is pressed, not when it is opened, and shows nothing non-public")
    void declining() throws Exception {
        var test = TestInvitation.of(3, context).convene();
        var member = test.member(2);
        var address = "/" + test.system(() -> replies.address(test.meeting, member, 1));

        var page = read(address);

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("12. Sitzung", "Ich kann nicht teilnehmen")
                .doesNotContain("Geheim", "??");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(test.system(() -> attendance.excused(test.meeting))).isEmpty();

        var done =
                browser.perform(post(address).locale(Locale.GERMAN)).andReturn().getResponse();

        assertThat(done.getStatus()).isEqualTo(200);
        assertThat(done.getContentAsString()).contains("vermerkt");
        assertThat(test.system(() -> attendance.excused(test.meeting))).containsExactly(member);
        assertThat(browser.perform(post("/decline/nothing"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private AnnouncementDraft draft(TestInvitation test) {
        return test.system(() -> announcements.draft(test.meeting)).orElseThrow();
    }

    private MockHttpServletResponse read(String path) throws Exception {
        return browser.perform(get(path).locale(Locale.GERMAN)).andReturn().getResponse();
    }

    private MockHttpServletResponse read(PersonId person, String path) throws Exception {
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
}
