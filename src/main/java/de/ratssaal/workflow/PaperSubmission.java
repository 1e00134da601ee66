package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperInHand;
import java.util.NoSuchElementException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who write a paper do: give it to an office, submit it, call it back. */
@Service
@Transactional
public class PaperSubmission {

    private final PaperProcessRepository processes;
    private final ProcessRegister register;
    private final ProcessDefinitions definitions;
    private final PaperDesk desk;
    private final Councils councils;
    private final WhoActs who;
    private final Access access;

    PaperSubmission(
            PaperProcessRepository processes,
            ProcessRegister register,
            ProcessDefinitions definitions,
            PaperDesk desk,
            Councils councils,
            WhoActs who,
            Access access) {
        this.processes = processes;
        this.register = register;
        this.definitions = definitions;
        this.desk = desk;
        this.councils = councils;
        this.who = who;
        this.access = access;
    }

    /**
     * Gives a paper to an office to be written: from now on the office may read and write it. Again it changes nothing.
     *
     * @throws Refusal if there is no process for papers of this kind, or the paper is on its way already
     * @throws AccessDeniedException if whoever acts is neither in the secretariat nor in the office
     */
    public void begin(PaperId id, OrganizationId office) {
        var paper = desk.hold(id);
        var running = processes.findForAct(id);
        if (running.isPresent()) {
            if (running.get().authorOffice().equals(office)) {
                return;
            }
            throw new Refusal("workflow.submit.under-way");
        }
        register.save(begun(paper, office));
    }

    private PaperProcess begun(PaperInHand paper, OrganizationId office) {
        if (!paper.mayWrite() || !mayNameOffice(paper, office)) {
            throw new AccessDeniedException("paper %s is not for office %s".formatted(paper.id(), office));
        }
        requireOffice(office, paper.body());
        var author = paper.author().organization();
        if (author != null && !author.equals(office)) {
            throw new AccessDeniedException(
                    "paper %s is written by %s, not by %s".formatted(paper.id(), author, office));
        }
        if (!paper.awaitsRelease()) {
            throw new Refusal("workflow.submit.nothing-to-release");
        }
        var definition = definitions
                .inForce(paper.body(), paper.content().type())
                .orElseThrow(() -> new Refusal("workflow.submit.no-process"));
        return new PaperProcess(
                paper.id(), paper.body(), definition, office, who.self(), paper.fingerprint(), register.now());
    }

    private boolean mayNameOffice(PaperInHand paper, OrganizationId office) {
        return access.has(paper.organization(), Role.SECRETARIAT) || who.isIn(office);
    }

    /**
     * Hands a paper on to those who co-sign and approve it.
     *
     * @throws Refusal if the text is another one by now, something is missing for the release, an office is missing, or the
     *     paper is on its way already
     * @throws AccessDeniedException if whoever acts may not write the paper, or not for that office
     */
    public void submit(PaperId id, Submission what) {
        var paper = desk.hold(id);
        var process = processes.findForAct(id).orElseGet(() -> {
            var office = what.office();
            if (office == null) {
                throw new Refusal("workflow.submit.office-missing");
            }
            return begun(paper, office);
        });
        if (!paper.mayWrite() || !mayNameOffice(paper, process.authorOffice())) {
            throw new AccessDeniedException("paper %s is not submitted by whoever acts".formatted(id));
        }
        if (!paper.awaitsRelease()) {
            throw new Refusal("workflow.submit.nothing-to-release");
        }
        if (!what.fingerprint().equals(paper.fingerprint())) {
            throw new Refusal("workflow.act.text-changed");
        }
        what.concerned().forEach(it -> requireOffice(it, paper.body()));
        desk.handIn(id);
        process.submit(
                definitions.byId(process.definition()).design(),
                what,
                paper.content().isPublic(),
                who.self(),
                register.now(),
                register.today(process.body()));
        register.put(process);
    }

    /** Takes a submitted paper back, to go on writing. Again it changes nothing. */
    public void callBack(PaperId id, String comment) {
        var paper = desk.hold(id);
        var process = register.forAct(id);
        if (!mayNameOffice(paper, process.authorOffice())) {
            throw new AccessDeniedException("paper %s is not called back by whoever acts".formatted(id));
        }
        process.callBack(paper.fingerprint(), who.self(), comment, register.now());
        register.put(process);
    }

    /**
     * Goes on without an office that is asked and may be passed over.
     *
     * @throws NoSuchElementException if the paper is not on its way
     */
    public void passOver(PaperId id, StationId station, String reasons) {
        var paper = desk.hold(id);
        access.require(paper.organization(), Role.SECRETARIAT);
        var process = register.forAct(id);
        process.passOver(
                station, paper.fingerprint(), who.self(), reasons, register.now(), register.today(process.body()));
        register.put(process);
    }

    private void requireOffice(OrganizationId office, BodyId body) {
        var organization = councils.organization(office);
        if (!organization.body().equals(body)
                || organization.classification() != Classification.OFFICE
                || (organization.lastDay() != null
                        && organization.lastDay().isBefore(register.today(body).date()))) {
            throw new Refusal("workflow.submit.no-office");
        }
    }
}
