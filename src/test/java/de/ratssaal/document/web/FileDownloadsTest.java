package de.ratssaal.document.web;

import static de.ratssaal.paper.TestPapers.as;
import static de.ratssaal.paper.TestPapers.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileLinks;
import de.ratssaal.document.Files;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("The address of a file")
class FileDownloadsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Files files;

    MockMvc browser;
    TestPapers test;

    @BeforeEach
    void openBrowser(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        test = new TestPapers(context);
    }

    @Test
    @DisplayName("gives a released public paper's file to everybody, whole and in stretches")
    void published() throws Exception {
        var file = attach(test.released(content("Brunnen", true, "Er wird saniert.")), true);

        var whole = read(get(FileLinks.file(file)));

        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(whole.getContentAsString()).isEqualTo("Gutachten: ä");
        assertThat(whole.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(whole.getHeader("Content-Disposition")).startsWith("inline").contains("Gutachten.txt");
        assertThat(whole.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.getHeader("Cache-Control")).contains("no-cache", "private");
        assertThat(read(get(FileLinks.file(file)).header("If-None-Match", whole.getHeader("ETag")))
                        .getStatus())
                .isEqualTo(304);
        var part = read(get(FileLinks.file(file)).header("Range", "bytes=0-3"));
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getContentAsString()).isEqualTo("Guta");
    }

    @Test
    @DisplayName("gives nothing of a non-public paper to the public, strangers and members of other committees")
    void notPublic() throws Exception {
        var file = attach(test.released(content("Grundstück", false, "Es wird verkauft.")), true);
        assertOnlyFor(file, test.clerk);
    }

    @Test
    @DisplayName("gives a paper's non-public file to those who deliberate it, and a draft's to who writes it")
    void nonPublicFileAndDraft() throws Exception {
        assertOnlyFor(attach(test.released(content("Brunnen", true, "Er wird saniert.")), false), test.clerk);
        var draft = as(
                test.clerk,
                () -> context.getBean(de.ratssaal.paper.PaperDrafting.class)
                        .draft(test.council, content("Entwurf", true, "x")));
        assertOnlyFor(attach(draft, true), test.clerk);
    }

    @Test
    @DisplayName("gives a file on a non-public item to members of the organization that meets only")
    void onNonPublicItem() throws Exception {
        var meeting = test.meetingOf(test.council);
        var item = test.itemOf(meeting, false);
        var file = as(
                test.clerk,
                () -> files.attach(AgendaItemFiles.owner(item), "Vertrag.txt", true, bytes())
                        .id());
        test.convene(meeting);

        assertOnlyFor(file, test.clerk, test.councillor);
    }

    private void assertOnlyFor(FileId file, SignedIn... who) throws Exception {
        var nothing = read(get(FileLinks.ALL + "/" + UUID.randomUUID()));
        assertThat(nothing.getStatus()).isEqualTo(404);
        assertThat(read(get(FileLinks.file(file))).getStatus()).isEqualTo(404);
        assertThat(words(read(get(FileLinks.file(file))))).isEqualTo(words(nothing));
        for (var other : new SignedIn[] {test.stranger, test.committeeMember, test.committeeClerk}) {
            assertThat(as(other, () -> read(get(FileLinks.file(file)))).getStatus())
                    .as(other.name())
                    .isEqualTo(404);
        }
        for (var allowed : who) {
            var answer = as(allowed, () -> read(get(FileLinks.file(file))));
            assertThat(answer.getStatus()).as(allowed.name()).isEqualTo(200);
        }
    }

    /** What is said; around it stand the city's names, which other tests add to. */
    private static String words(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString()).select("main").html();
    }

    private FileId attach(PaperId paper, boolean isPublic) {
        return as(
                test.clerk,
                () -> files.attach(PaperFiles.owner(paper), "Gutachten.txt", isPublic, bytes())
                        .id());
    }

    private static ByteArrayInputStream bytes() {
        return new ByteArrayInputStream("Gutachten: ä".getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse read(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
