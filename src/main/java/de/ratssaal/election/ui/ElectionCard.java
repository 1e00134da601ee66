package de.ratssaal.election.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.election.BallotsByDevice;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.LotDrawing;
import de.ratssaal.election.OpenRounds;
import de.ratssaal.election.ResultSheets;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Elections on the desk of the chair and on the devices of members and gallery. */
@Component
class ElectionCard implements LiveCard {

    private final ElectionPreparing preparing;
    private final ElectionConduct conduct;
    private final OpenRounds open;
    private final BallotsByDevice byDevice;
    private final LotDrawing lots;
    private final ResultSheets sheets;
    private final Access access;

    ElectionCard(
            ElectionPreparing preparing,
            ElectionConduct conduct,
            OpenRounds open,
            BallotsByDevice byDevice,
            LotDrawing lots,
            ResultSheets sheets,
            Access access) {
        this.preparing = preparing;
        this.conduct = conduct;
        this.open = open;
        this.byDevice = byDevice;
        this.lots = lots;
        this.sheets = sheets;
        this.access = access;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        var me = access.signedIn().map(SignedIn::person).orElse(null);
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskElections(preparing, conduct, open, byDevice, lots, sheets, act);
                    case ROOM -> new RoomElections(conduct, open, lots, sheets, me, act);
                });
    }
}
