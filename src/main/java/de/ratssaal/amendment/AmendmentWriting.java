package de.ratssaal.amendment;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ReleasedVersion;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What movers do with their amendments: write, hand in, withdraw. */
@Service
@Transactional
public class AmendmentWriting {

    private final AmendmentRepository amendments;
    private final AmendmentRecords records;
    private final AmendmentAccess access;
    private final PaperShelf shelf;
    private final ProposalChanging changing;
    private final ChangeNotices notices;
    private final Clock clock;

    AmendmentWriting(
            AmendmentRepository amendments,
            AmendmentRecords records,
            AmendmentAccess access,
            PaperShelf shelf,
            ProposalChanging changing,
            ChangeNotices notices,
            Clock clock) {
        this.amendments = amendments;
        this.records = records;
        this.access = access;
        this.shelf = shelf;
        this.changing = changing;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Begins an amendment. Only its mover sees it until it is handed in.
     *
     * @throws Refusal if the paper was released anew since its proposal was copied
     */
    public AmendmentId draft(PaperId paper, AmendmentContent content) {
        var page = shelf.paper(paper);
        access.requireMayMoveFor(page, content.mover());
        var amendment =
                new Amendment(paper, content, latest(page, content), access.account(), access.name(), clock.instant());
        save(amendment);
        return amendment.id();
    }

    /** Writes on in a draft, or writes anew what has to be checked. */
    public void edit(AmendmentId id, AmendmentContent content) {
        var amendment = own(id);
        var page = shelf.paper(amendment.paper());
        if (!content.mover().equals(amendment.mover())) {
            access.requireMayMoveFor(page, content.mover());
        }
        amendment.write(content, latest(page, content), access.name(), clock.instant());
        save(amendment);
    }

    /**
     * Hands it in: it gets its number, and whoever may see the paper sees it.
     *
     * @throws Refusal if it changes nothing, has to be checked first, or the paper cannot be amended any more
     */
    public void submit(AmendmentId id) {
        var amendment = own(id);
        var page = shelf.paper(amendment.paper());
        if (amendment.state() != AmendmentState.DRAFT) {
            return;
        }
        access.requireMayMoveFor(page, amendment.mover());
        amendment.submit(
                records.next(amendment.paper()),
                shelf.versions(amendment.paper()).getFirst(),
                access.name(),
                clock.instant());
        save(amendment);
    }

    /**
     * It stays on record with its number, and nobody votes on it.
     *
     * @throws Refusal if a vote on the paper runs, perhaps on this very amendment, or it is decided on
     */
    public void withdraw(AmendmentId id) {
        amendments.paperOf(id).ifPresent(changing::requireChangeable); // first the meetings, as whoever opens a vote
        var amendment = own(id);
        if (amendment.state() == AmendmentState.DRAFT) {
            throw new Refusal("amendment.state.no-way");
        }
        amendment.withdraw(clock.instant());
        save(amendment);
    }

    /** Throws a draft away. */
    public void discard(AmendmentId id) {
        var amendment = own(id);
        if (amendment.state() != AmendmentState.DRAFT) {
            throw new Refusal("amendment.write.handed-in");
        }
        amendments.delete(amendment);
        notices.changed(PaperShelf.topic(amendment.paper()));
    }

    private ReleasedVersion latest(PaperPage page, AmendmentContent content) {
        if (!AmendmentAccess.isOpen(page)) {
            throw new Refusal("amendment.paper-closed");
        }
        var latest = shelf.versions(page.paper().id()).getFirst();
        if (latest.number() != content.version()) {
            throw new Refusal("amendment.write.overtaken", latest.number());
        }
        return latest;
    }

    private Amendment own(AmendmentId id) {
        var amendment = amendments
                .findForAct(id)
                .filter(access::maySee)
                .orElseThrow(() -> new NoSuchElementException("amendment " + id));
        access.requireMover(amendment);
        return amendment;
    }

    private void save(Amendment amendment) {
        amendments.saveAndFlush(amendment);
        notices.changed(PaperShelf.topic(amendment.paper()));
    }
}
