package de.ratssaal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ratssaal.Acting;
import de.ratssaal.amendment.AmendmentContent;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentWriting;
import de.ratssaal.amendment.Mover;
import de.ratssaal.calendar.CalendarFeeds;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.Files;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.NewMembership;
import de.ratssaal.organization.NewOrganization;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.packet.Packets;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A committee deliberates something in private. Each thing that is not public holds a word that stands nowhere else, and
 * nobody who is not entitled gets to read one of them, whichever way they try.
 */
@DisplayName("What is not public is found by nobody else: ")
class NotPublicTest extends BrowserTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String ITEM = "zanderglut";
    private static final String TITLE = "perlmuttfass";
    private static final String POINT = "quittenhelm";
    private static final String REASONS = "rauchkastell";
    private static final String FILE_NAME = "wolkenpfriem";
    private static final String FILE_TEXT = "ziegelfarn";
    private static final String ITEM_FILE = "moorlaterne";
    private static final String SIDE_FILE_NAME = "kupferdistel";
    private static final String SIDE_FILE_TEXT = "nebelzirkel";
    private static final String AMENDMENT = "harzkrone";
    private static final String DRAFT = "salzveilchen";
    private static final List<String> DELIBERATED_IN_PRIVATE = List.of(
            ITEM, TITLE, POINT, REASONS, FILE_NAME, FILE_TEXT, ITEM_FILE, SIDE_FILE_NAME, SIDE_FILE_TEXT, AMENDMENT);
    private static final List<String> SECRETS =
            Stream.concat(DELIBERATED_IN_PRIVATE.stream(), Stream.of(DRAFT)).toList();

    private static final PersonId MEMBER = DemoCity.councillor(1);
    private static final PersonId FORMER_SUBSTITUTE = DemoCity.councillor(15);
    private static final PersonId SUBSTITUTE = DemoCity.councillor(43);
    private static final PersonId GUEST = DemoCity.GUEST;

    private static final Pattern READER_ADDRESS = Pattern.compile("/api/reader/documents/[^\"]+");

    private static Scene scene;
    private static AmendmentId amendment;
    private static List<String> addresses;

    @Autowired
    Access access;

    @Autowired
    Councils councils;

    @Autowired
    OrganizationAdministration organizations;

    @Autowired
    MembershipAdministration memberships;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    AmendmentWriting amending;

    @Autowired
    Files files;

    @Autowired
    Packets packets;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void prepare() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        if (scene == null) {
            scene = access.asSystem("test", this::scene);
            amend();
            bind();
            addresses = addressesOfReader();
        }
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    @DisplayName("only a member of the committee reads it")
    void member() {
        var seen = everythingSeenBy("mitglied1");

        assertThat(DELIBERATED_IN_PRIVATE)
                .allSatisfy(word -> assertThat(seen.sourcesOf(word))
                        .as("where the member found " + word)
                        .isNotEmpty());
        assertThat(seen.sourcesOf(DRAFT)).isEmpty();
        assertThatTheLogKnowsNothing();
    }

    @Test
    @DisplayName("not by a member of another committee")
    void memberOfAnotherCommittee() {
        assertThatNothingIsSeenBy("mitglied3");
    }

    @Test
    @DisplayName("not by a substitute whose time is over")
    void substituteOutsideTheirTime() {
        assertThatNothingIsSeenBy("mitglied2");
    }

    @Test
    @DisplayName("not by a substitute who is not called")
    void substituteWhoIsNotCalled() {
        assertThatNothingIsSeenBy("mitglied5");
    }

    @Test
    @DisplayName("not by a guest of the committee")
    void guest() {
        assertThatNothingIsSeenBy("gast");
    }

    @Test
    @DisplayName("not by another office")
    void otherOffice() {
        assertThatNothingIsSeenBy("kaemmerei");
    }

    @Test
    @DisplayName("not by a visitor of the portal")
    void visitor() {
        var window = window("visitor");
        var seen = new Seen(window);
        for (var path : publicPaths()) {
            seen.fetch(window, path);
        }
        for (var path :
                Stream.concat(views().stream(), protectedFiles().stream()).toList()) {
            seen.fetch(window, path);
        }
        for (var path : List.of("/", "/meetings/" + scene.meeting(), "/papers/" + scene.openPaper())) {
            seen.read(window.open(path));
        }

        assertThatNoSecretIsAmong(seen);
        assertThat(seen.sourcesOf("lindenbank"))
                .as("the public paper beside it, which shows that the visitor looked in the right places")
                .isNotEmpty();
    }

    @Test
    @DisplayName("nothing of it is kept where the portal, mails and tasks of others are taken from")
    void tables() {
        for (var table : List.of("publication_entry", "notification_notice")) {
            assertThat(SECRETS)
                    .allSatisfy(word -> assertThat(rowsWith(table, word))
                            .as("%s in %s", word, table)
                            .isZero());
        }
    }

    private void assertThatNothingIsSeenBy(String login) {
        var seen = everythingSeenBy(login);

        assertThatNoSecretIsAmong(seen);
        assertThat(seen.sourcesOf("lindenbank"))
                .as("the public paper beside it, which shows that %s looked in the right places", login)
                .isNotEmpty();
        assertThatTheLogKnowsNothing();
    }

    private static void assertThatNoSecretIsAmong(Seen seen) {
        assertThat(SECRETS)
                .allSatisfy(word -> assertThat(seen.sourcesOf(word))
                        .as("where %s was seen", word)
                        .isEmpty());
    }

    private void assertThatTheLogKnowsNothing() {
        assertThat(List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(line -> SECRETS.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains));
    }

    private Seen everythingSeenBy(String login) {
        var window = window(login);
        var seen = new Seen(window);
        seen.read(window.signIn(login));
        for (var path : views()) {
            seen.read(window.go(path));
        }
        seen.read(window.open("/app/meetings/" + scene.meeting()));
        for (var path :
                Stream.concat(publicPaths().stream(), protectedFiles().stream()).toList()) {
            seen.fetch(window, path);
        }
        readFeed(login, window, seen);
        return seen;
    }

    private void readFeed(String login, Window window, Seen seen) {
        var who = database.sql("select id, person_id, name from identity_account where login = ?")
                .param(login)
                .query((row, number) -> new SignedIn(
                        new AccountId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name")))
                .single();
        var feed = TestPapers.as(who, () -> feeds.make(null, "Kalender"));
        seen.fetch(window, feed.address().getPath());
        TestPapers.as(who, () -> feeds.end(feed.id()));
    }

    /** Every address of the members' application at which one of the things could show. */
    private List<String> views() {
        var paths = new ArrayList<>(List.of(
                "/app",
                "/app/meetings",
                "/app/calendar",
                "/app/papers",
                "/app/tasks",
                "/app/organizations",
                "/app/organizations/" + scene.committee(),
                "/app/meetings/" + scene.meeting(),
                "/app/meetings/live/" + scene.meeting(),
                "/app/meetings/desk/" + scene.meeting(),
                "/app/meetings/invitation/" + scene.meeting(),
                "/app/meetings/minutes/" + scene.meeting(),
                "/app/search?q=Verkauf",
                "/app/papers/" + scene.openPaper(),
                "/app/amendments/item/" + scene.item(),
                "/app/amendments/" + amendment,
                "/app/amendments/" + amendment + "/edit"));
        for (var paper : List.of(scene.paper(), scene.draft())) {
            paths.addAll(List.of(
                    "/app/papers/" + paper,
                    "/app/papers/" + paper + "/edit",
                    "/app/papers/" + paper + "/compare",
                    "/app/amendments/new/" + paper));
        }
        for (var word : List.of(ITEM, TITLE, FILE_TEXT, DRAFT)) {
            paths.add("/app/papers?text=" + lure(word));
            paths.add("/app/search?q=" + lure(word));
        }
        scene.files().forEach(file -> paths.add("/app/redact/" + file));
        return paths;
    }

    private List<String> protectedFiles() {
        var paths = new ArrayList<>(List.of(
                "/files/packets/%s/own.pdf".formatted(scene.meeting()),
                "/api/minutes/%s/whole.pdf".formatted(scene.meeting()),
                "/api/minutes/%s/draft.pdf".formatted(scene.meeting()),
                "/api/reader/meetings",
                "/api/reader/meetings/" + scene.meeting(),
                "/api/reader/marks?meeting=" + scene.meeting(),
                "/files/letters/%s/1.pdf".formatted(scene.meeting()),
                "/files/announcements/%s/1.pdf".formatted(scene.meeting()),
                "/files/announcements/%s/draft.pdf".formatted(scene.meeting()),
                "/files/amendments/%s.pdf".formatted(scene.paper())));
        paths.addAll(addresses);
        scene.files().forEach(file -> paths.add("/files/" + file));
        return paths;
    }

    private List<String> publicPaths() {
        var paths = new ArrayList<>(List.of(
                "/meetings",
                "/meetings/" + scene.meeting(),
                "/meetings/%s/announcement".formatted(scene.meeting()),
                "/meetings/%s/announcement.pdf".formatted(scene.meeting()),
                "/papers",
                "/papers/" + scene.paper(),
                "/papers/" + scene.draft(),
                "/papers/" + scene.openPaper(),
                "/decisions",
                "/organizations/" + scene.committee(),
                "/persons/" + MEMBER,
                "/sitemap.xml",
                "/files/packets/%s/public.pdf".formatted(scene.meeting())));
        SECRETS.forEach(word -> paths.add("/search?q=" + lure(word)));
        return paths;
    }

    /** What is looked for: the page shows what was typed in, which proves nothing. */
    private static String lure(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    private static String hidden(String word) {
        return word + " " + lure(word);
    }

    private long rowsWith(String table, String word) {
        return database.sql("select count(*) from %s as it where it::text ilike ?".formatted(table))
                .param("%" + word + "%")
                .query(Long.class)
                .single();
    }

    private Scene scene() {
        var mark = UUID.randomUUID().toString().substring(0, 6);
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var committee = OrganizationId.next();
        organizations.create(
                committee,
                new NewOrganization(
                        DemoCity.BODY,
                        "Grundstücksausschuss " + mark,
                        "GrA " + mark,
                        Classification.COMMITTEE,
                        3,
                        null,
                        councils.rules(DemoCity.BUILDING_COMMITTEE)));
        memberships.begin(NewMembership.voting(committee, MEMBER, MembershipRole.CHAIR, today.minusYears(1)));
        memberships.begin(
                NewMembership.voting(committee, DemoCity.councillor(36), MembershipRole.MEMBER, today.minusYears(1)));
        memberships.begin(
                new NewMembership(committee, GUEST, MembershipRole.GUEST, false, 0, today.minusYears(1), null));
        memberships.appointSubstitute(
                committee, FORMER_SUBSTITUTE, DemoCity.councillor(36), today.minusYears(1), today.minusDays(1));
        memberships.appointSubstitute(committee, SUBSTITUTE, DemoCity.councillor(36), today.minusYears(1), null);
        var meeting = planning.plan(
                committee,
                new MeetingPlan(
                        "Grundstücksausschuss",
                        MeetingMode.IN_PERSON,
                        clock.instant().plus(Duration.ofDays(40)),
                        null,
                        "Rathaus",
                        ""));
        var open = planning.addItem(meeting, null, true, "Bänke");
        var item = planning.addItem(meeting, null, false, hidden(ITEM));
        var found = new ArrayList<UUID>();

        var openPaper = released(committee, "Neue lindenbank", true, "Eine Bank wird aufgestellt.", "Sie fehlt.");
        found.add(attach(PaperFiles.owner(openPaper), hidden(SIDE_FILE_NAME), hidden(SIDE_FILE_TEXT)));
        routing.putOnAgenda(openPaper, open, ConsultationRole.DECISION);

        var paper = released(committee, hidden(TITLE), false, hidden(POINT), hidden(REASONS));
        found.add(attach(PaperFiles.owner(paper), hidden(FILE_NAME), hidden(FILE_TEXT)));
        routing.putOnAgenda(paper, item, ConsultationRole.DECISION);
        found.add(attach(AgendaItemFiles.owner(item), "Lageplan", hidden(ITEM_FILE)));
        var draft = drafting.draft(committee, TestPapers.content(hidden(DRAFT), true, "Es wird geplant."));

        invitations.send(meeting, false);
        packets.order(meeting);
        return new Scene(committee, meeting, item, openPaper, paper, draft, found);
    }

    /** Where a member reads each document in the reader: whoever has the addresses has no right with them. */
    private List<String> addressesOfReader() {
        var member = window("member who passes addresses on").signIn("mitglied1");
        var contents = member.page()
                .request()
                .get(member.address("/api/reader/meetings/" + scene.meeting()))
                .text();
        var found = READER_ADDRESS
                .matcher(contents)
                .results()
                .map(MatchResult::group)
                .toList();
        return found.stream()
                .flatMap(it -> Stream.of(it, it.replace("?", "/text?")))
                .toList();
    }

    private void amend() {
        var paper = scene.paper();
        amendment = Acting.as(MEMBER, () -> {
            var id = amending.draft(
                    paper,
                    new AmendmentContent(
                            hidden(AMENDMENT),
                            Mover.member(MEMBER, councils.nameOf(MEMBER)),
                            shelf.versions(paper).getFirst().number(),
                            new ResolutionProposal("", List.of(ResolutionPoint.of("", "Verkauft wird nichts."))),
                            ""));
            amending.submit(id);
            return id;
        });
    }

    private void bind() {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        Acting.as(MEMBER, () -> packets.read(scene.meeting()).isPresent()));
    }

    private PaperId released(
            OrganizationId organization, String title, boolean isPublic, String point, String reasons) {
        var content = TestPapers.content(title, isPublic, point);
        var id = drafting.draft(
                organization,
                new PaperContent(content.type(), title, content.originator(), isPublic, content.proposal(), reasons));
        drafting.release(id, 1);
        return id;
    }

    private UUID attach(FileOwner owner, String name, String text) {
        return files.attach(owner, name + ".pdf", false, new ByteArrayInputStream(TestPdfs.saying(text)))
                .id()
                .value();
    }

    private record Scene(
            OrganizationId committee,
            MeetingId meeting,
            AgendaItemId item,
            PaperId openPaper,
            PaperId paper,
            PaperId draft,
            List<UUID> files) {}
}
