package de.ratssaal.paper;

import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Papers that are being written, for the module that leads them to their release. */
@Service
@Transactional(readOnly = true)
public class PaperDesk {

    private final PaperRepository papers;
    private final PaperAccess access;
    private final DraftFingerprint fingerprint;
    private final PaperNews news;
    private final Clock clock;

    PaperDesk(PaperRepository papers, PaperAccess access, DraftFingerprint fingerprint, PaperNews news, Clock clock) {
        this.papers = papers;
        this.access = access;
        this.fingerprint = fingerprint;
        this.news = news;
        this.clock = clock;
    }

    /** The paper as it is being written, if there is one and whoever asks may read what is not released of it. */
    public Optional<PaperInHand> find(PaperId id) {
        return papers.findById(id).filter(access::mayReadDraft).map(this::inHand);
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may read */
    public PaperInHand paper(PaperId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
    }

    /**
     * As {@link #paper}, and nobody changes the paper before the running transaction is over. Called before anything else is
     * read of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PaperInHand hold(PaperId id) {
        return papers.findForAct(id)
                .filter(access::mayReadDraft)
                .map(this::inHand)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
    }

    /** The paper is on its way: those who prepare it know of it from now on. Again it changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handIn(PaperId id) {
        var paper = papers.findForAct(id)
                .filter(access::mayEdit)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
        paper.handIn(access.name(), clock.instant());
        papers.saveAndFlush(paper);
        news.changed(paper);
    }

    private PaperInHand inHand(Paper paper) {
        var draft = paper.draft();
        return new PaperInHand(
                paper.id(),
                paper.number().toString(),
                paper.body(),
                paper.organization(),
                paper.author(),
                draft.content(),
                paper.state(),
                draft.revision(),
                draft.version(),
                paper.awaitsRelease(),
                access.mayEdit(paper),
                fingerprint.of(paper));
    }
}
