package de.ratssaal.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.mail.MailFolder;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.notification.Enclosure;
import de.ratssaal.notification.Handover;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.LetterKind;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FolderPostOfficeTest {

    @Autowired
    MailComposition composition;

    @TempDir
    Path folder;

    @Test
    @DisplayName("In the demo a mail becomes one file that mail programs open, also when it is handed over twice")
    void aMailBecomesOneFile() throws Exception {
        var post = new FolderPostOffice(composition, new MailFolder(folder.resolve("mail")));
        var letter = letter("mira.falk@example.org");

        assertThat(post.hand(letter)).isEqualTo(new Handover.Accepted());
        assertThat(post.hand(letter)).isEqualTo(new Handover.Accepted());

        try (var files = Files.list(folder.resolve("mail"))) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactly("2026-03-18_invitation_mira.falk@example.org.eml");
        }
        try (var in = Files.newInputStream(
                folder.resolve("mail").resolve("2026-03-18_invitation_mira.falk@example.org.eml"))) {
            var mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(mail.getSubject()).isEqualTo("Einladung: 12. Sitzung am 18. März 2026");
            assertThat(mail.getAllRecipients()[0].toString()).contains("Mira Falk");
        }
    }

    @Test
    @DisplayName("An address that is none is refused")
    void anAddressThatIsNoneIsRefused() {
        assertThat(new FolderPostOffice(composition, new MailFolder(folder)).hand(letter("mira@@falk")))
                .isEqualTo(new Handover.Refused("notification.failure.wrong-address"));
    }

    private static Letter letter(String address) {
        var meeting = MeetingId.next();
        return new Letter(
                LetterKind.INVITATION,
                "<a@b.example>",
                address,
                "Mira Falk",
                Locale.GERMAN,
                new MeetingSummary(
                        meeting,
                        OrganizationId.next(),
                        "Stadtrat",
                        "12. Sitzung",
                        MeetingMode.IN_PERSON,
                        ZoneId.of("Europe/Berlin"),
                        Instant.parse("2026-03-18T16:00:00Z"),
                        null,
                        "Rathaus",
                        "",
                        MeetingState.CONVENED,
                        true,
                        false,
                        Instant.parse("2026-03-10T16:00:00Z"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        1),
                0,
                null,
                List.of(),
                Enclosure.NONE,
                null,
                List.of(),
                "",
                "Markt 1\n99999 Lindenau",
                URI.create("http://localhost/app/meetings/" + meeting));
    }
}
