package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ReleaseGate;
import org.springframework.stereotype.Component;

/** A paper for whose kind there is a process is released at the end of its way, and exactly as it was approved. */
@Component
class WorkflowGate implements ReleaseGate {

    private final PaperProcessRepository processes;
    private final ProcessDefinitions definitions;
    private final ProcessRegister register;
    private final Access access;

    WorkflowGate(
            PaperProcessRepository processes, ProcessDefinitions definitions, ProcessRegister register, Access access) {
        this.processes = processes;
        this.definitions = definitions;
        this.register = register;
        this.access = access;
    }

    @Override
    public boolean leads(BodyId body, PaperType type) {
        return definitions.inForce(body, type).isPresent();
    }

    @Override
    public boolean isUnderWay(PaperId paper) {
        return processes.isIn(paper, ProcessState.RUNNING);
    }

    @Override
    public void requireReady(PaperId id, String fingerprint) {
        if (access.isSystem()) {
            return; // what is taken over from elsewhere was approved there; what is released by itself was looked at
            // before
        }
        processes.findForAct(id).ifPresentOrElse(it -> it.requireReady(fingerprint), () -> {
            var paper = register.inHand(id);
            if (definitions.inForce(paper.body(), paper.content().type()).isPresent()) {
                throw new Refusal("workflow.release.not-submitted");
            }
        });
    }
}
