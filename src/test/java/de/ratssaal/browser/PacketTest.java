package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.document.Files;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.AgendaItemFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The packet on a meeting's page")
class PacketTest extends BrowserTest {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("is bound by the secretariat, who sees how far it is, and read by a member on a telephone")
    void boundAndRead() throws IOException {
        var meeting = access.asSystem("test", this::meeting);
        var secretariat = window("secretariat").signIn("sekretariat").open("/app/meetings/" + meeting);
        assertThat(secretariat.page().getByText("Es gibt noch keine Mappe.")).isVisible();

        secretariat.button("Mappe binden").click();

        assertThat(secretariat.page().locator(".rs-packet vaadin-progress-bar").first())
                .isVisible();
        assertThat(secretariat
                        .page()
                        .getByText("Die Mappe wird gebunden: Seite")
                        .first())
                .isVisible(PATIENTLY);
        assertThat(secretariat.link("Sitzungsmappe als PDF").first()).isVisible(PATIENTLY);
        assertThat(secretariat.page().locator(".rs-packet vaadin-progress-bar"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        secretariat.assertAccessible().wholePage("packet-secretariat");

        var member = window("member", Size.PHONE).signIn("mitglied1").open("/app/meetings/" + meeting);
        assertThat(member.link("Sitzungsmappe als PDF")).isVisible();
        member.assertAccessible().wholePage("packet-member");
        var address = member.link("Sitzungsmappe als PDF").getAttribute("href");
        var answer = member.page().request().get(member.page().url().replaceAll("(https?://[^/]+).*", "$1") + address);
        assertThat(answer.status()).isEqualTo(200);
        try (var packet = Loader.loadPDF(answer.body())) {
            assertThat(packet.getNumberOfPages()).isGreaterThan(2_000);
            var text = new PDFTextStripper();
            text.setStartPage(1);
            text.setEndPage(6);
            assertThat(text.getText(packet)).contains("Tagesordnung", "Seite 1 von 100");
        }
    }

    private MeetingId meeting() {
        var meeting = planning.plan(
                DemoCity.COUNCIL,
                new MeetingPlan(
                        "Sitzung mit Mappe",
                        MeetingMode.IN_PERSON,
                        clock.instant().plus(Duration.ofDays(40)),
                        null,
                        "Rathaus",
                        ""));
        var item = planning.addItem(meeting, null, true, "Haushaltssatzung");
        for (var number = 1; number <= 20; number++) {
            var texts = new String[100];
            Arrays.setAll(texts, page -> "Seite " + page);
            files.attach(
                    AgendaItemFiles.owner(item),
                    "Teil %d.pdf".formatted(number),
                    true,
                    new ByteArrayInputStream(TestPdfs.saying(texts)));
        }
        database.sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                .param(meeting.value())
                .update();
        return meeting;
    }
}
