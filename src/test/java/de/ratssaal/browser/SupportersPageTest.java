package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.ratssaal.paper.TestPapers.as;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.Acting;
import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperAuthor;
import de.ratssaal.paper.PaperBeginning;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperSigning;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.PaperWriting;
import de.ratssaal.paper.Places;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.rules.Backing;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SupportNeeded;
import de.ratssaal.rules.SupportRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Supporters, seen at the desk, on a member's telephone and on the page of a paper,")
class SupportersPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Councils councils;

    private static RulesOfProcedure threeForAMotion() {
        var source = new LegalSource("GeschO", "§ 8");
        var alone = new SupportNeeded(Backing.NONE, true, true, source);
        return TestRules.with(
                RulesOfProcedure.THUERINGEN,
                new SupportRule(new SupportNeeded(Backing.of(3), false, true, source), alone, alone, alone));
    }

    @Test
    @DisplayName("are too few: the desk says so, and the motion is not voted on")
    void tooFew() {
        var meeting = TestMeeting.open(5, 5, threeForAMotion(), context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var member =
                window("member", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        var gallery = window("gallery")
                .signIn(
                        accounts.of(List.of(TestCouncil.person(context)), PASSWORD)
                                .getFirst(),
                        PASSWORD)
                .open(room);
        Acting.as(
                meeting.member(2),
                () -> context.getBean(ProceduralMotions.class)
                        .move(MotionId.next(), meeting.id(), meeting.item(), MotionKind.DEFER, "Es fehlen Zahlen."));

        assertThat(member.page().getByText("es fehlen noch 2").first()).isVisible();
        member.button("Unterstützen: Vertagung").first().click();
        assertThat(chair.page().getByText("es fehlt noch 1").first()).isVisible();
        member.assertAccessible().assertFits().wholePage("support-missing-phone");
        chair.assertAccessible().assertFits().wholePage("support-missing-desk");
        chair.button("Fehlende Unterstützung feststellen: ").first().click();
        chair.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .or(chair.page().getByRole(AriaRole.DIALOG))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("Fehlende Unterstützung feststellen")
                                .setExact(true))
                .click();

        assertThat(member.button("Unterstützen: Vertagung")).hasCount(0);
        assertThat(chair.button("Fehlende Unterstützung feststellen: ")).hasCount(0);
        assertThat(chair.button("Abstimmung eröffnen").first()).isVisible();
        assertThat(gallery.page().getByText("nicht genügend unterstützt").first())
                .isVisible();
        chair.assertAccessible().assertFits().wholePage("support-missed-desk");
        member.assertAccessible().assertFits().wholePage("support-missed-phone");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("support-missed-desk-phone");
    }

    /** A released motion of one member that waits for the council. */
    private PaperId motion(TestPapers city, PersonId writer) {
        var writing = context.getBean(PaperWriting.class);
        var signing = context.getBean(PaperSigning.class);
        var paper = as(new SignedIn(AccountId.next(), writer, "Kim Test"), () -> {
            var id = context.getBean(PaperBeginning.class)
                    .begin(PaperType.MOTION, city.council, PaperAuthor.of(writer), "Bänke am Markt", true);
            var sheet = writing.open(id);
            var row = sheet.manuscript().rows().getFirst();
            writing.write(id, sheet.manuscript(), sheet.manuscript().with(Places.row(row), "Am Markt stehen Bänke."));
            if (signing.maySign(id)) {
                signing.sign(id, signing.revision(id));
            }
            writing.handIn(id);
            return id;
        });
        var drafting = context.getBean(PaperDrafting.class);
        as(city.clerk, () -> drafting.release(paper, drafting.workingCopy(paper).revision()));
        as(city.clerk, () -> context.getBean(PaperRouting.class).plan(paper, city.council, ConsultationRole.DECISION));
        return paper;
    }

    @Test
    @DisplayName(
            "of a paper are pressed by members and entered by the secretariat, until there are enough for an agenda")
    void ofAPaper() {
        var city = new TestPapers(context);
        var members = city.city.members();
        var page = "/app/papers/" + motion(city, members.get(2));
        var logins = accounts.of(members, PASSWORD);
        var member =
                window("member", Size.PHONE).signIn(logins.get(3), PASSWORD).open(page);
        var secretariat = window("secretariat").signIn("sekretariat").open(page);

        assertThat(member.page().getByText("es fehlt noch 1").first()).isVisible();
        member.assertAccessible().assertFits().wholePage("supporters-paper-phone");
        secretariat.assertAccessible().assertFits().wholePage("supporters-paper");
        member.button("Unterstützen").first().click();
        assertThat(member.page().getByText("Sie unterstützen das.")).isVisible();
        assertThat(secretariat.open(page).page().getByText("genügt").first()).isVisible();
        secretariat.page().getByText("Unterschriften auf Papier eintragen").click();
        var who = secretariat.field("Wer unterstützt es?");
        who.fill(councils.nameOf(members.get(4)).substring("Kim ".length()));
        secretariat.page().locator("vaadin-combo-box-item").first().click();
        secretariat.button("Unterstützung eintragen").click();
        assertThat(secretariat.page().getByText("Unterstützt von 3").first()).isVisible();
        secretariat.assertAccessible().assertFits().wholePage("supporters-paper-enough");
        member.button("Zurücknehmen").first().click();
        assertThat(member.button("Unterstützen").first()).isVisible();
        member.assertAccessible().assertFits().wholePage("supporters-paper-phone-back");
    }
}
