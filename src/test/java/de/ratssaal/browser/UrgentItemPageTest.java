package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("R3: An item that nobody was told of in time, seen from the desk,")
class UrgentItemPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MeetingPlanning planning;

    @Test
    @DisplayName("has to be admitted first; what is missing is said, and then it is voted on")
    void admitted() {
        var added = new AtomicReference<AgendaItemId>();
        var meeting = TestMeeting.open(
                7,
                6,
                RulesOfProcedure.THUERINGEN,
                context,
                it -> added.set(planning.addItem(it.id(), null, true, "Nachtrag Straßenbau")));
        meeting.call(added.get());
        var login =
                accounts.of(meeting.council().members().subList(0, 1), PASSWORD).getFirst();
        var chair = window("chair").signIn(login, PASSWORD).open("/app/" + MeetingLinks.desk(meeting.id()));

        assertThat(chair.heading("Entweder: niemand widerspricht")).isVisible();
        assertThat(chair.button("Abstimmung eröffnen")).hasCount(0);
        chair.assertAccessible().assertFits().wholePage("desk-urgent");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("desk-urgent-phone");

        chair.button("Alle anwesend, niemand widerspricht").click();
        assertThat(chair.page()
                        .getByText("Es sind nicht alle Mitglieder anwesend: 6 von 7.")
                        .first())
                .isVisible();
        var votes = chair.page().locator(".rs-admission");
        votes.getByLabel("Ja").fill("5");
        votes.getByLabel("Nein").fill("1");
        chair.button("Dringlichkeit festhalten").click();
        assertThat(chair.button("Abstimmung eröffnen")).isVisible();
        assertThat(chair.heading("Entweder: niemand widerspricht")).hasCount(0);
    }
}
