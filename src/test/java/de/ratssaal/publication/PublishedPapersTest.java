package de.ratssaal.publication;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileId;
import de.ratssaal.document.Files;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("A paper before the public")
class PublishedPapersTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PublicRegister register;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    Invitations invitations;

    @Autowired
    Files files;

    @Autowired
    JdbcClient database;

    MockMvc browser;
    TestPapers test;
    /** A word that stands nowhere else. */
    String word;

    @BeforeEach
    void aCity(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        test = new TestPapers(context);
        word = "melchior" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    @DisplayName("is found with its points, its public files and its way from its release on, and on its agenda item")
    void aPublicPaper() throws Exception {
        var paper = test.released(content("Der Brunnen", true, "Er wird saniert.", "Er bekommt Bänke: " + word));
        var open = attach(PaperFiles.owner(paper), "Plan.txt", true);
        var closed = attach(PaperFiles.owner(paper), "Preise.txt", false);
        var meeting = test.meetingOf(test.council);
        var item = test.itemOf(meeting, true);
        test.asSystem(() -> {
            routing.putOnAgenda(paper, item, ConsultationRole.DECISION);
            invitations.send(meeting, false);
            return true;
        });
        var photo = attach(AgendaItemFiles.owner(item), "Foto.txt", true);

        patiently(() -> {
            assertThat(register.meeting(meeting).orElseThrow().items())
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.papers())
                                .extracting(PublishedPaper.Named::id)
                                .containsExactly(paper);
                        assertThat(it.files()).extracting(PublishedFile::id).containsExactly(photo);
                    });
            assertThat(register.paper(paper).orElseThrow().consultations())
                    .singleElement()
                    .satisfies(it -> assertThat(it.meeting()).isEqualTo(meeting));
            assertThat(register.paper(paper).orElseThrow().files())
                    .extracting(PublishedFile::id)
                    .containsExactly(open);
        });
        assertThat(register.search(word, 0, 5).hits())
                .extracting(SearchResult.Hit::id)
                .containsExactly(paper.value());
        assertThat(read("/papers/" + paper).getContentAsString())
                .contains("Der Brunnen", "01", "Er wird saniert.", "02", word, "/files/" + open, "Ö 1")
                .doesNotContain("Preise", "??");
        assertThat(read("/en/papers/" + paper).getContentAsString()).contains("Proposed resolution");
        assertThat(read("/papers").getContentAsString()).contains("Der Brunnen");
        assertThat(read("/meetings/" + meeting).getContentAsString()).contains("/papers/" + paper, "/files/" + photo);
        assertThat(read("/files/" + open).getStatus()).isEqualTo(200);
        assertThat(read("/files/" + closed).getStatus()).isEqualTo(404);
        assertThat(read("/sitemap.xml").getContentAsString()).contains("/papers/" + paper);
    }

    @Test
    @DisplayName("that is non-public appears nowhere: list, search, page, meeting, file, sitemap")
    void aNonPublicPaper() throws Exception {
        var secret = test.released(content("Verkauf an " + word, false, "Verkauft wird an " + word));
        var contract = attach(PaperFiles.owner(secret), word + ".txt", true);
        var open = test.released(content("Der Brunnen", true, "Er wird saniert."));
        var meeting = test.meetingOf(test.council);
        var publicItem = test.itemOf(meeting, true);
        var item = test.itemOf(meeting, false);
        var annex = attach(AgendaItemFiles.owner(item), word + ".txt", true);
        test.asSystem(() -> {
            routing.putOnAgenda(open, publicItem, ConsultationRole.DECISION);
            routing.putOnAgenda(secret, item, ConsultationRole.DECISION);
            // a public paper on a non-public item does not tell of that item either
            routing.putOnAgenda(open, item, ConsultationRole.HEARING);
            invitations.send(meeting, false);
            return true;
        });
        patiently(() -> assertThat(register.meeting(meeting))
                .hasValueSatisfying(it -> assertThat(it.items())
                        .singleElement()
                        .satisfies(one -> assertThat(one.papers()).hasSize(1))));

        assertAppearsNowhere(secret, meeting);
        assertThat(register.paper(open).orElseThrow().consultations()).hasSize(1);
        for (var file : new FileId[] {contract, annex}) {
            assertThat(read("/files/" + file).getStatus()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("goes when it is withdrawn, and is not there while it is a draft")
    void aWithdrawnPaper() throws Exception {
        var draft = as(test.clerk, () -> drafting.draft(test.council, content("Entwurf " + word, true, "x")));
        var paper = test.released(content("Der Brunnen " + word, true, "Er wird saniert."));
        patiently(() -> assertThat(register.paper(paper)).isPresent());
        assertThat(register.paper(draft)).isEmpty();
        assertThat(read("/papers/" + draft).getStatus()).isEqualTo(404);

        as(test.clerk, () -> drafting.withdraw(paper, "Ein Irrtum"));

        patiently(() -> assertThat(register.paper(paper)).isEmpty());
        assertThat(register.search(word, 0, 5).found()).isZero();
        assertThat(read("/papers/" + paper).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("loses a file of its agenda item that was marked public by mistake: page, search and file at once")
    void aFileTakenBack() throws Exception {
        var meeting = test.meetingOf(test.council);
        var item = test.itemOf(meeting, true);
        var wrong = attach(AgendaItemFiles.owner(item), word + ".txt", true);
        var other = attach(AgendaItemFiles.owner(item), "Foto.txt", true);
        test.asSystem(() -> {
            invitations.send(meeting, false);
            return true;
        });
        patiently(() -> assertThat(filesOf(meeting)).containsExactly(wrong, other));
        assertThat(read("/files/" + wrong).getStatus()).isEqualTo(200);
        assertThat(read("/meetings/" + meeting).getContentAsString()).contains(word);

        as(test.clerk, () -> files.setPublic(wrong, false));

        assertThat(read("/files/" + wrong).getStatus()).isEqualTo(404);
        patiently(() -> assertThat(filesOf(meeting)).containsExactly(other));
        assertThat(read("/meetings/" + meeting).getContentAsString()).doesNotContain(word, wrong.toString());
        assertThat(register.search(word, 0, 5).found()).isZero();

        as(test.clerk, () -> files.remove(other));

        assertThat(read("/files/" + other).getStatus()).isEqualTo(404);
        patiently(() -> assertThat(filesOf(meeting)).isEmpty());
    }

    private java.util.List<FileId> filesOf(MeetingId meeting) {
        return register.meeting(meeting).orElseThrow().items().stream()
                .flatMap(it -> it.files().stream())
                .map(PublishedFile::id)
                .toList();
    }

    private void assertAppearsNowhere(PaperId paper, MeetingId meeting) throws Exception {
        assertThat(register.paper(paper)).isEmpty();
        assertThat(database.sql("""
                                select count(*) from publication_entry
                                where body::text ilike :word or text ilike :word or title ilike :word
                                    or body::text like :id or id = :paper
                                """)
                        .param("word", "%" + word + "%")
                        .param("id", "%" + paper + "%")
                        .param("paper", paper.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(register.search(word, 0, 5).found()).isZero();
        assertThat(read("/papers/" + paper).getStatus()).isEqualTo(404);
        for (var page :
                new String[] {"/papers", "/meetings/" + meeting, "/sitemap.xml", "/search?q=" + word.substring(0, 9)}) {
            assertThat(read(page).getContentAsString()).as(page).doesNotContain(paper.toString(), word);
        }
    }

    private FileId attach(de.ratssaal.document.FileOwner owner, String name, boolean isPublic) {
        return as(
                test.clerk,
                () -> files.attach(
                                owner,
                                name,
                                isPublic,
                                new ByteArrayInputStream(
                                        ("Text " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)))
                        .id());
    }

    private MockHttpServletResponse read(String path) throws Exception {
        return browser.perform(get(path)).andReturn().getResponse();
    }

    private static void patiently(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(java.util.NoSuchElementException.class)
                .untilAsserted(assertion);
    }
}
