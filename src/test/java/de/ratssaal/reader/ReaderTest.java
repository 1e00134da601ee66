package de.ratssaal.reader;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.TestPapers;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("The reader shows documents")
class ReaderTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Files files;

    @Autowired
    PaperRouting routing;

    MockMvc browser;
    TestPapers test;
    MeetingId meeting;
    AgendaItemId closed;
    PaperId paper;
    PaperId secret;
    FileId plan;
    FileId offer;
    FileId contract;

    @BeforeEach
    void aMeetingWithPapersAndFiles(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        test = new TestPapers(context);
        meeting = test.meetingOf(test.council);
        var open = test.itemOf(meeting, true);
        closed = test.itemOf(meeting, false);
        paper = test.released(content("Marktbrunnen", true, "Der Marktbrunnen wird saniert."));
        secret = test.released(content("Grundstück", false, "Das Grundstück wird verkauft."));
        as(test.clerk, () -> routing.putOnAgenda(paper, open, ConsultationRole.DECISION));
        as(test.clerk, () -> routing.putOnAgenda(secret, closed, ConsultationRole.DECISION));
        plan = attach(PaperFiles.owner(paper), "Plan.pdf", true, TestPdfs.saying("Plan vom Brunnen", "Seite zwei"));
        offer = attach(PaperFiles.owner(paper), "Angebot.pdf", false, TestPdfs.saying("Angebot der Firma"));
        contract =
                attach(AgendaItemFiles.owner(closed), "Vertrag.pdf", true, TestPdfs.saying("Vertrag mit dem Käufer"));
        test.convene(meeting);
    }

    @Test
    @DisplayName("by item, in the order of the packet, to who may attend all of the meeting")
    void listed() {
        var answer = as(test.councillor, () -> read(get("/api/reader/meetings/" + meeting)));

        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(this.<List<String>>json(answer, "$.items[*].documents[*].id"))
                .containsExactly(ids(paper.value(), plan.value(), offer.value(), contract.value(), secret.value()));
        assertThat(this.<List<String>>json(answer, "$.items[*].number")).containsExactly("Ö 1", "N 1");
        assertThat(this.<List<Boolean>>json(answer, "$.items[*].documents[*].nonPublic"))
                .containsExactly(false, false, true, true, true);
        assertThat(this.<List<Boolean>>json(answer, "$.items[*].documents[*].new"))
                .containsOnly(true);
        assertThat(this.<List<String>>json(as(test.councillor, () -> read(get("/api/reader/meetings"))), "$[*].id"))
                .containsExactly(meeting.toString());
    }

    @Test
    @DisplayName("without a word of what is not public to members of other committees, and of other cities")
    void publicPart() {
        for (var other : new SignedIn[] {test.committeeMember, test.committeeClerk, test.stranger}) {
            var answer = as(other, () -> read(get("/api/reader/meetings/" + meeting)));
            assertThat(this.<List<String>>json(answer, "$.items[*].documents[*].id"))
                    .as(other.name())
                    .containsExactly(ids(paper.value(), plan.value()));
            assertThat(text(answer)).doesNotContain("Grundstück", "Angebot", "Vertrag", "N 1");
        }
    }

    @Test
    @DisplayName("and says whether they are those of the whole meeting, of which devices have to tell")
    void whole() {
        var guest =
                new SignedIn(AccountId.next(), test.asSystem(() -> TestCouncil.guest(test.council, context)), "Gast");
        for (var attending : new SignedIn[] {test.councillor, test.clerk}) {
            assertThat(isWhole(attending)).as(attending.name()).isTrue();
        }
        for (var other : new SignedIn[] {test.committeeMember, test.committeeClerk, test.stranger, guest}) {
            assertThat(isWhole(other)).as(other.name()).isFalse();
        }
    }

    private boolean isWhole(SignedIn who) {
        return this.<Boolean>json(as(who, () -> read(get("/api/reader/meetings/" + meeting))), "$.whole");
    }

    @Test
    @DisplayName("and refuses what a device sends that cannot be, while it saves what is beside it")
    void malformed() {
        var mark = """
                {"id":"%s","act":"MARK","mark":"%s","document":"%s","fingerprint":"%s","page":1,"kind":"HIGHLIGHT",\
                "colour":"RED","places":%s,"quote":"Brunnen\\u0000am Markt"}""";
        var fingerprint = "ab".repeat(32);
        var sent = List.of(
                mark.formatted(UUID.randomUUID(), UUID.randomUUID(), plan, fingerprint, "[[1,2,3,4]]"),
                mark.formatted(UUID.randomUUID(), UUID.randomUUID(), plan, fingerprint, "[[null,2,3,4]]"),
                mark.formatted(UUID.randomUUID(), UUID.randomUUID(), plan, fingerprint, "[null]"),
                """
                {"id":"%s","act":null}""".formatted(UUID.randomUUID()),
                """
                {"id":"%s","act":"TEXT","mark":"%s","text":"x","replaces":[null]}""".formatted(UUID.randomUUID(), UUID.randomUUID()),
                mark.formatted(UUID.randomUUID(), UUID.randomUUID(), plan, fingerprint, "[[4,3,2,1]]"));

        assertThat(this.<List<String>>json(send(sent), "$.outcomes[*].outcome"))
                .containsExactly("DONE", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "DONE");

        assertThat(this.<List<String>>json(
                        as(test.councillor, () -> read(get("/api/reader/marks?meeting=" + meeting))), "$.own[*].quote"))
                .containsExactly("Brunnen am Markt", "Brunnen am Markt");
        assertThat(send(List.of("{\"act\":\"READ\"}")).getStatus()).isEqualTo(400);
    }

    private MockHttpServletResponse send(List<String> operations) {
        return as(
                test.councillor,
                () -> read(post("/api/reader/marks?meeting=" + meeting)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"operations\":[%s]}".formatted(String.join(",", operations)))));
    }

    @Test
    @DisplayName("by their addresses only to who may read them: each non-public one is unknown to everybody else")
    void addresses() throws IOException {
        var today = LocalDate.now(TestCouncil.ZONE);
        var known = documents(test.councillor);
        var others = new SignedIn[] {
            test.committeeMember,
            test.committeeClerk,
            test.stranger,
            substitute(today.plusDays(2), null),
            substitute(today.minusDays(1), today.plusDays(1)), // and not called
            substitute(today.minusDays(9), today.minusDays(2)),
            new SignedIn(AccountId.next(), test.asSystem(() -> TestCouncil.guest(test.council, context)), "Gast")
        };
        for (var id : List.of(offer.value(), secret.value(), contract.value())) {
            var address = known.get(id.toString());
            for (var other : others) {
                assertThat(as(other, () -> read(get(address))).getStatus())
                        .as("%s for %s", id, other.name())
                        .isEqualTo(404);
                assertThat(as(other, () -> read(get(address.replace("?", "/text?"))))
                                .getStatus())
                        .isEqualTo(404);
            }
            assertThat(as(test.councillor, () -> read(get(address))).getStatus())
                    .isEqualTo(200);
        }
        for (var id : List.of(paper.value(), plan.value())) {
            assertThat(as(test.stranger, () -> read(get(known.get(id.toString()))))
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("to nobody who is not signed in")
    void notSignedIn() throws Exception {
        var address = documents(test.councillor).get(plan.value().toString());
        for (var path : List.of(
                "/api/reader/meetings",
                "/api/reader/meetings/" + meeting,
                address,
                "/api/reader/marks?meeting=" + meeting)) {
            assertThat(refused(path)).as(path).isTrue();
        }
    }

    /** Whether it is denied, or unknown to whoever asks. Anything else that goes wrong is a fault. */
    private boolean refused(String path) throws Exception {
        try {
            return List.of(401, 403, 404)
                    .contains(
                            browser.perform(get(path)).andReturn().getResponse().getStatus());
        } catch (ServletException e) {
            if (e.getCause() instanceof AccessDeniedException || e.getCause() instanceof NoSuchElementException) {
                return true;
            }
            throw e;
        }
    }

    @Test
    @DisplayName("of a meeting that was not convened only to who prepares it, and then with their name")
    void notConvened() throws IOException {
        var planned = test.meetingOf(test.council);
        var item = test.itemOf(planned, true);
        var draft = attach(AgendaItemFiles.owner(item), "Entwurf.pdf", true, TestPdfs.saying("Noch nicht fertig"));

        var address = documents(test.clerk, planned).get(draft.value().toString());

        assertThat(pdfText(as(test.clerk, () -> read(get(address))))).contains("Noch nicht fertig", "Karla Wendt");
        for (var other : new SignedIn[] {test.councillor, test.stranger}) {
            assertThat(as(other, () -> read(get("/api/reader/meetings/" + planned)))
                            .getStatus())
                    .isEqualTo(404);
            assertThat(as(other, () -> read(get(address))).getStatus()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "with the reader's name on what is not public, which no cache keeps; and as they are if they are public")
    void marked() throws IOException {
        var known = documents(test.councillor);
        for (var id : List.of(offer.value(), secret.value(), contract.value())) {
            var answer = as(test.councillor, () -> read(get(known.get(id.toString()))));
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            assertThat(pdfText(answer)).contains("Jonas Reuter").doesNotContain("Karla Wendt");
            assertThat(pdfText(as(test.clerk, () -> read(get(known.get(id.toString()))))))
                    .contains("Karla Wendt")
                    .doesNotContain("Jonas Reuter");
        }
        for (var id : List.of(paper.value(), plan.value())) {
            var answer = as(test.councillor, () -> read(get(known.get(id.toString()))));
            assertThat(answer.getHeader("Cache-Control")).contains("no-cache", "private");
            assertThat(pdfText(answer)).doesNotContain("Reuter");
        }
        assertThat(pdfText(as(test.councillor, () -> read(get(known.get(secret.toString()))))))
                .contains("Das Grundstück wird verkauft.");
    }

    @Test
    @DisplayName("in stretches, the same bytes as whole")
    void stretches() {
        var known = documents(test.councillor);
        for (var id : List.of(plan.value(), contract.value())) {
            var address = known.get(id.toString());
            var whole = as(test.councillor, () -> read(get(address))).getContentAsByteArray();
            for (var from = 0; from < whole.length; from += 2_777) {
                var to = Math.min(whole.length - 1, from + 999);
                var range = "bytes=%d-%d".formatted(from, to);
                var part = as(test.councillor, () -> read(get(address).header("Range", range)));
                assertThat(part.getStatus()).isEqualTo(206);
                assertThat(part.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
            }
        }
    }

    @Test
    @DisplayName(
            "as long as they are there: what was replaced or taken back is unknown at once, and the new one is unread")
    void newVersion() {
        var before = documents(test.councillor);
        readAll(test.councillor);
        assertThat(this.<List<Boolean>>json(
                        as(test.councillor, () -> read(get("/api/reader/meetings/" + meeting))),
                        "$.items[*].documents[*].new"))
                .containsOnly(false);

        as(test.clerk, () -> files.remove(offer));
        var now = attach(AgendaItemFiles.owner(closed), "Neu.pdf", true, TestPdfs.saying("Neu"));

        assertThat(as(test.councillor, () -> read(get(before.get(offer.toString()))))
                        .getStatus())
                .isEqualTo(404);
        var answer = as(test.councillor, () -> read(get("/api/reader/meetings/" + meeting)));
        assertThat(this.<List<String>>json(answer, "$.items[*].documents[?(@.new==true)].id"))
                .containsExactly(now.toString());
        assertThat(as(test.councillor, () -> read(get("/api/reader/documents/%s?v=%s".formatted(plan, "0".repeat(64)))))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("with the text of their pages for searching, to who may read them")
    void texts() {
        var address = documents(test.councillor).get(offer.toString()).replace("?", "/text?");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                as(test.councillor, () -> read(get(address))).getStatus())
                        .isEqualTo(200));

        var answer = as(test.councillor, () -> read(get(address)));
        assertThat(this.<List<String>>json(answer, "$.pages"))
                .singleElement()
                .asString()
                .contains("Angebot der Firma");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(as(test.stranger, () -> read(get(address))).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("on a page that is the same for everybody")
    void page() {
        var page = as(test.councillor, () -> read(get("/read")));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsByteArray()).isEqualTo(read(get("/read")).getContentAsByteArray());
        assertThat(text(page)).doesNotContain("Reuter", "csrf");
    }

    private void readAll(SignedIn who) {
        var operations = documents(who).values().stream()
                .map(address -> """
                        {"id":"%s","act":"READ","document":"%s","fingerprint":"%s","read":true}""".formatted(
                                UUID.randomUUID(), address.replaceAll(".*/|\\?.*", ""), address.replaceAll(".*=", "")))
                .toList();
        var answer = as(
                who,
                () -> read(post("/api/reader/marks?meeting=" + meeting)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"operations\":[%s]}".formatted(String.join(",", operations)))));
        assertThat(this.<List<String>>json(answer, "$.outcomes[*].outcome")).containsOnly("DONE");
    }

    private Map<String, String> documents(SignedIn who) {
        return documents(who, meeting);
    }

    /** Addresses by identifier. */
    private Map<String, String> documents(SignedIn who, MeetingId of) {
        var answer = as(who, () -> read(get("/api/reader/meetings/" + of)));
        List<Map<String, Object>> found = json(answer, "$.items[*].documents[*]");
        return found.stream().collect(java.util.stream.Collectors.toMap(it -> (String) it.get("id"), it ->
                (String) it.get("address")));
    }

    private SignedIn substitute(LocalDate from, LocalDate to) {
        var person = TestCouncil.person(context);
        test.asSystem(() -> context.getBean(MembershipAdministration.class)
                .appointSubstitute(test.council, person, test.city.members().get(3), from, to));
        return new SignedIn(AccountId.next(), person, "Vertretung");
    }

    private FileId attach(FileOwner owner, String name, boolean isPublic, byte[] content) {
        return as(
                test.clerk,
                () -> files.attach(owner, NewFile.auxiliary(name, isPublic), new ByteArrayInputStream(content))
                        .id());
    }

    private static String[] ids(UUID... ids) {
        return Arrays.stream(ids).map(UUID::toString).toArray(String[]::new);
    }

    private static String pdfText(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private <T> T json(MockHttpServletResponse answer, String path) {
        assertThat(answer.getStatus()).isEqualTo(200);
        return JsonPath.read(text(answer), path);
    }

    private MockHttpServletResponse read(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
