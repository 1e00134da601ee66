package de.ratssaal.publication.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import de.ratssaal.IntegrationTest;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublishedThings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Import(PublishedThings.class)
@DisplayName("The public portal")
class PortalTest {

    @Autowired
    PublishedThings published;

    @Autowired
    PageCache cache;

    MockMvc browser;

    @BeforeEach
    void openBrowser(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(cache)
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/meetings",
                "/meetings/2026-10",
                "/decisions",
                "/organizations",
                "/search?q=Stadt",
                "/imprint",
                "/accessibility"
            })
    void everyPageIsThereInBothLanguagesWithoutCookies(String path) throws Exception {
        var german = read(path);
        var english = read(path.equals("/") ? "/en" : "/en" + path);

        for (var page : List.of(german, english)) {
            assertThat(page.getContentAsString())
                    .contains("<a href=\"" + path.split("\\?")[0], "<a href=\"/en")
                    .doesNotContain("href=\"true\"");
        }
        assertThat(german.getStatus()).isEqualTo(200);
        assertThat(german.getContentAsString())
                .contains("<html lang=\"de\"")
                .contains("Stadt Lindenau")
                .doesNotContain("??");
        assertThat(english.getStatus()).isEqualTo(200);
        assertThat(english.getContentAsString()).contains("<html lang=\"en\"").doesNotContain("??");
        assertThat(german.getHeaders("Set-Cookie")).isEmpty();
        assertThat(german.getHeader("Cache-Control")).contains("public").contains("max-age=10");
        assertThat(german.getHeader("ETag")).isNotBlank();
    }

    @Test
    void aMeetingIsShownWithTimePlaceAndAgenda() throws Exception {
        var meeting = council("12. Sitzung des Stadtrates", "Haushalt 2027 <script>");

        var german = read("/meetings/" + meeting.id()).getContentAsString();
        var english = read("/en/meetings/" + meeting.id()).getContentAsString();

        assertThat(german)
                .contains(
                        "12. Sitzung des Stadtrates", "Mittwoch, 14. Oktober 2026", "17:00 Uhr", "Rathaus, Großer Saal")
                .contains("Haushalt 2027 &lt;script&gt;");
        assertThat(english).contains("Wednesday").contains("14 October 2026").contains("Agenda");
    }

    @Test
    void aDecisionIsShownWithItsWordingAndHowMembersVoted() throws Exception {
        var meeting = council("Sitzung");
        var decision = published.decision(meeting, "Sichere Radwege", "Der Oberbürgermeister wird beauftragt.");

        var page = read("/decisions/" + decision.id()).getContentAsString();

        assertThat(page)
                .contains("mit Änderungen beschlossen", "Ja: 33", "Nein: 0", "Enthaltungen: 5", "Befangen: 0")
                .contains("Der Oberbürgermeister wird beauftragt.")
                .contains("Jonas Ackermann", "Dr. Karla Wendt", "fill=\"#3a8f4d\"")
                .doesNotContain("style=");
    }

    @Test
    void organizationsAndPersonsArePublic() throws Exception {
        var council = published.council();
        assertThat(read("/organizations/" + council.id()).getContentAsString())
                .contains("Stadtrat", "Fraktion Grünes Lindenau", "Ohne Fraktion", "Vorsitz");
        assertThat(read("/persons/" + council.members().getFirst().person()).getContentAsString())
                .contains("Dr. Karla Wendt", "Stadtrat");
    }

    @Test
    void whatIsNotPublishedAnswersLikeWhatDoesNotExist() throws Exception {
        var nothing = read("/meetings/" + UUID.randomUUID());

        assertThat(nothing.getStatus()).isEqualTo(404);
        for (var path : new String[] {
            "/decisions/" + UUID.randomUUID(),
            "/persons/" + UUID.randomUUID(),
            "/organizations/" + UUID.randomUUID(),
            "/organizations/" + council("Sitzung").id(),
            "/persons/nobody",
            "/meetings/------------------------------------",
            "/meetings/2026-13",
            "/wp-login.php",
            "/files/" + UUID.randomUUID()
        }) {
            var answer = read(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getContentAsString()).as(path).isEqualTo(nothing.getContentAsString());
            assertThat(answer.getHeader("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() throws Exception {
        var meeting = council("Sitzung");
        var first = read("/meetings/" + meeting.id());

        var second = read(get("/meetings/" + meeting.id()).header("If-None-Match", first.getHeader("ETag")));

        assertThat(second.getStatus()).isEqualTo(304);
        assertThat(second.getContentAsByteArray()).isEmpty();
        assertThat(second.getHeader("ETag")).isEqualTo(first.getHeader("ETag"));
        assertThat(second.getHeader("Cache-Control")).isEqualTo(first.getHeader("Cache-Control"));
        assertThat(read(get("/meetings/" + meeting.id()).header("If-None-Match", "\"other\""))
                        .getStatus())
                .isEqualTo(200);
        assertThat(read(get("/search?q=x")
                                .header("If-None-Match", read("/search?q=x").getHeader("ETag")))
                        .getStatus())
                .isEqualTo(304);
    }

    @Test
    void aRememberedPageIsTheSamePlainCompressedAndAsHead() throws Exception {
        var path = "/meetings/" + council("Sitzung").id();
        var first = read(path);
        var again = read(path);
        var compressed = read(get(path).header("Accept-Encoding", "br, gzip"));
        var head = read(head(path));

        assertThat(again.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
        assertThat(again.getContentType()).isEqualTo(first.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(compressed.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var unpacked = new java.util.zip.GZIPInputStream(
                new java.io.ByteArrayInputStream(compressed.getContentAsByteArray()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(first.getContentAsByteArray());
        }
        assertThat(head.getContentAsByteArray()).isEmpty();
        assertThat(head.getContentLength()).isEqualTo(first.getContentAsByteArray().length);
    }

    @Test
    void aChangeIsSeenSoonAndWhatIsWithdrawnIsGone() throws Exception {
        var meeting = council("Sitzung über das Freibad");
        var path = "/meetings/" + meeting.id();
        assertThat(read(path).getContentAsString()).contains("Freibad");

        published.meeting(meeting.id(), "Sitzung über die Schwimmhalle", meeting.startsAt());
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(read(path).getContentAsString()).contains("Schwimmhalle"));

        published.withdraw(meeting);
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(read(path).getStatus()).isEqualTo(404));
        assertThat(read("/search?q=Schwimmhalle").getContentAsString())
                .doesNotContain(meeting.id().toString());
    }

    @Test
    void searchFindsGermanWordsInAllTheirFormsAndMarksThem() throws Exception {
        var meeting = council("Sitzung", "Satzung über Straßenreinigungsgebühren");
        var decision = published.decision(meeting, "Neue Gebühr für Bäume", "Die Gebühren steigen. Der Baum bleibt.");

        assertThat(read("/search?q=Gebühren").getContentAsString())
                .contains(decision.id().toString())
                .contains("<mark>Gebühr</mark>");
        assertThat(read("/search?q=baum gebuhr").getContentAsString())
                .contains(decision.id().toString());
        assertThat(read("/search?q=Straßenreinigung").getContentAsString())
                .contains(meeting.id().toString());
        assertThat(read("/search?q=Hundesteuer").getContentAsString()).contains("Nichts gefunden");
        assertThat(read("/search?q=' | & !:* <b>").getStatus()).isEqualTo(200);
        assertThat(read("/search?q=").getStatus()).isEqualTo(200);
    }

    @Test
    void ofDecisionsTakenAtTheSameMomentNoneIsSkippedFromPageToPage() throws Exception {
        var meeting = council("Sitzung");
        var decided = java.util.stream.IntStream.range(0, 65)
                .mapToObj(it -> published
                        .decision(meeting, "Beschluss " + it, "Beschlossen.")
                        .id()
                        .toString())
                .toList();
        var link = java.util.regex.Pattern.compile("href=\"/decisions/([0-9a-f-]{36})\"");
        var older = java.util.regex.Pattern.compile("href=\"(/decisions\\?before=[^\"]+)\"");

        var shown = new java.util.ArrayList<String>();
        for (var path = "/decisions?before="; path != null; ) {
            var page = read(get(java.net.URI.create(path))).getContentAsString();
            link.matcher(page).results().map(it -> it.group(1)).distinct().forEach(shown::add);
            path = older.matcher(page)
                    .results()
                    .map(it -> it.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse(null);
        }

        assertThat(shown).containsAll(decided).doesNotHaveDuplicates();
        assertThat(read("/decisions?before=yesterday").getStatus()).isEqualTo(200);
        assertThat(read("/decisions?before=2026-10-14T15:00:00Z_nobody").getStatus())
                .isEqualTo(200);
    }

    @Test
    void theSitemapNamesWhatIsPublished() throws Exception {
        var meeting = council("Sitzung");
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() ->
                        assertThat(read("/sitemap.xml").getContentAsString()).contains("/meetings/" + meeting.id()));
    }

    private PublicMeeting council(String title, String... items) {
        return published.meeting(title, Instant.parse("2026-10-14T15:00:00Z"), items);
    }

    private MockHttpServletResponse read(String path) throws Exception {
        return read(get(path));
    }

    private MockHttpServletResponse read(MockHttpServletRequestBuilder request) throws Exception {
        var response = browser.perform(request).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
