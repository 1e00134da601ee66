package de.ratssaal.chamber.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.chamber.BoardAt;
import de.ratssaal.chamber.Boards;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.voting.TestMeeting;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R17: What lies on the item before a meeting is read for all at once")
class ContentsForEverybodyTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ContentsForEverybody contents;

    @Autowired
    Boards boards;

    TestMeeting meeting;
    AgendaItemId item;

    @BeforeEach
    void anItemIsCalled() {
        var added = new AtomicReference<AgendaItemId>();
        meeting = TestMeeting.open(5, 5, it -> added.set(addItem(it)), context);
        item = added.get();
        meeting.call(item);
    }

    @Test
    @DisplayName("if everybody may see all of it, with its files")
    void everythingIsOpen() {
        var paper = put(ConsultationRole.DECISION);
        attach(PaperFiles.owner(paper), "Plan.txt", true);
        attach(AgendaItemFiles.owner(item), "Foto.txt", true);

        var there = now(meeting.member(1)).orElseThrow();

        assertThat(there.papers()).extracting(it -> it.paper().id()).containsExactly(paper);
        assertThat(there.papers().getFirst().files())
                .extracting(FileSummary::name)
                .containsExactly("Plan.txt");
        assertThat(there.files()).extracting(FileSummary::name).containsExactly("Foto.txt");
    }

    @Test
    @DisplayName(
            "once for the board that all are shown, whoever looks at one of their own meanwhile, and anew for the next")
    void onceForEachBoard() {
        put(ConsultationRole.DECISION);
        var seen = new AtomicReference<BoardAt>();
        Acting.as(meeting.member(1), () -> {
            try (var watch = boards.watch(meeting.id(), seen::set)) {
                context.getBean(ChangeNotices.class)
                        .changed(ChangeNotices.meeting(meeting.id().value()));
                await().atMost(Duration.ofSeconds(20)).until(() -> seen.get() != null);
                var shared = seen.get().board();
                var called = shared.currentItem().orElseThrow();
                var first = contents.of(shared, called).orElseThrow();
                for (var looked = 0; looked < 9; looked++) {
                    assertThat(contents.of(boards.now(meeting.id()).board(), called))
                            .isPresent()
                            .get()
                            .isNotSameAs(first);
                }
                assertThat(contents.of(shared, called)).get().isSameAs(first);
            }
            return true;
        });
        Acting.as(meeting.member(1), () -> {
            var board = boards.now(meeting.id()).board();
            var called = board.currentItem().orElseThrow();
            put(ConsultationRole.HEARING);
            assertThat(contents.of(boards.now(meeting.id()).board(), called)
                            .orElseThrow()
                            .papers())
                    .hasSize(2);
            return true;
        });
    }

    @Test
    @DisplayName("not if a file of a paper is non-public")
    void aNonPublicFileOfAPaper() {
        attach(PaperFiles.owner(put(ConsultationRole.DECISION)), "Angebot.txt", false);

        assertThat(now(meeting.chair())).isEmpty();
    }

    @Test
    @DisplayName("not if a file of the item is non-public")
    void aNonPublicFile() {
        attach(AgendaItemFiles.owner(item), "Angebot.txt", false);

        assertThat(now(meeting.chair())).isEmpty();
    }

    @Test
    @DisplayName("not on a non-public item, and not for somebody whose board does not have the item")
    void aNonPublicItem() {
        meeting.call(meeting.nonPublic());
        Acting.as(meeting.chair(), () -> {
            var whole = boards.now(meeting.id()).board();
            var called = whole.currentItem().orElseThrow();

            assertThat(contents.of(whole, called)).isEmpty();
            assertThat(contents.of(whole.publicPart(), called)).isEmpty();
            return true;
        });
    }

    private Optional<ItemContents> now(PersonId who) {
        return Acting.as(who, () -> {
            var board = boards.now(meeting.id()).board();
            return contents.of(board, board.currentItem().orElseThrow());
        });
    }

    private AgendaItemId addItem(MeetingId planned) {
        return context.getBean(MeetingPlanning.class).addItem(planned, null, true, "Brunnen");
    }

    private PaperId put(ConsultationRole role) {
        return context.getBean(Access.class).asSystem("test", () -> {
            var drafting = context.getBean(PaperDrafting.class);
            var paper = drafting.draft(council(), TestPapers.content("Der Brunnen", true, "Er wird saniert."));
            drafting.release(paper, 1);
            context.getBean(PaperRouting.class).putOnAgenda(paper, item, role);
            return paper;
        });
    }

    private OrganizationId council() {
        return context.getBean(Meetings.class).meeting(meeting.id()).organization();
    }

    private void attach(FileOwner owner, String name, boolean isPublic) {
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(Files.class)
                                .attach(
                                        owner,
                                        name,
                                        isPublic,
                                        new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8))));
    }
}
