package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the head of an office that is asked does with a paper, or whoever stands in: agree, approve, refuse, ask others. */
@Service
@Transactional
public class CoSignature {

    private final ProcessRegister register;
    private final PaperDesk desk;
    private final Councils councils;
    private final WhoActs who;

    CoSignature(ProcessRegister register, PaperDesk desk, Councils councils, WhoActs who) {
        this.register = register;
        this.desk = desk;
        this.councils = councils;
        this.who = who;
    }

    /**
     * Agrees to the text, or approves it where that is what is asked. The same again changes nothing; of two who act for one
     * office at the same time one counts.
     *
     * @param seen fingerprint of the text that was read
     * @param comment for everybody who takes part; may be empty
     * @throws Refusal if the office is not asked, or the text is another one by now
     * @throws AccessDeniedException if whoever acts may not decide for the office today
     */
    public void sign(PaperId id, StationId station, String seen, String comment) {
        var paper = desk.hold(id);
        var process = register.forAct(id);
        var by = who.requireDeciding(office(process, station));
        process.sign(station, seen, paper.fingerprint(), by, comment, register.now(), register.today(process.body()));
        register.put(process);
    }

    /**
     * Does not agree. The paper goes back to its author, and everybody who was asked is asked no more.
     *
     * @param reasons what the author is to do
     */
    public void refuse(PaperId id, StationId station, String reasons) {
        var paper = desk.hold(id);
        var process = register.forAct(id);
        var by = who.requireDeciding(office(process, station));
        process.refuse(station, paper.fingerprint(), by, reasons, register.now());
        register.put(process);
    }

    /** Asks another office in addition, at the same time. */
    public void askAlso(PaperId id, StationId station, OrganizationId other, String comment) {
        var paper = desk.hold(id);
        var process = register.forAct(id);
        var by = who.requireDeciding(office(process, station));
        var organization = councils.organization(other);
        if (organization.classification() != Classification.OFFICE
                || !organization.body().equals(paper.body())) {
            throw new Refusal("workflow.submit.no-office");
        }
        process.askAlso(
                station, other, paper.fingerprint(), by, comment, register.now(), register.today(process.body()));
        register.put(process);
    }

    private static OrganizationId office(PaperProcess process, StationId station) {
        var office = process.station(station).office();
        if (office == null) {
            throw new AccessDeniedException("station %s is the secretariat's".formatted(station));
        }
        return office;
    }
}
