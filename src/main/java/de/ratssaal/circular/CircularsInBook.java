package de.ratssaal.circular;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.voting.BookEntry;
import de.ratssaal.voting.OtherResolutions;
import de.ratssaal.voting.Outcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was resolved in writing stands in the book beside what was resolved in meetings. */
@Component
class CircularsInBook implements OtherResolutions {

    private final Circulars circulars;

    CircularsInBook(Circulars circulars) {
        this.circulars = circulars;
    }

    @Override
    public List<BookEntry> of(OrganizationId organization) {
        return circulars.of(organization).stream()
                .flatMap(it -> entry(it).stream())
                .toList();
    }

    static Optional<BookEntry> entry(CircularSummary circular) {
        var count = circular.count();
        var at = circular.endedAt();
        return count == null || at == null || !count.outcome().isResolution()
                ? Optional.empty()
                : Optional.of(new BookEntry(
                        circular.id().value(),
                        circular.title(),
                        circular.question().wording(),
                        count.outcome() == CircularOutcome.ADOPTED ? Outcome.ADOPTED : Outcome.REJECTED,
                        circular.isPublic(),
                        true,
                        at,
                        CircularLinks.circular(circular.id())));
    }
}
