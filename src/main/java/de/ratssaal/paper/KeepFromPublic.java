package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemGuard;
import org.springframework.stereotype.Component;

/** An item with a non-public paper or a non-public file stays in the non-public part. */
@Component
class KeepFromPublic implements ItemGuard {

    private static final String JOB = "paper";

    private final PaperRepository papers;
    private final Files files;
    private final Access access;

    KeepFromPublic(PaperRepository papers, Files files, Access access) {
        this.papers = papers;
        this.files = files;
        this.access = access;
    }

    @Override
    public void requireFitForPublic(AgendaItemId item) {
        papers.findByItem(item).stream()
                .filter(it -> !it.isPublic())
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal(
                            "paper.agenda.non-public-paper", it.number().toString());
                });
        access.asSystem(JOB, () -> files.list(AgendaItemFiles.owner(item))).stream()
                .filter(it -> !it.isPublic())
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("paper.agenda.non-public-file", it.name());
                });
    }
}
