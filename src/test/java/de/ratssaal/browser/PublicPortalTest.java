package de.ratssaal.browser;

import de.ratssaal.publication.PublishedThings;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The public portal")
class PublicPortalTest extends BrowserTest {

    @Autowired
    PublishedThings published;

    @Test
    void isReadableByEverybodyOnDeskAndPhone() {
        var meeting = published.meeting(
                "12. Sitzung des Stadtrates",
                Instant.parse("2027-10-14T15:00:00Z"),
                "Sichere Radwege in der Innenstadt: Ausbau der Ringstraße und Grundstücksverkehrsgenehmigungsverordnung",
                "Haushaltssatzung 2028",
                "Verschiedenes");
        var decision = published.decision(
                meeting,
                "Sichere Radwege in der Innenstadt",
                "01 Der Oberbürgermeister wird beauftragt, den Ausbau der Ringstraße zu planen.\n\n02 Er berichtet im Hauptausschuss.");
        for (var size : new Size[] {Size.DESKTOP, Size.PHONE}) {
            var reader = window("reader", size);
            for (var page : new String[][] {
                {"home", "/"},
                {"meetings", "/meetings"},
                {"month", "/meetings/2027-10"},
                {"meeting", "/meetings/" + meeting.id()},
                {"decisions", "/decisions"},
                {"decision", "/decisions/" + decision.id()},
                {"organizations", "/organizations"},
                {"organization", "/organizations/" + published.council().id()},
                {
                    "person",
                    "/persons/" + published.council().members().getFirst().person()
                },
                {"search", "/search?q=Radwege"},
                {"imprint", "/en/imprint"},
                {"not-found", "/en/nothing"}
            }) {
                reader.open(page[1]);
                reader.assertFits();
                reader.wholePage("portal/%s-%d".formatted(page[0], size.width()));
                reader.assertAccessible();
            }
        }
    }
}
