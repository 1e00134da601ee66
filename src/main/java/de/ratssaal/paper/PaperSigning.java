package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those do who sign a paper: members of the group that writes it, the member who does, the office. */
@Service
@Transactional
public class PaperSigning {

    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final SignatureStore signatures;
    private final Completeness completeness;
    private final PaperNews news;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    PaperSigning(
            PaperRepository papers,
            PaperAccess visibility,
            SignatureStore signatures,
            Completeness completeness,
            PaperNews news,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.visibility = visibility;
        this.signatures = signatures;
        this.completeness = completeness;
        this.news = news;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** Signatures below the paper, for those who prepare it. */
    @Transactional(readOnly = true)
    public List<Signature> signatures(PaperId id) {
        return papers.findById(id).filter(visibility::prepares).stream()
                .flatMap(it -> signatures.of(it).stream())
                .toList();
    }

    /** What is missing for the release, for those who prepare the paper. */
    @Transactional(readOnly = true)
    public List<Missing> missing(PaperId id) {
        return papers.findById(id).filter(visibility::prepares).stream()
                .flatMap(it -> completeness.missing(it, completeness.manuscript(it)).stream())
                .toList();
    }

    /** Whether whoever asks may sign the paper now and has not yet. */
    @Transactional(readOnly = true)
    public boolean maySign(PaperId id) {
        return papers.findById(id)
                .filter(this::mayBeSigned)
                .filter(paper -> access.signedIn()
                        .map(it -> it.person())
                        .filter(person -> signatures.of(paper).stream()
                                .noneMatch(it -> it.holds() && it.person().equals(person)))
                        .isPresent())
                .isPresent();
    }

    private boolean mayBeSigned(Paper paper) {
        return paper.awaitsRelease()
                && !paper.author().isSecretariat()
                && access.signedIn().filter(it -> it.person() != null).isPresent()
                && visibility.isAuthor(paper);
    }

    /**
     * Signs the text as it stands.
     *
     * @param revision of the text that was read
     * @throws Refusal if it was changed meanwhile
     */
    public void sign(PaperId id, int revision) {
        var paper = papers.findForAct(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
        if (!mayBeSigned(paper)) {
            throw new AccessDeniedException("may not sign paper " + id);
        }
        if (paper.revision() != revision) {
            throw new Refusal("paper.sign.changed", paper.changedBy());
        }
        if (!completeness.manuscript(paper).rivals().isEmpty()) {
            throw new Refusal("paper.sign.undecided");
        }
        var person = access.requirePerson();
        var now = clock.instant();
        var fingerprint = paper.content().fingerprint();
        signatures.add(id, person, visibility.name(), fingerprint, now);
        events.publishEvent(new PaperSigned(id, person, fingerprint, now));
        news.changed(paper);
    }

    /** Takes back one's own signature, as long as the paper is not handed in. */
    public void takeBack(PaperId id) {
        var paper = papers.findForAct(id)
                .filter(visibility::isAuthor)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
        if (paper.isHandedIn()) {
            throw new Refusal("paper.sign.handed-in");
        }
        signatures.takeBack(id, access.requirePerson(), clock.instant());
        news.changed(paper);
    }

    /** The revision that would be signed, for those who may sign. */
    @Transactional(readOnly = true)
    public int revision(PaperId id) {
        return papers.findById(id)
                .filter(this::mayBeSigned)
                .map(Paper::revision)
                .orElse(0);
    }
}
