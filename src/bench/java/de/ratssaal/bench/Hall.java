package de.ratssaal.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import de.ratssaal.MovableClock;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.browser.TestBrowser;
import de.ratssaal.document.Files;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.voting.TestMeeting;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running application with a council in an open meeting, everybody present and signed in.
 *
 * @param sessions what each one's browser keeps to be signed in: the chair's first, the other members', then the guests'
 */
record Hall(Program program, ConfigurableApplicationContext node, TestMeeting meeting, List<String> sessions)
        implements AutoCloseable {

    static Hall of(int members) throws Exception {
        return of(members, 0, List.of());
    }

    /**
     * @param guests people with an account who do not belong to the council
     * @param items titles of items of the agenda, beside the one that is before the meeting; a paper with a file lies on each
     */
    static Hall of(int members, int guests, List<String> items) throws Exception {
        var program = Program.start("--empty");
        var node = NodeWithoutPages.on(
                program.databaseAddress(), program.databasePassword(), program.documentsKey());
        node.getBean(MovableClock.class).putForwardTo(Instant.now().minus(Duration.ofDays(8)));
        var meeting = TestMeeting.open(members, members, it -> items.forEach(title -> addItem(it, title, node)), node);
        var accounts = node.getBean(TestAccounts.class);
        var people = Stream.concat(
                        meeting.council().members().stream(),
                        Stream.generate(PersonId::next).limit(guests))
                .toList();
        var logins = accounts.of(people, "ein langer Weg zum Rathaus");
        return new Hall(program, node, meeting, accounts.sessionsOf(logins));
    }

    private static void addItem(MeetingId meeting, String title, ApplicationContext node) {
        var council = node.getBean(Meetings.class).meeting(meeting).organization();
        var item = node.getBean(MeetingPlanning.class).addItem(meeting, null, true, title);
        var drafting = node.getBean(PaperDrafting.class);
        var paper = drafting.draft(
                council,
                TestPapers.content(
                        title,
                        true,
                        "Der Brunnen am Markt wird saniert.",
                        "Er bekommt Bänke.",
                        "Die Kosten von 40.000 Euro trägt der Haushalt."));
        drafting.release(paper, 1);
        node.getBean(PaperRouting.class).putOnAgenda(paper, item, ConsultationRole.DECISION);
        node.getBean(Files.class)
                .attach(
                        PaperFiles.owner(paper),
                        "Plan.txt",
                        true,
                        new ByteArrayInputStream(title.getBytes(StandardCharsets.UTF_8)));
    }

    Member member(int number) throws Exception {
        return new Member(program.address(), sessions.get(number));
    }

    /** A real browser's page in which a member is signed in; nothing is open yet. */
    Page browser(int number) throws Exception {
        BrowserContext context = TestBrowser.get().newContext();
        context.addCookies(List.of(new Cookie("ratssaal-session", sessions.get(number))
                .setDomain(program.address().getHost())
                .setPath("/")
                .setHttpOnly(true)));
        return context.newPage();
    }

    void open(Page page, String view) throws Exception {
        page.navigate(program.address() + "/app/meetings/" + view + "/" + meeting.id());
        page.waitForSelector(".rs-page h1");
    }

    @Override
    public void close() throws Exception {
        node.close();
        program.close();
    }
}
