package de.ratssaal.workflow;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperInHand;
import de.ratssaal.paper.PaperShelf;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Where running processes are taken from for an act and put back. */
@Component
class ProcessRegister {

    /** The application's own job that releases papers of which everything is done. */
    static final String JOB = "workflow";

    private final PaperProcessRepository processes;
    private final PaperDesk desk;
    private final PaperDrafting drafting;
    private final OfficeCalendar calendar;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ProcessRegister(
            PaperProcessRepository processes,
            PaperDesk desk,
            PaperDrafting drafting,
            OfficeCalendar calendar,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.processes = processes;
        this.desk = desk;
        this.drafting = drafting;
        this.calendar = calendar;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** The paper as it is being written, whoever asks; nobody changes it before the transaction is over. */
    PaperInHand inHand(PaperId paper) {
        return access.asSystem(JOB, () -> desk.hold(paper));
    }

    /** @throws NoSuchElementException if the paper is not on its way */
    PaperProcess forAct(PaperId paper) {
        return processes.findForAct(paper).orElseThrow(() -> new NoSuchElementException("process of paper " + paper));
    }

    /** Puts it back; a paper of which everything is done is released, if the process says so, as it was approved. */
    void put(PaperProcess process) {
        save(process);
        if (process.isReadyByItself()) {
            var paper = inHand(process.paper());
            process.requireReady(paper.fingerprint());
            access.asSystem(JOB, () -> drafting.release(paper.id(), paper.revision()));
        }
    }

    void save(PaperProcess process) {
        processes.saveAndFlush(process);
        notices.changed(PaperShelf.topic(process.paper()));
        notices.changed(PaperShelf.CHANGES);
    }

    Instant now() {
        return clock.instant();
    }

    OfficeDay today(BodyId body) {
        return calendar.today(body);
    }
}
