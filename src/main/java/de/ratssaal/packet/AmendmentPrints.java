package de.ratssaal.packet;

import de.ratssaal.amendment.AmendmentOverview;
import de.ratssaal.amendment.AmendmentsOfPaper;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/**
 * The amendments to a paper as a PDF of their own, set as packets are: for a file, or for those who read on paper. For who is
 * signed in; each holds what they may read.
 */
@Service
public class AmendmentPrints {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final PaperShelf papers;
    private final AmendmentsOfPaper amendments;
    private final PacketBinder binder;
    private final Councils councils;
    private final Messages messages;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    AmendmentPrints(
            PaperShelf papers,
            AmendmentsOfPaper amendments,
            PacketBinder binder,
            Councils councils,
            Messages messages,
            Clock clock) {
        this.papers = papers;
        this.amendments = amendments;
        this.binder = binder;
        this.councils = councils;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @throws NoSuchElementException if there is no such paper for whoever asks, or no amendment to it
     * @throws Refusal if too many are printed at this moment
     */
    public byte[] print(PaperId id) {
        var paper = papers.paper(id).paper();
        var overview = amendments.mine(id);
        if (overview.isEmpty()) {
            throw new NoSuchElementException("amendments to paper " + id);
        }
        var contents = contents(paper, overview);
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal("document.refused.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (Refusal) new Refusal("document.refused.busy").initCause(e);
        }
        try {
            return bind(contents);
        } catch (IOException e) {
            throw new UncheckedIOException("printing amendments", e);
        } finally {
            places.release();
        }
    }

    private byte[] bind(PacketContents contents) throws IOException {
        var folder = Files.createTempDirectory("print-");
        try {
            binder.bind(contents, PacketCollection.fingerprint(contents), folder, new TextOnly());
            return Files.readAllBytes(folder.resolve(PacketBinder.FILE));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private PacketContents contents(PaperSummary paper, AmendmentOverview overview) {
        var body = councils.body(paper.body());
        var number = paper.number().toString();
        var title = text("packet.amendments.title", number);
        var today = LocalDate.ofInstant(clock.instant(), body.zone());
        var pages = new AmendmentPages(this::text, body.zone()).blocks(number, paper.title(), overview);
        return new PacketContents(
                PacketCollection.LANGUAGE.toLanguageTag(),
                title,
                List.of(title, paper.title(), body.name(), text("packet.amendments.as-of", today)),
                false,
                new PacketContents.Words(
                        text("packet.contents"),
                        text("packet.contents"),
                        text("packet.page", "{0}", "{1}"),
                        text("packet.non-public"),
                        text("packet.nothing")),
                List.of(new PacketContents.Item(
                        number,
                        0,
                        paper.title(),
                        paper.isPublic(),
                        List.of(new PacketContents.Document(
                                number, title, paper.isPublic(), new PacketContents.Content.Text(pages))))));
    }

    private String text(String key, Object... arguments) {
        return messages.text(PacketCollection.LANGUAGE, key, arguments);
    }

    /** There are no files in it. */
    private static final class TextOnly implements PacketBinder.Supply {

        @Override
        public PacketBinder.Supplied document(int number) {
            throw new IllegalStateException("document %d is no file".formatted(number));
        }

        @Override
        public PacketContents.Content.Text unreadable(int number) {
            throw new IllegalStateException("document %d is no file".formatted(number));
        }

        @Override
        public void progress(int pages) {
            // it takes a moment
        }
    }
}
