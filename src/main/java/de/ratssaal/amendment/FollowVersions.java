package de.ratssaal.amendment;

import de.ratssaal.identity.Access;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperReleased;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ProposalChangeRevoked;
import de.ratssaal.paper.ReleasedVersion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries amendments over when their paper is released anew, in the same step: there is no moment in which an amendment
 * means points that are not there.
 */
@Component
class FollowVersions {

    private static final String JOB = "amendment";

    private final AmendmentRepository amendments;
    private final AmendmentRecords records;
    private final PaperShelf shelf;
    private final Access access;

    FollowVersions(AmendmentRepository amendments, AmendmentRecords records, PaperShelf shelf, Access access) {
        this.amendments = amendments;
        this.records = records;
        this.shelf = shelf;
        this.access = access;
    }

    @EventListener
    void on(PaperReleased event) {
        if (event.version() > 1) {
            access.asSystem(JOB, () -> follow(event));
        }
    }

    private void follow(PaperReleased event) {
        var versions = shelf.versions(event.paper()).stream()
                .collect(Collectors.toMap(ReleasedVersion::number, Function.identity()));
        var after = versions.get(event.version());
        if (after == null) {
            throw new IllegalStateException("version %d of %s is not there".formatted(event.version(), event.paper()));
        }
        for (var id : ids(event.paper())) {
            amendments.findForAct(id).ifPresent(it -> {
                var before = versions.get(it.baseVersion());
                if (before != null) {
                    it.follow(before, after, event.at());
                    amendments.saveAndFlush(it);
                }
            });
        }
    }

    private List<AmendmentId> ids(PaperId paper) {
        return amendments.findByPaper(paper).stream().map(Amendment::id).toList();
    }

    /** The wording is the paper's again: nothing is merged any more. */
    @EventListener
    void on(ProposalChangeRevoked event) {
        records.undone(event.item(), event.at());
    }
}
