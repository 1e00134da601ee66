package de.ratssaal.conference.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conference.Conference;
import de.ratssaal.disturbance.Disturbances;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.MembershipRole;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody's own way into the conference: for those who belong to the meeting. The gallery follows in other ways. */
final class OwnConference implements LiveCard.Shown {

    private final MeetingId meeting;
    private final PersonId me;
    private final boolean conducts;
    private final Div whole = new Div();
    private final Div closed = new Div();
    private @Nullable ConferencePad pad;

    OwnConference(MeetingId meeting, PersonId me, boolean conducts) {
        this.meeting = meeting;
        this.me = me;
        this.conducts = conducts;
        whole.addClassNames("rs-card", "rs-conference");
        closed.setVisible(false);
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var isThere = hasVideo(board) && (conducts || board.seatOf(me).isPresent());
        whole.setVisible(isThere);
        if (!isThere) {
            whole.removeAll();
            pad = null;
            return;
        }
        var shown = pad;
        if (shown == null) {
            shown = new ConferencePad(meeting, me);
            pad = shown;
            closed.removeAll();
            closed.add(
                    new StatusBadge(Tone.RESTRICTED, Symbol.LOCK, whole.getTranslation("conference.desk.not-public")));
            whole.add(closed, shown);
        }
        closed.setVisible(board.part(Conference.class)
                .filter(it -> it.room() != null && !it.isPublic())
                .isPresent());
        shown.show(
                turn(board),
                board.part(Disturbances.class).map(it -> it.way().phone()).orElse(""));
    }

    static boolean hasVideo(Board board) {
        var state = board.meeting().state();
        return board.meeting().mode() != MeetingMode.IN_PERSON && (state == MeetingState.CONVENED || state.isRunning());
    }

    private String turn(Board board) {
        var conference = board.part(Conference.class);
        var seat = board.seatOf(me);
        List<@Nullable Object> turn = Arrays.asList(
                conference.map(Conference::room).orElse(null),
                seat.map(Seat::isRecused).orElse(false),
                seat.map(Seat::mustConfirmAlone).orElse(false),
                seat.filter(it -> it.member().role() == MembershipRole.GUEST || !it.holdsVote())
                                .isPresent()
                        && conference.filter(it -> it.admitted().contains(me)).isPresent(),
                conference.filter(it -> it.alone().contains(me)).isPresent());
        return Integer.toHexString(Objects.hash(turn, board.meeting().currentItem()));
    }
}
