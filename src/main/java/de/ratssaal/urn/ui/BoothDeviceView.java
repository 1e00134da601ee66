package de.ratssaal.urn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.BoardAt;
import de.ratssaal.chamber.Boards;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.urn.ProvidedBooths;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.UrnsOfMeeting;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that the city provides, at which members without one of their own vote one after the other. Before the opening a booth is made
 * ready for each of them; then each finds theirs under their name. Their secrets lie in this window alone and are gone with it.
 */
@Route("booth-device/:meeting")
@RolesAllowed({"CHAIR", "DEPUTY_CHAIR", "SECRETARIAT"})
class BoothDeviceView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final Boards boards;
    private final Meetings meetings;
    private final ProvidedBooths booths;
    private final Access access;

    private final Section names = new Section("rs-urn-device").calm();
    private final Div place = new Div();
    private final Map<PersonId, BoothPad> pads = new LinkedHashMap<>();
    private @Nullable String election;
    private @Nullable PersonId voting;
    private @Nullable BoardAt shown;

    BoothDeviceView(Boards boards, Meetings meetings, ProvidedBooths booths, Access access) {
        this.boards = boards;
        this.meetings = meetings;
        this.booths = booths;
        this.access = access;
        getContent().addClassName("rs-urn-device-page");
        getContent().add(new H1(getTranslation("urn.device.title")), names, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var meeting = new MeetingId(event.getRouteParameters()
                .get("meeting")
                .flatMap(BoothDeviceView::uuid)
                .orElseThrow(NotFoundException::new));
        if (!meetings.mayConduct(meeting)) {
            throw new NotFoundException();
        }
        show(boards.now(meeting));
        WhileShown.watch(this, ui -> boards.watch(meeting, board -> WhileShown.update(ui, () -> show(board))));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was read before must not be shown over what was read after it. */
    private void show(BoardAt at) {
        var before = shown;
        if (before == null || at.turn() > before.turn()) {
            shown = at;
            draw(at.board());
        }
    }

    private void draw(Board board) {
        var urn = board.part(UrnsOfMeeting.class).flatMap(UrnsOfMeeting::running);
        var uuid = urn.map(UrnSummary::uuid).orElse(null);
        if (!Objects.equals(uuid, election)) {
            election = uuid;
            voting = null;
            pads.clear();
            place.removeAll();
        }
        urn.ifPresent(it -> pads.values().forEach(pad -> pad.show(it.state())));
        var without = urn.filter(it -> it.state() == UrnState.REGISTERING)
                .map(it -> board.seats().stream()
                        .filter(seat -> RoomUrn.mayVote(it, seat)
                                && !it.ready().contains(seat.member().person()))
                        .toList())
                .orElse(List.of());
        names.show(
                Arrays.asList(
                        urn.map(UrnSummary::poll),
                        urn.map(UrnSummary::state),
                        without,
                        List.copyOf(pads.keySet()),
                        voting),
                () -> urn.map(it -> names(board, it, without))
                        .orElseGet(() -> new Div(new Paragraph(getTranslation("urn.device.nothing")))));
    }

    private Div names(Board board, UrnSummary urn, List<Seat> without) {
        var all = new Div();
        if (voting != null) {
            return all;
        }
        if (urn.state() == UrnState.REGISTERING) {
            var waiting = without.stream()
                    .filter(it -> !pads.containsKey(it.member().person()))
                    .toList();
            all.add(new Paragraph(getTranslation(
                    waiting.isEmpty() && !pads.isEmpty() ? "urn.device.all-ready" : "urn.device.registering")));
            waiting.forEach(it -> all.add(
                    button(getTranslation("urn.device.provide", it.member().name()), () -> provide(board, urn, it))));
        } else {
            all.add(new Paragraph(getTranslation(
                    urn.state() == UrnState.OPEN && !pads.isEmpty() ? "urn.device.open" : "urn.device.nothing")));
        }
        for (var person : pads.keySet()) {
            var name = board.seatOf(person).map(it -> it.member().name()).orElse("");
            if (urn.state() == UrnState.OPEN) {
                all.add(button(getTranslation("urn.device.vote", name), () -> letVote(board, person)));
            } else if (urn.state() == UrnState.REGISTERING) {
                all.add(new StatusBadge(Tone.SUCCESS, getTranslation("urn.device.ready", name)));
            }
        }
        return all;
    }

    private static Component button(String text, Runnable act) {
        var button = new Button(text, Symbol.VOTE.create(), click -> act.run());
        button.addThemeNames("primary");
        return button;
    }

    private void provide(Board board, UrnSummary urn, Seat seat) {
        var voter = seat.member().person();
        var ticket = booths.provide(urn.poll(), voter);
        var pad = new BoothPad(urn, ticket, access.requirePerson(), () -> finished(voter));
        pad.addClassName("rs-urn-hidden");
        pads.put(voter, pad);
        place.add(pad);
        draw(board);
    }

    private void letVote(Board board, PersonId voter) {
        voting = voter;
        pads.forEach((person, pad) -> pad.setClassName("rs-urn-hidden", !person.equals(voter)));
        draw(board);
    }

    /** The next one finds nothing of who was there before. */
    private void finished(PersonId voter) {
        var pad = pads.remove(voter);
        if (pad != null) {
            place.remove(pad);
        }
        voting = null;
        var now = shown;
        if (now != null) {
            draw(now.board());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("urn.device.title");
    }
}
