package de.ratssaal.display.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.BoardAt;
import de.ratssaal.chamber.Boards;
import de.ratssaal.display.OnScreen;
import de.ratssaal.display.Scene;
import de.ratssaal.display.ScreenId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.urn.UrnsOfMeeting;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A screen in the hall, full of what the desk lets it show. There is nothing on it to be pressed. */
@Route("display/:meeting/:screen?")
@RolesAllowed({"CHAIR", "DEPUTY_CHAIR", "SECRETARIAT"})
class DisplayView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Boards boards;
    private final Meetings meetings;
    private final SceneDrawing drawing;

    private final Header head = new Header();
    private final Section title = new Section("rs-display-title");
    private final Section stage = new Section("rs-display-stage");
    private final Section foot = new Section("rs-display-foot");
    private @Nullable BoardAt shown;
    private String pageTitle = "";

    DisplayView(Boards boards, Meetings meetings, RatssaalProperties settings, Clock clock) {
        this.boards = boards;
        this.meetings = meetings;
        this.drawing = new SceneDrawing(this, settings.publicUrl(), clock);
        head.add(title);
        getContent().addClassName("rs-display");
        getContent().add(head, new Main(stage), new Footer(foot));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var meeting = new MeetingId(addressed(event, "meeting").orElseThrow(NotFoundException::new));
        if (!meetings.mayConduct(meeting)) {
            throw new NotFoundException();
        }
        var screen = addressed(event, "screen").map(ScreenId::new).orElseGet(() -> ScreenId.mainOf(meeting));
        shown = null;
        show(boards.now(meeting), screen);
        WhileShown.watch(this, ui -> boards.watch(meeting, board -> WhileShown.update(ui, () -> show(board, screen))));
    }

    private static Optional<UUID> addressed(BeforeEnterEvent event, String parameter) {
        try {
            return event.getRouteParameters().get(parameter).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    /** What was read before must not be shown over what was read after it. */
    private void show(BoardAt at, ScreenId id) {
        var before = shown;
        if (before != null && at.turn() <= before.turn()) {
            return;
        }
        shown = at;
        var onScreen = OnScreen.of(at.board(), id);
        pageTitle = at.board().meeting().title();
        if (onScreen.isEmpty()) {
            stage.show(List.of("gone"), () -> new H1(getTranslation("display.screen.gone")));
            title.show(List.of(), Div::new);
            foot.show(List.of(), Div::new);
            return;
        }
        var now = onScreen.get();
        getContent().getElement().setAttribute("data-scene", now.scene().name());
        title.show(List.of(now.scene() == Scene.BLANK, pageTitle), () -> title(now));
        stage.show(basis(now), () -> drawing.draw(now));
        foot.show(List.of(saysWhoIsThere(now), presence(now.board())), () -> foot(now));
    }

    /** All that a scene depends on: a clock or a picture is not begun anew because somebody votes. */
    private static List<@Nullable Object> basis(OnScreen now) {
        var board = now.board();
        return switch (now.scene()) {
            case BLANK, CLOSED_DOORS, OVER -> List.of(now.scene());
            case WELCOME -> Arrays.asList(now.scene(), board.meeting().state(), now.code());
            case ITEM, SPEAKERS ->
                Arrays.asList(
                        now.scene(),
                        board.currentItem().orElse(null),
                        now.floor().orElse(null));
            case VOTE ->
                Arrays.asList(
                        now.scene(),
                        board.poll(),
                        board.countVoted(),
                        board.countMayVote(),
                        board.currentItem(),
                        byDevice(board));
            case RESULT -> Arrays.asList(now.scene(), board.poll(), board.currentItem(), byDevice(board));
            case ELECTION -> Arrays.asList(now.scene(), now.election(), board.currentItem(), byDevice(board));
            case SEATS -> Arrays.asList(now.scene(), board.seats());
            case MESSAGE -> Arrays.asList(now.scene(), now.screen().showing());
            case BREAK -> Arrays.asList(now.scene(), now.breakUntil());
            case CHECK_IN -> Arrays.asList(now.scene(), now.code());
        };
    }

    private static @Nullable UrnsOfMeeting byDevice(Board board) {
        return board.part(UrnsOfMeeting.class).orElse(null);
    }

    private Component title(OnScreen now) {
        if (now.scene() == Scene.BLANK) {
            return new Div();
        }
        var meeting = now.board().meeting();
        var organization = new Span(meeting.organizationName());
        organization.addClassName("rs-display-organization");
        return new Div(organization, new Span(meeting.title()));
    }

    private static boolean saysWhoIsThere(OnScreen now) {
        return switch (now.scene()) {
            case BLANK, CLOSED_DOORS, OVER -> false;
            case WELCOME, ITEM, VOTE, RESULT, ELECTION, SPEAKERS, SEATS, MESSAGE, BREAK, CHECK_IN -> true;
        };
    }

    private static List<Object> presence(Board board) {
        return List.of(board.countVotingPresent(), board.quorum());
    }

    private Component foot(OnScreen now) {
        if (!saysWhoIsThere(now)) {
            return new Div();
        }
        var quorum = now.board().quorum();
        var present =
                new Paragraph(getTranslation("display.present", now.board().countVotingPresent(), quorum.members()));
        var enough = new Paragraph(
                quorum.isMet()
                        ? getTranslation("display.quorate")
                        : getTranslation(
                                quorum.isOfVotes() ? "display.not-quorate-votes" : "display.not-quorate",
                                quorum.needed()));
        enough.addClassName(quorum.isMet() ? "rs-display-quorate" : "rs-display-not-quorate");
        return new Div(present, enough);
    }

    @Override
    public String getPageTitle() {
        return pageTitle;
    }
}
