package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.Acting;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonName;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.teller.TestTellers;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.Urns;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** A meeting in which a secret vote was obtained on the item, with people who have names and accounts, and tellers. */
record SecretVote(
        TestMeeting meeting,
        List<String> logins,
        List<PersonId> tellers,
        List<String> tellerLogins,
        ApplicationContext context) {

    static final String PASSWORD = "ein langer Weg zum Rathaus";
    static final String PASSPHRASE = "Morgen wird gezählt";

    private static final List<String> NAMES =
            List.of("Frieda Kesselring", "Emil Lindqvist", "Ada Yıldırım", "Jonas Reuter", "Mira Falkenhayn");
    private static final List<String> TELLERS = List.of("Uwe Sander", "Petra Nowak", "Karl Zimmer");
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    static SecretVote inMeeting(TestMeeting meeting, ApplicationContext context, TestAccounts accounts) {
        var members = meeting.council().members();
        IntStream.range(0, members.size()).forEach(it -> rename(members.get(it), NAMES.get(it), context));
        var council = meeting.council().council();
        var tellers = Stream.generate(() -> TestCouncil.guest(council, context))
                .limit(TELLERS.size())
                .toList();
        IntStream.range(0, tellers.size()).forEach(it -> rename(tellers.get(it), TELLERS.get(it), context));
        var vote = new SecretVote(
                meeting, accounts.of(members, PASSWORD), tellers, accounts.of(tellers, PASSWORD), context);
        vote.demandSecrecy();
        return vote;
    }

    private static void rename(PersonId person, String name, ApplicationContext context) {
        var parts = name.split(" ", 2);
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(PersonAdministration.class)
                                .change(person, new PersonDetails(new PersonName("", parts[0], parts[1]), null, null)));
    }

    private void demandSecrecy() {
        var motions = context.getBean(ProceduralMotions.class);
        var motion = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(
                meeting.chair(),
                () -> motions.countAsking(
                        motion,
                        meeting.attendance()
                                .entitled(meeting.id(), meeting.item())
                                .size()));
    }

    String name(int member) {
        return NAMES.get(member);
    }

    /** Of three tellers two decrypt. A ceremony is begun. */
    void nameTellers() {
        TestTellers.named(meeting.council().council(), tellers, 2, context);
    }

    /** A key whose shares are in no browser. */
    void haveAKey() {
        TestTellers.ready(meeting.council().council(), tellers, 2, context);
    }

    /** Each teller in a window of their own, at the tellers' page. */
    static void makeTheKey(List<Window> tellers) {
        tellers.forEach(it -> {
            it.page().getByLabel("Passphrase", exactly()).fill(PASSPHRASE);
            it.page().getByLabel("Noch einmal", exactly()).fill(PASSPHRASE);
            it.button("Mit Passphrase beginnen").click();
        });
        tellers.forEach(it -> assertThat(digits(it)).isVisible(PATIENTLY));
        tellers.forEach(it -> it.button("Bei allen gleich").click());
        tellers.forEach(it -> assertThat(it.page().getByText("Ihr Anteil ist auf diesem Gerät und einsatzbereit."))
                .isVisible(PATIENTLY));
    }

    private static Locator digits(Window teller) {
        return teller.page().locator(".rs-teller-digits");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    UrnSummary urn() {
        return Acting.as(
                meeting.chair(),
                () -> context.getBean(Urns.class).of(meeting.id()).getLast());
    }

    SecretPollId poll() {
        return urn().poll();
    }
}
