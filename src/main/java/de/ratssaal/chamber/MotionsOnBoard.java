package de.ratssaal.chamber;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.ProceduralMotion;
import de.ratssaal.voting.ProceduralMotions;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds the motions on the procedure to the shared picture of a meeting. */
@Component
class MotionsOnBoard implements BoardPart<Motions> {

    private final ProceduralMotions motions;
    private final Councils councils;

    MotionsOnBoard(ProceduralMotions motions, Councils councils) {
        this.motions = motions;
        this.councils = councils;
    }

    @Override
    public Class<Motions> type() {
        return Motions.class;
    }

    @Override
    public Motions read(MeetingSummary meeting) {
        var moved = motions.of(meeting.id());
        if (moved.isEmpty()) {
            return Motions.NONE;
        }
        var names = moved.stream()
                .map(ProceduralMotion::movedBy)
                .distinct()
                .collect(Collectors.toMap(it -> it, councils::nameOf));
        return new Motions(moved.stream()
                .map(it -> new Motions.Moved(it, Objects.requireNonNull(names.get(it.movedBy()))))
                .toList());
    }

    @Override
    public Motions without(Motions whole, Predicate<AgendaItemId> mayKnow) {
        return new Motions(whole.moved().stream()
                .filter(it -> mayKnow.test(it.motion().item()) && it.motion().isPublic())
                .toList());
    }
}
