package de.ratssaal.urn.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.UrnsOfMeeting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A secret vote by device, for members and gallery: the booth of whoever votes, and how far it is for all. */
class RoomUrn implements LiveCard.Shown {

    private final @Nullable PersonId me;
    private final Button toMeeting = new Button("", click -> toggle());
    private final Section booth = new Section("rs-urn-booth");
    private final Div cover = new Div(toMeeting, booth);
    private final Section shown = new Section("rs-urn");
    private final Div all = new Div(cover, shown);
    private @Nullable BoothPad pad;
    /** Whose vote runs while its voter looks at the meeting. */
    private boolean aside;

    private boolean open;

    RoomUrn(@Nullable PersonId me) {
        this.me = me;
        toMeeting.addThemeNames("tertiary");
        all.addClassName("rs-urn-room");
    }

    private void toggle() {
        aside = !aside;
        showCover();
    }

    /** While the vote runs it covers the screen, until its voter wants to see the meeting. */
    private void showCover() {
        cover.setClassName("rs-urn-cover", open && !aside);
        toMeeting.setVisible(open);
        toMeeting.setText(UrnParts.text(aside ? "urn.room.to-vote" : "urn.room.to-meeting"));
    }

    @Override
    public Component component() {
        return all;
    }

    @Override
    public void show(Board board) {
        var urns = board.part(UrnsOfMeeting.class).orElse(new UrnsOfMeeting(List.of(), null));
        var urn = urns.running().or(() -> urns.settledOn(board.meeting().currentItem()));
        all.setVisible(urn.isPresent());
        showBooth(board, urn);
        shown.show(Arrays.asList(urn), () -> urn.map(this::card).orElseGet(Div::new));
    }

    /** The booth stays as it is while others vote: only a press of its voter changes what it shows. */
    private void showBooth(Board board, Optional<UrnSummary> urn) {
        var mine = urn.filter(it -> it.state() != UrnState.SETTLED).filter(it -> takesPart(board, it));
        cover.setVisible(mine.isPresent());
        if (booth.show(
                Arrays.asList(mine.map(UrnSummary::uuid)),
                () -> mine.map(this::booth).orElseGet(Div::new))) {
            aside = false;
        }
        open = mine.filter(it -> it.state() == UrnState.OPEN).isPresent();
        showCover();
        var shownPad = pad;
        if (shownPad != null) {
            mine.ifPresent(it -> shownPad.show(it.state()));
        }
    }

    private Component booth(UrnSummary urn) {
        if (me == null) {
            return new Div();
        }
        pad = new BoothPad(urn, me);
        return pad;
    }

    private boolean takesPart(Board board, UrnSummary urn) {
        return me != null
                && (urn.state() == UrnState.REGISTERING
                        ? board.seatOf(me).filter(it -> mayVote(urn, it)).isPresent()
                        : urn.voters().contains(me));
    }

    static boolean mayVote(UrnSummary urn, Seat seat) {
        return seat.isPresent()
                && seat.holdsVote()
                && (urn.matter().doRecusedVote() || !seat.isRecused())
                && !seat.mustConfirmAlone();
    }

    private Component card(UrnSummary urn) {
        var card = new Card(UrnParts.text(urn.isElection() ? "urn.room.election" : "urn.room.title"));
        card.aside(UrnParts.badge(urn.state()));
        var progress = new Paragraph(UrnParts.progress(urn));
        progress.getElement().setAttribute("role", "status");
        card.add(new Paragraph(urn.matter().title()), progress, UrnParts.heads(urn));
        if (urn.state() == UrnState.SETTLED) {
            var check = new Anchor(
                    urn.isPublic() ? "/secret-polls/" + urn.poll() : SecretPollView.address(urn.poll()),
                    UrnParts.text("urn.room.check"));
            check.setRouterIgnore(urn.isPublic());
            card.add(new Paragraph(check));
        }
        return card;
    }
}
