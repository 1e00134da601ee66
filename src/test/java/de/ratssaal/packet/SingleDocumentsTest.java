package de.ratssaal.packet;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("A non-public document that is read alone")
class SingleDocumentsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PacketDocuments documents;

    @Autowired
    SingleDocuments singles;

    @Autowired
    Files files;

    @Autowired
    JdbcClient database;

    TestPapers test;
    FileSummary file;

    @BeforeEach
    void aNonPublicFile() {
        test = new TestPapers(context);
        var meeting = test.meetingOf(test.council);
        var owner = AgendaItemFiles.owner(test.itemOf(meeting, false));
        var content = TestPdfs.saying("Vertrag " + UUID.randomUUID());
        file = as(
                test.clerk,
                () -> files.attach(owner, NewFile.auxiliary("Vertrag.pdf", true), new ByteArrayInputStream(content)));
        test.convene(meeting);
    }

    @Test
    @DisplayName("is bound once for all readers, as large as it was, and each finds their own name on it")
    void boundOnce() throws IOException {
        var before = bound();

        assertThat(text(test.councillor)).contains("Vertrag", "Jonas Reuter").doesNotContain("Karla Wendt");
        assertThat(text(test.clerk)).contains("Vertrag", "Karla Wendt").doesNotContain("Jonas Reuter");

        assertThat(bound()).isEqualTo(before + 1);
        try (var shown = Loader.loadPDF(pages(test.councillor).open().readAllBytes());
                var original = as(test.clerk, () -> files.read(file.id())).open();
                var filed = Loader.loadPDF(original.readAllBytes())) {
            assertThat(shown.getNumberOfPages()).isEqualTo(filed.getNumberOfPages());
            assertThat(shown.getPage(0).getMediaBox().getHeight())
                    .isEqualTo(filed.getPage(0).getMediaBox().getHeight());
        }
    }

    @Test
    @DisplayName("is let go when nobody read it for long, and made again when somebody does")
    void letGo() throws IOException {
        var hash = pages(test.councillor).tag().replaceAll("-.*", "");

        singles.letGo();
        assertThat(parts(hash)).isPositive();
        database.sql("update packet_document set read_on = current_date - 61 where hash = ?")
                .param(hash)
                .update();
        singles.letGo();

        await().atMost(Duration.ofSeconds(20)).until(() -> parts(hash) == 0);
        assertThat(text(test.councillor)).contains("Vertrag", "Jonas Reuter");
    }

    private long bound() {
        return database.sql("select count(*) from packet_document")
                .query(Long.class)
                .single();
    }

    private long parts(String hash) {
        return database.sql("select count(*) from document_content_part where hash = ?")
                .param(hash)
                .query(Long.class)
                .single();
    }

    private DocumentReading.Pages pages(SignedIn who) {
        return (DocumentReading.Pages)
                as(who, () -> documents.open(file.id().value(), file.hash())).orElseThrow();
    }

    private String text(SignedIn who) throws IOException {
        try (var content = pages(who).open();
                var document = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
