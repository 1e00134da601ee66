package de.ratssaal.workflow;

import de.ratssaal.document.FileAttached;
import de.ratssaal.document.FileOwner;
import de.ratssaal.document.FilePublicityChanged;
import de.ratssaal.document.FileRemoved;
import de.ratssaal.document.FileRenamed;
import de.ratssaal.document.FilesArranged;
import de.ratssaal.paper.PaperChanged;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperReleased;
import de.ratssaal.paper.PaperState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to a paper itself happens to its process in the same transaction: nobody signs in between what is no longer
 * the text.
 */
@Component
class FollowPaperText {

    private final PaperProcessRepository processes;
    private final ProcessRegister register;
    private final WhoActs who;

    FollowPaperText(PaperProcessRepository processes, ProcessRegister register, WhoActs who) {
        this.processes = processes;
        this.register = register;
        this.who = who;
    }

    @EventListener
    void on(PaperReleased event) {
        var paper = register.inHand(event.paper());
        processes.findForAct(event.paper()).ifPresent(process -> {
            process.released(paper.fingerprint(), who.self(), event.at());
            register.save(process);
        });
    }

    @EventListener
    void on(PaperChanged event) {
        look(event.paper());
    }

    @EventListener
    void on(FileAttached event) {
        lookAtOwner(event.owner());
    }

    @EventListener
    void on(FileRemoved event) {
        lookAtOwner(event.owner());
    }

    @EventListener
    void on(FilePublicityChanged event) {
        lookAtOwner(event.owner());
    }

    @EventListener
    void on(FileRenamed event) {
        lookAtOwner(event.owner());
    }

    @EventListener
    void on(FilesArranged event) {
        lookAtOwner(event.owner());
    }

    private void lookAtOwner(FileOwner owner) {
        var paper = new PaperId(owner.id());
        if (PaperFiles.owner(paper).equals(owner)) {
            look(paper);
        }
    }

    private void look(PaperId id) {
        if (processes.findRunning(id).isEmpty()) {
            return;
        }
        // The paper is held before its process, as in every act: so two never wait for each other.
        var paper = register.inHand(id);
        processes.findForAct(id).ifPresent(process -> {
            if (paper.state() == PaperState.WITHDRAWN) {
                process.withdrawn(paper.fingerprint(), who.self(), register.now());
                register.save(process);
            } else if (process.textIs(
                    paper.fingerprint(), who.self(), register.now(), register.today(process.body()))) {
                register.save(process);
            }
        });
    }
}
