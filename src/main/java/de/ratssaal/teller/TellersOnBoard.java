package de.ratssaal.teller;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds to the shared picture of a meeting whether its organization can vote in secret. */
@Component
class TellersOnBoard implements BoardPart<Readiness> {

    private final TellerKeys keys;

    TellersOnBoard(TellerKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<Readiness> type() {
        return Readiness.class;
    }

    @Override
    public Readiness read(MeetingSummary meeting) {
        return keys.readiness(meeting.organization());
    }

    @Override
    public Readiness without(Readiness whole, Predicate<AgendaItemId> mayKnow) {
        return whole;
    }
}
