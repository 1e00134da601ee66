package de.ratssaal.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.CountedStatements;
import de.ratssaal.IntegrationTest;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.annotation.DirtiesContext;

@IntegrationTest
@Import(CountedStatements.class)
@DirtiesContext
@DisplayName("What a meeting holds")
class TakingStockTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TakingStock stock;

    @Autowired
    Supplements supplements;

    @Autowired
    Looks looks;

    @Autowired
    Meetings meetings;

    @Autowired
    PaperShelf papers;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    Files files;

    @Test
    @DisplayName("is asked of the database with as many questions for fifty items as for five")
    void asManyQuestions() {
        var few = withItems(5);
        var many = withItems(50);

        assertThat(stock.of(many.meeting).entries()).hasSizeGreaterThan(100);
        assertThat(asked(() -> stock.of(many.meeting))).isPositive().isEqualTo(asked(() -> stock.of(few.meeting)));
        assertThat(asked(() -> many.system(() -> supplements.pending(many.meeting))))
                .isEqualTo(asked(() -> few.system(() -> supplements.pending(few.meeting))));
        assertThat(lookedAt(many)).isEqualTo(lookedAt(few));
    }

    /** What is remembered of the council can be forgotten at any moment, and is then asked for as well. */
    private static int asked(Runnable work) {
        return IntStream.range(0, 4).map(it -> CountedStatements.of(work)).min().orElseThrow();
    }

    private int lookedAt(TestInvitation test) {
        return test.as(test.chair(), () -> {
            looks.sinceLastLook(test.meeting);
            return asked(() -> looks.sinceLastLook(test.meeting));
        });
    }

    @Test
    @DisplayName("of others is for the application alone")
    void forTheApplication() {
        var test = withItems(1);
        var items = test.system(() -> meetings.agenda(test.meeting));
        var owners = List.of(AgendaItemFiles.owner(items.getFirst().id()));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(test.chair(), () -> files.listAll(owners)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(
                        test.chair(),
                        () -> papers.releasedOn(List.of(items.getFirst().id()))));
    }

    /** Each item has a file, and a paper with a file. */
    private TestInvitation withItems(int items) {
        var test = TestInvitation.of(3, context);
        test.system(() -> {
            for (int number = 1; number <= items; number++) {
                var item = test.planning().addItem(test.meeting, null, number % 3 == 0, "Gegenstand " + number);
                attach(AgendaItemFiles.owner(item));
                var paper = drafting.draft(
                        test.council.council(),
                        TestPapers.content("Vorlage " + number, number % 3 == 0, "Es wird gebaut."));
                attach(PaperFiles.owner(paper));
                drafting.release(paper, 1);
                routing.putOnAgenda(paper, item, ConsultationRole.DECISION);
            }
        });
        return test.convene();
    }

    private void attach(FileOwner owner) {
        files.attach(owner, NewFile.auxiliary("Plan.txt", true), new ByteArrayInputStream("Plan".getBytes(UTF_8)));
    }
}
