package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import de.ratssaal.Acting;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.election.CountSheet;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.Elections;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.rules.Backing;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SupportNeeded;
import de.ratssaal.rules.SupportRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.TestMeeting;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("In English nothing on the screens of a meeting is German but what people wrote:")
class EnglishScreensTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String SOON = "{\"invitation\":{\"days\":4,\"urgentDays\":2}}";

    /** Written by people, or by a test as if they were; or the name of a language in itself. */
    private static final Set<String> WRITTEN =
            Set.of("Sitzung", "Digitalisierung", "Grundstück", "Saal", "Wortlaut", "Deutsch");

    /** What is read: texts, and what screen readers say instead. */
    private static final String READ = """
            () => {
              const found = new Set();
              const look = root => {
                for (const it of root.querySelectorAll('*')) {
                  if (['STYLE', 'SCRIPT'].includes(it.tagName)) continue;
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                    if (it.getAttribute(name)) found.add(it.getAttribute(name).trim());
                  }
                  for (const node of it.childNodes) {
                    if (node.nodeType === Node.TEXT_NODE && node.textContent.trim()) found.add(node.textContent.trim());
                  }
                  if (it.shadowRoot) look(it.shadowRoot);
                }
              };
              look(document.body);
              return [...found];
            }
            """;

    private static final Set<String> GERMAN = new HashSet<>();
    private static final List<Pattern> GERMAN_PATTERNS = new ArrayList<>();

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @BeforeAll
    static void read() {
        var english = texts("en");
        texts("de").forEach((key, text) -> {
            var german = text.toString().replace("''", "'");
            if (english.containsValue(text) || german.contains("choice") || WRITTEN.contains(german)) {
                return;
            }
            if (!german.contains("{")) {
                GERMAN.add(german);
            } else if (german.replaceAll("\\{[^}]*}", "")
                            .replaceAll("[^\\p{L}]", "")
                            .length()
                    > 9) {
                GERMAN_PATTERNS.add(Pattern.compile(Arrays.stream(german.split("\\{[^}]*}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+"))));
            }
        });
        GERMAN.removeAll(english.values());
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try (var file = Objects.requireNonNull(
                EnglishScreensTest.class.getResourceAsStream("/messages_%s.properties".formatted(language)))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private Window english(String name, Size size, String login, String path) {
        var window = window(name, size).signIn(login, PASSWORD);
        window.page()
                .context()
                .addCookies(List.of(new Cookie(ReaderLanguage.COOKIE, "en").setUrl(window.address("/"))));
        return window.open(path);
    }

    /** Looks at it on this screen and on a telephone. */
    private static void look(Window window, String picture) {
        window.settle().assertAccessible().assertFits().wholePage("en-" + picture);
        isEnglish(window, picture);
    }

    private static void lookOnBoth(Window desk, String picture) {
        look(desk, picture);
        desk.resize(Size.PHONE).assertAccessible().assertFits().wholePage("en-" + picture + "-phone");
        if (Window.takesPictures()) {
            desk.dark().wholePage("en-" + picture + "-phone-dark");
            desk.resize(Size.DESKTOP).wholePage("en-" + picture + "-dark");
            desk.light();
        }
        desk.resize(Size.DESKTOP);
    }

    private static void isEnglish(Window window, String picture) {
        var shown = ((List<?>) window.page().evaluate(READ))
                .stream().map(Object::toString).toList();
        Assertions.assertThat(shown).as("texts of %s", picture).hasSizeGreaterThan(20);
        Assertions.assertThat(shown)
                .as("German on %s", picture)
                .filteredOn(it -> GERMAN.contains(it)
                        || GERMAN_PATTERNS.stream()
                                .anyMatch(german -> german.matcher(it).matches()))
                .isEmpty();
    }

    private RulesOfProcedure rules() {
        var source = new LegalSource("Satzung", "§ 9");
        var three = new SupportNeeded(Backing.of(3), false, true, source);
        var alone = new SupportNeeded(Backing.NONE, true, true, source);
        return TestRules.with(
                RulesOfProcedure.of(Preset.NORDRHEIN_WESTFALEN, SOON),
                new DelegationRule(1, false, source),
                new SupportRule(three, alone, alone, alone));
    }

    @Test
    @DisplayName("desk with all its cards, room, gallery, votes left to others, support, ballot")
    void wholeWay() {
        var meeting = TestMeeting.open(7, 6, rules(), context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var live = "/app/meetings/live/" + meeting.id();
        var chair = english("chair", Size.DESKTOP, logins.getFirst(), "/app/meetings/desk/" + meeting.id());
        var member = english("member", Size.PHONE, logins.get(3), live);
        var absent = english("absent", Size.PHONE, logins.get(6), live);
        var guest = english(
                "gallery",
                Size.DESKTOP,
                accounts.of(List.of(meeting.invitedGuest()), PASSWORD).getFirst(),
                live);
        assertThat(chair.button("Open the vote").first()).isVisible();
        lookOnBoth(chair, "desk");
        look(member, "room-phone");
        look(absent, "delegation-give-phone");
        lookOnBoth(guest, "gallery");
        for (var card : chair.page().locator(".rs-folded vaadin-button").all()) {
            if (card.isVisible()) {
                card.click();
            }
        }
        lookOnBoth(chair, "desk-unfolded");

        var motion = MotionId.next();
        Acting.as(
                meeting.member(2),
                () -> context.getBean(ProceduralMotions.class)
                        .move(motion, meeting.id(), meeting.item(), MotionKind.DEFER, "Figures are missing."));
        assertThat(member.button("Support: ").first()).isVisible();
        look(member, "support-phone");
        lookOnBoth(chair, "support-desk");
        Acting.as(
                meeting.member(2),
                () -> context.getBean(ProceduralMotions.class).withdraw(motion));

        var poll = meeting.openPoll(meeting.item());
        Acting.as(
                meeting.chair(),
                () -> context.getBean(PollConduct.class)
                        .enterVote(poll, meeting.member(5), Choice.NO, UUID.randomUUID()));
        assertThat(member.page().locator("rs-vote-pad")).isVisible();
        look(member, "ballot-phone");
        lookOnBoth(chair, "vote-desk");
        lookOnBoth(guest, "vote-gallery");
        chair.button("Correct an entered vote").click();
        assertThat(chair.page().getByText("entered: No")).isVisible();
        lookOnBoth(chair, "vote-correction");
        var dialog = chair.page().getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(dialog).hasCount(0);

        for (var voter : List.of(1, 2, 3, 4)) {
            Acting.as(
                    meeting.member(voter),
                    () -> context.getBean(PollVoting.class)
                            .cast(poll, voter == 4 ? Choice.ABSTENTION : Choice.YES, UUID.randomUUID()));
        }
        assertThat(chair.button("Close the vote (5 of 6)")).isVisible();
        chair.button("Close the vote (5 of 6)").click();
        for (var window : List.of(chair, member, guest)) {
            assertThat(window.page().locator(".rs-result")).isVisible();
            assertThat(window.page().locator(".rs-taken-names").first()).isVisible();
        }
        lookOnBoth(chair, "result-desk");
        lookOnBoth(guest, "result-gallery");
        look(member, "result-phone");
    }

    @Test
    @DisplayName("an election from its candidates to who is elected")
    void election() {
        var meeting = TestMeeting.open(7, 7, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var live = "/app/meetings/live/" + meeting.id();
        var preparing = context.getBean(ElectionPreparing.class);
        var conduct = context.getBean(ElectionConduct.class);
        var election = Acting.as(meeting.chair(), () -> {
            var id = preparing.prepare(meeting.id(), meeting.item(), ElectionKind.PERSONS, "Saal", 1);
            preparing.nominate(id, "Alma Ahrens", meeting.member(1), "Die Linden", true, List.of());
            preparing.nominate(id, "Bruno Berger", meeting.member(2), "Bündnis Ufer", true, List.of());
            preparing.nameTellers(id, List.of(meeting.member(5), meeting.member(6)));
            return id;
        });
        var chair = english("chair", Size.DESKTOP, logins.getFirst(), "/app/meetings/desk/" + meeting.id());
        var teller = english("teller", Size.PHONE, logins.get(5), live);
        var guest = english(
                "gallery",
                Size.DESKTOP,
                accounts.of(List.of(meeting.invitedGuest()), PASSWORD).getFirst(),
                live);
        assertThat(chair.button("Close the list of candidates")).isVisible();
        lookOnBoth(chair, "election-candidates");
        chair.button("Close the list of candidates").click();
        chair.button("Open round 1").click();
        assertThat(chair.button("Close the urn")).isVisible();
        lookOnBoth(chair, "election-urn");
        lookOnBoth(guest, "election-urn-gallery");
        chair.button("Close the urn").click();
        assertThat(teller.button("Enter the count")).isVisible();
        look(teller, "election-count-phone");
        lookOnBoth(chair, "election-counting");

        var round = Acting.as(
                meeting.chair(),
                () -> context.getBean(Elections.class)
                        .election(election)
                        .currentRound()
                        .orElseThrow());
        var sheet = new CountSheet(
                7,
                1,
                0,
                0,
                Map.of(round.candidates().getFirst(), 4, round.candidates().getLast(), 2));
        for (var counts : List.of(5, 6)) {
            Acting.as(meeting.member(counts), () -> conduct.enterCount(round.id(), meeting.member(counts), sheet));
        }
        assertThat(chair.page().locator(".rs-election-candidates").getByText("counted"))
                .hasCount(2);
        chair.button("Announce the result").click();
        assertThat(guest.page().getByText("Alma Ahrens is elected").first()).isVisible();
        lookOnBoth(chair, "election-result");
        lookOnBoth(guest, "election-result-gallery");
        look(teller, "election-result-phone");
    }
}
