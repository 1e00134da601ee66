package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat does with a paper: write it, release it, withdraw it. */
@Service
@Transactional
public class PaperDrafting {

    private final PaperRepository papers;
    private final WritingDesk desk;
    private final Completeness completeness;
    private final PaperAccess access;
    private final PaperNews news;
    private final DraftFingerprint fingerprint;
    private final ObjectProvider<ReleaseGate> gates;
    private final Clock clock;

    PaperDrafting(
            PaperRepository papers,
            WritingDesk desk,
            Completeness completeness,
            PaperAccess access,
            PaperNews news,
            DraftFingerprint fingerprint,
            ObjectProvider<ReleaseGate> gates,
            Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.completeness = completeness;
        this.access = access;
        this.news = news;
        this.fingerprint = fingerprint;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Begins a paper. It gets its number as its template says.
     *
     * @param organization whose secretariat prepares it
     */
    public PaperId draft(OrganizationId organization, PaperContent content) {
        access.requireSecretariat(organization);
        return desk.begin(organization, PaperAuthor.SECRETARIAT, content);
    }

    /**
     * The paper as it is being written.
     *
     * @throws NoSuchElementException if there is none, or none that whoever asks may change
     */
    @Transactional(readOnly = true)
    public PaperDraft workingCopy(PaperId id) {
        return papers.findById(id).filter(access::mayEdit).map(Paper::draft).orElseThrow(() -> unknown(id));
    }

    /**
     * Writes on. What is released stays as it is until it is released again.
     *
     * @param revision of what was changed, see {@link PaperDraft#revision()}
     * @return the revision with which to go on
     * @throws Refusal if somebody else changed the paper meanwhile, or the content is not to be had
     */
    public int edit(PaperId id, int revision, PaperContent content) {
        var paper = papers.findForAct(id)
                .filter(access::writes)
                .orElseThrow(() -> new AccessDeniedException("may not write in paper " + id));
        desk.edit(paper, revision, content);
        return paper.revision();
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
        completeness.require(paper);
        paper.release(revision, access.name(), clock.instant());
        save(paper);
    }

    /**
     * Withdraws a paper. It keeps its number and stays on record.
     *
     * @param reason told to everybody who may read it; may be empty if it never was released
     */
    public void withdraw(PaperId id, String reason) {
        var paper = papers.findForAct(id).orElseThrow(() -> unknown(id));
        if (paper.wasReleased() || !access.isAuthor(paper)) {
            access.requireSecretariat(paper);
        }
        paper.withdraw(reason, clock.instant());
        save(paper);
    }

    private Paper forChange(PaperId id) {
        var paper = papers.findForAct(id).orElseThrow(() -> unknown(id));
        access.requireSecretariat(paper);
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
