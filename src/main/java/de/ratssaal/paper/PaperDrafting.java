package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat does with a paper: write it, release it, withdraw it. */
@Service
@Transactional
public class PaperDrafting {

    private final PaperRepository papers;
    private final PaperCounter counter;
    private final PaperAccess access;
    private final Councils councils;
    private final PaperNews news;
    private final DraftFingerprint fingerprint;
    private final ObjectProvider<ReleaseGate> gates;
    private final Clock clock;

    PaperDrafting(
            PaperRepository papers,
            PaperCounter counter,
            PaperAccess access,
            Councils councils,
            PaperNews news,
            DraftFingerprint fingerprint,
            ObjectProvider<ReleaseGate> gates,
            Clock clock) {
        this.papers = papers;
        this.counter = counter;
        this.access = access;
        this.councils = councils;
        this.news = news;
        this.fingerprint = fingerprint;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Begins a paper. It gets the next number of the body and year at once.
     *
     * @param organization whose secretariat prepares it
     */
    public PaperId draft(OrganizationId organization, PaperContent content) {
        access.requireSecretariat(organization);
        var body = councils.body(councils.organization(organization).body());
        var now = clock.instant();
        var number = counter.next(body.id(), now.atZone(body.zone()).getYear());
        var paper = new Paper(number, body.id(), organization, content, access.name(), now);
        save(paper);
        return paper.id();
    }

    /**
     * The paper as it is being written.
     *
     * @throws NoSuchElementException if there is none, or none that whoever asks may change
     */
    @Transactional(readOnly = true)
    public PaperDraft workingCopy(PaperId id) {
        return papers.findById(id).filter(access::mayWrite).map(Paper::draft).orElseThrow(() -> unknown(id));
    }

    /**
     * Writes on. What is released stays as it is until it is released again.
     *
     * @param revision of what was changed, see {@link PaperDraft#revision()}
     * @return the revision with which to go on
     * @throws Refusal if somebody else changed the paper meanwhile, or the content is not to be had
     */
    public int edit(PaperId id, int revision, PaperContent content) {
        var paper = papers.findForAct(id).orElseThrow(() -> unknown(id));
        if (!access.mayWrite(paper)) {
            access.requireSecretariat(paper.organization());
        }
        paper.edit(revision, content, access.name(), clock.instant());
        save(paper);
        return paper.draft().revision();
    }

    /**
     * Releases what is written, as the first or as a new version. Doing so again changes nothing.
     *
     * @param revision of what is to be released
     * @throws Refusal if something is missing, somebody else changed the paper meanwhile, or it has not gone its way yet
     */
    public void release(PaperId id, int revision) {
        var paper = forChange(id);
        if (paper.awaitsRelease()) {
            gates.forEach(it -> it.requireReady(id, fingerprint.of(paper)));
        }
        paper.release(revision, access.name(), clock.instant());
        save(paper);
    }

    /**
     * Withdraws a paper. It keeps its number and stays on record.
     *
     * @param reason told to everybody who may read it; may be empty if it never was released
     */
    public void withdraw(PaperId id, String reason) {
        var paper = forChange(id);
        paper.withdraw(reason, clock.instant());
        save(paper);
    }

    private Paper forChange(PaperId id) {
        var paper = papers.findForAct(id).orElseThrow(() -> unknown(id));
        access.requireSecretariat(paper.organization());
        return paper;
    }

    private void save(Paper paper) {
        papers.saveAndFlush(paper);
        news.changed(paper);
    }

    private static NoSuchElementException unknown(PaperId id) {
        return new NoSuchElementException("paper " + id);
    }
}
