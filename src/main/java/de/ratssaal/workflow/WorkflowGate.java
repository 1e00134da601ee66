package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.ReleaseGate;
import org.springframework.stereotype.Component;

/** A paper for whose kind there is a process is released at the end of its way, and exactly as it was approved. */
@Component
class WorkflowGate implements ReleaseGate {

    private final PaperProcessRepository processes;
    private final ProcessDefinitions definitions;
    private final ProcessRegister register;

    WorkflowGate(PaperProcessRepository processes, ProcessDefinitions definitions, ProcessRegister register) {
        this.processes = processes;
        this.definitions = definitions;
        this.register = register;
    }

    @Override
    public void requireReady(PaperId id, String fingerprint) {
        processes.findForAct(id).ifPresentOrElse(it -> it.requireReady(fingerprint), () -> {
            var paper = register.inHand(id);
            if (definitions.inForce(paper.body(), paper.content().type()).isPresent()) {
                throw new Refusal("workflow.release.not-submitted");
            }
        });
    }
}
