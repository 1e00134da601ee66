package de.ratssaal.paper;

import de.ratssaal.base.DemoClock;
import de.ratssaal.base.DemoContent;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.DemoCity;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo city's papers: first what was deliberated, later what waits. */
@Component
@Profile("demo")
class DemoPapersContent implements DemoContent {

    private static final Duration WRITTEN = Duration.ofDays(60);

    private final DemoPapersDesk desk;
    private final DemoClock clock;

    DemoPapersContent(DemoPapersDesk desk, DemoClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void load() {
        clock.putForwardTo(clock.present().minus(WRITTEN));
        desk.release(DemoPapers.deliberated());
    }

    /** Written after the last meeting. */
    @Component
    @Profile("demo")
    static class Waiting implements DemoContent {

        private static final Duration WRITTEN = Duration.ofDays(9);

        private final DemoPapersDesk desk;
        private final DemoClock clock;

        Waiting(DemoPapersDesk desk, DemoClock clock) {
            this.desk = desk;
            this.clock = clock;
        }

        @Override
        public int order() {
            return 420;
        }

        @Override
        public void load() {
            clock.putForwardTo(clock.present().minus(WRITTEN));
            desk.release(DemoPapers.waiting());
            desk.draft(DemoPapers.draft());
        }
    }

    /** Does what the secretariat would do. */
    @Component
    @Profile("demo")
    static class DemoPapersDesk {

        private static final String JOB = "demo";

        private final PaperDrafting drafting;
        private final PaperRouting routing;
        private final PaperShelf shelf;
        private final Files files;
        private final Access access;
        private final TransactionTemplate transaction;

        DemoPapersDesk(
                PaperDrafting drafting,
                PaperRouting routing,
                PaperShelf shelf,
                Files files,
                Access access,
                TransactionTemplate transaction) {
            this.drafting = drafting;
            this.routing = routing;
            this.shelf = shelf;
            this.files = files;
            this.access = access;
            this.transaction = transaction;
        }

        /** Writes, releases and routes what is not there yet; then its PDFs come, two at a time. */
        void release(List<DemoPapers.DemoPaper> papers) {
            var attachments = new ArrayList<Runnable>();
            transaction.executeWithoutResult(status -> access.asSystem(JOB, () -> {
                for (var paper : papers) {
                    if (!isThere(paper)) {
                        var id = drafting.draft(paper.lead(), paper.content());
                        paper.way().forEach(it -> routing.plan(id, it.organization(), it.role()));
                        drafting.release(id, drafting.workingCopy(id).revision());
                        var attachment = paper.attachment();
                        if (attachment != null) {
                            attachments.add(() -> attach(id, attachment, paper));
                        }
                    }
                }
            }));
            attachAll(attachments);
        }

        void draft(DemoPapers.DemoPaper paper) {
            transaction.executeWithoutResult(status -> access.asSystem(JOB, () -> {
                if (!isThere(paper)) {
                    drafting.draft(paper.lead(), paper.content());
                }
            }));
        }

        private boolean isThere(DemoPapers.DemoPaper paper) {
            return shelf.list(new PaperQuery("", null, null, paper.lead(), null, 500)).stream()
                    .filter(it -> it.body().equals(DemoCity.BODY))
                    .anyMatch(it -> it.title().equals(paper.title()));
        }

        private void attachAll(List<Runnable> attachments) {
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var under = attachments.stream()
                        .<Future<?>>map(it -> workers.submit(() -> access.asSystem(JOB, it)))
                        .toList();
                for (var attachment : under) {
                    attachment.get();
                }
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("attaching the demo city's PDFs", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void attach(PaperId id, String title, DemoPapers.DemoPaper paper) {
            files.attach(
                    PaperFiles.owner(id),
                    title + ".pdf",
                    paper.isPublic(),
                    new ByteArrayInputStream(DemoPdf.of(title, paper.title(), paper.reasons())));
        }
    }
}
