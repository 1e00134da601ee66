package de.ratssaal.paper;

import de.ratssaal.base.DemoClock;
import de.ratssaal.base.DemoContent;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.DemoCity;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.core.task.AsyncTaskExecutor;
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
            desk.answerInquiry();
            desk.beginInOffice();
        }
    }

    /** Does what the secretariat would do. */
    @Component
    @Profile("demo")
    static class DemoPapersDesk {

        private static final String JOB = "demo";

        private final PaperDrafting drafting;
        private final PaperBeginning beginning;
        private final InquiryAnswering answering;
        private final PaperRouting routing;
        private final PaperShelf shelf;
        private final Files files;
        private final Access access;
        private final TransactionTemplate transaction;

        DemoPapersDesk(
                PaperDrafting drafting,
                PaperBeginning beginning,
                InquiryAnswering answering,
                PaperRouting routing,
                PaperShelf shelf,
                Files files,
                Access access,
                TransactionTemplate transaction) {
            this.drafting = drafting;
            this.beginning = beginning;
            this.answering = answering;
            this.routing = routing;
            this.shelf = shelf;
            this.files = files;
            this.access = access;
            this.transaction = transaction;
        }

        /** Writes, releases and routes what is not there yet. */
        void release(List<DemoPapers.DemoPaper> papers) {
            transaction.executeWithoutResult(status -> access.asSystem(JOB, () -> {
                for (var paper : papers) {
                    if (find(paper).isEmpty()) {
                        var id = drafting.draft(paper.lead(), paper.content());
                        paper.way().forEach(it -> routing.plan(id, it.organization(), it.role()));
                        drafting.release(id, drafting.workingCopy(id).revision());
                    }
                }
            }));
        }

        void draft(DemoPapers.DemoPaper paper) {
            transaction.executeWithoutResult(status -> access.asSystem(JOB, () -> {
                if (find(paper).isEmpty()) {
                    drafting.draft(paper.lead(), paper.content());
                }
            }));
        }

        /** The environment office has answered what was asked about playgrounds. */
        void answerInquiry() {
            transaction.executeWithoutResult(status -> access.asSystem(
                    JOB,
                    () -> shelf.list(new PaperQuery("", PaperType.INQUIRY, null, DemoCity.COUNCIL, null, 500)).stream()
                            .filter(it -> it.title().equals(DemoPapers.PLAYGROUNDS))
                            .map(PaperSummary::id)
                            .filter(it -> answering.answer(it).isEmpty())
                            .forEach(it -> {
                                answering.ask(it, DemoCity.ENVIRONMENT_OFFICE, null);
                                answering.release(it, answering.write(it, 1, """
                                        1. Gesperrt sind der Spielplatz Uferstraße seit Mai und die Rutsche am Lindenhain seit August.
                                        2. Beide werden bis Ende November repariert.
                                        3. Mit dem Rollstuhl befahrbar sind vier von neunzehn Plätzen; eine Karte liegt im Bürgerbüro aus.
                                        """));
                            })));
        }

        /** The planning office is writing something that nobody else sees yet. */
        void beginInOffice() {
            transaction.executeWithoutResult(status -> access.asSystem(JOB, () -> {
                if (shelf.list(new PaperQuery("", null, PaperState.DRAFT, DemoCity.COUNCIL, null, 500)).stream()
                        .noneMatch(it -> it.title().equals(DemoPapers.CYCLE_PATH))) {
                    beginning.begin(
                            PaperType.PROPOSAL,
                            DemoCity.COUNCIL,
                            PaperAuthor.of(DemoCity.PLANNING_OFFICE),
                            DemoPapers.CYCLE_PATH,
                            true);
                }
            }));
        }

        private Optional<PaperId> find(DemoPapers.DemoPaper paper) {
            return shelf.list(new PaperQuery("", null, null, paper.lead(), null, 500)).stream()
                    .filter(it -> it.body().equals(DemoCity.BODY) && it.title().equals(paper.title()))
                    .map(PaperSummary::id)
                    .findFirst();
        }

        /** Brings a paper's PDF, unless it has one or somebody took it away. */
        void attach(DemoPapers.DemoPaper paper) {
            var title = paper.attachment();
            if (title != null) {
                access.asSystem(
                        JOB,
                        () -> find(paper)
                                .map(PaperFiles::owner)
                                .filter(it -> files.list(it).isEmpty()
                                        && files.history(it).isEmpty())
                                .ifPresent(it -> files.attach(
                                        it,
                                        title + ".pdf",
                                        paper.isPublic(),
                                        new ByteArrayInputStream(DemoPdf.of(title, paper.title(), paper.reasons())))));
            }
        }
    }

    /** Each PDF is examined in a process of its own, which takes a while: nobody waits for it. */
    @Component
    @Profile("demo")
    static class Attachments implements DemoContent {

        private final DemoPapersDesk desk;
        private final AsyncTaskExecutor background;

        Attachments(DemoPapersDesk desk, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor background) {
            this.desk = desk;
            this.background = background;
        }

        @Override
        public int order() {
            return 500;
        }

        @Override
        public void load() {
            background.execute(this::attachAll);
        }

        /** One after the other: loaded twice, the second time must see what the first has attached. */
        private synchronized void attachAll() {
            Stream.of(DemoPapers.deliberated(), DemoPapers.waiting())
                    .flatMap(List::stream)
                    .forEach(desk::attach);
        }
    }
}
