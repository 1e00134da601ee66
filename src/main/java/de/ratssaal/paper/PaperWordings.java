package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every wording of a paper, as far as whoever asks may see the paper and the items on which it stands. */
@Service
@Transactional(readOnly = true)
public class PaperWordings {

    private final PaperRepository papers;
    private final ChangedProposalRepository changes;
    private final PaperAccess visibility;
    private final Placements placements;

    PaperWordings(
            PaperRepository papers, ChangedProposalRepository changes, PaperAccess visibility, Placements placements) {
        this.papers = papers;
        this.changes = changes;
        this.visibility = visibility;
        this.placements = placements;
    }

    /** Versions from the first to the last, then what was changed for items; nothing for those who may not see it. */
    public List<PaperWording> of(PaperId id) {
        var paper = papers.findById(id).filter(visibility::maySee).orElse(null);
        if (paper == null) {
            return List.of();
        }
        var versions = paper.versions();
        var wordings = new ArrayList<>(versions.stream().map(PaperWording::of).toList());
        for (var changed : changes.findByPaper(id)) {
            placements
                    .visible(changed.item())
                    .ifPresent(place -> versions.stream()
                            .filter(it -> it.number() == changed.basedOn())
                            .findFirst()
                            .ifPresent(it -> wordings.add(
                                    PaperWording.of(changed, it, place.meeting().title()))));
        }
        return wordings;
    }

    /** What is put to the vote on an item and from what it comes, if whoever asks may see both. */
    public Optional<ItemWording> on(AgendaItemId item) {
        var place = placements.visible(item).orElse(null);
        if (place == null) {
            return Optional.empty();
        }
        return papers.findByItem(item).stream()
                .filter(it -> it.isPublic() || !place.item().isPublic())
                .filter(it -> it.on(item).map(on -> on.role().votes()).orElse(false))
                .filter(it -> it.state() == PaperState.RELEASED && visibility.maySee(it))
                .findFirst()
                .flatMap(paper -> paper.released()
                        .map(own -> new ItemWording(
                                paper.id(),
                                paper.number(),
                                place.meeting(),
                                paper.on(item).orElseThrow().role(),
                                own,
                                changes.findById(item)
                                        .filter(it -> it.paper().equals(paper.id()))
                                        .map(ChangedProposal::proposal)
                                        .orElse(own.proposal()),
                                place.isAhead())));
    }
}
