package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.rules.WeightRule;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Votes left to others and several votes, on the screens of chair, members and gallery,")
class CarriedVotesPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final LegalSource STATUTES = new LegalSource("Satzung", "§ 9");
    private static final RulesOfProcedure RULES = TestRules.with(
            RulesOfProcedure.THUERINGEN, new DelegationRule(1, false, STATUTES), new WeightRule(true, false, STATUTES));

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Councils councils;

    @Test
    @DisplayName("are left with one press, cast one by one, and counted by their number")
    void leftCastCounted() {
        var meeting = TestMeeting.weighted(4, RULES, context, 2, 1, 3, 1, 5);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var live = "/app/meetings/live/" + meeting.id();
        var absent = councils.nameOf(meeting.member(4));
        var holder = councils.nameOf(meeting.member(2));
        var atHome = window("the member at home", Size.PHONE)
                .signIn(logins.get(4), PASSWORD)
                .open(live);
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var phone = window("who carries the vote", Size.PHONE)
                .signIn(logins.get(2), PASSWORD)
                .open(live);
        var gallery = window("gallery")
                .signIn(accounts.of(List.of(meeting.invitedGuest()), PASSWORD).getFirst(), PASSWORD)
                .open(live);

        leaves(atHome, holder);
        assertThat(chair.page().locator(".rs-delegations")).containsText(absent + " → " + holder);
        assertThat(phone.page().locator(".rs-delegations")).containsText("Sie führen die Stimme von " + absent);
        chair.assertAccessible().assertFits().wholePage("delegation-desk");
        phone.assertAccessible().assertFits().wholePage("delegation-carried-phone");

        chair.field("Worüber wird abgestimmt?").fill("Beitrag erhöhen");
        chair.button("Abstimmung eröffnen").click();
        assertThat(phone.page().locator("rs-vote-pad")).hasCount(2);
        assertThat(phone.page().locator(".rs-ballot-for")).containsText("Im Namen von " + absent);
        assertThat(chair.page().getByText("Handzeichen werden nicht gezählt").first())
                .isVisible();
        phone.assertAccessible().assertFits().wholePage("delegation-two-ballots-phone");
        vote(phone, 0, "Nein");
        vote(phone, 1, "Ja");
        assertThat(phone.page().locator(".rs-vote-stored")).hasCount(2);
        assertThat(chair.page().locator(".rs-progress-text").first()).hasText("8 von 12 Stimmen sind abgegeben");
        chair.assertAccessible().assertFits().wholePage("delegation-vote-desk");
        phone.assertAccessible().assertFits().wholePage("delegation-stored-phone");

        chair.button("Abstimmung schließen").click();
        assertThat(gallery.page().locator(".rs-result").first()).containsText("Ja: 5, Nein: 3");
        gallery.page().getByText("Alle Stimmen nach Namen").first().click();
        assertThat(gallery.page().locator(".rs-voters")).containsText("5 Stimmen, abgegeben von " + holder);
        gallery.assertAccessible().assertFits().wholePage("delegation-result-gallery");
        phone.assertAccessible().assertFits().wholePage("delegation-result-phone");

        atHome.button("Ich nehme digital teil").click();
        assertThat(chair.page().locator(".rs-delegations")).containsText("Keine Stimme ist übertragen");
        assertThat(phone.page().locator(".rs-delegations")).isHidden();
    }

    private static void leaves(Window member, String holder) {
        assertThat(member.page().locator(".rs-delegations")).containsText("Können Sie nicht kommen?");
        member.assertAccessible().assertFits().wholePage("delegation-give-phone");
        var field = member.field("Wer sie führt");
        field.fill(holder.substring(holder.indexOf(' ') + 1));
        member.page().locator("vaadin-combo-box-item").first().click();
        member.button("Stimme übertragen").click();
        assertThat(member.page().locator(".rs-delegations")).containsText(holder + " führt Ihre Stimme");
        member.assertAccessible().assertFits().wholePage("delegation-given-phone");
    }

    private static void vote(Window window, int number, String choice) {
        var pad = window.page().locator("rs-vote-pad").nth(number);
        pad.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(choice))
                .click();
        pad.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stimme abgeben: " + choice))
                .click();
    }

    @Test
    @DisplayName("are nothing that a council's screens show")
    void notInACouncil() {
        var meeting = TestMeeting.open(4, 3, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var absent = window("the member at home", Size.PHONE)
                .signIn(logins.get(3), PASSWORD)
                .open("/app/meetings/live/" + meeting.id());
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());

        assertThat(chair.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abstimmung eröffnen")))
                .isVisible();
        assertThat(chair.page().getByText("Übertragene Stimmen")).isHidden();
        assertThat(absent.page().getByText("Übertragene Stimmen")).isHidden();
    }
}
