package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a module adds to the screens of a running meeting. Implementations are Spring beans; the screens do not know them. What
 * a card shows comes from the board, to which its module adds a {@link BoardPart}.
 */
public interface LiveCard {

    enum Screen {
        /** Of the chair and the secretariat. */
        DESK,
        /** Of members and gallery, on their own device. */
        ROOM
    }

    /** Place among the cards, lower first. */
    int order();

    /** Whether it stands at the top of a member's screen, before what they read and press. */
    default boolean isStage() {
        return false;
    }

    /**
     * A card for one screen of whoever is signed in.
     *
     * @param act does what somebody pressed and shows at once what came of it
     * @return none if there will be nothing on this screen
     */
    Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act);

    /** A card as long as its screen is open. */
    interface Shown {

        /** Invisible while there is nothing to show. */
        Component component();

        /** Shows where the meeting stands; what whoever looks may not see is not in it. Called only if something changed. */
        void show(Board board);

        /**
         * What the desk calls this card while nothing in it needs anybody: it is then folded away behind a button of this name.
         * Nothing while it is in use, and for a card that always stands there. Asked after {@link #show}.
         */
        default Optional<String> foldedAs(Board board) {
            return Optional.empty();
        }

        /** What has to be done here before a vote is opened, as the desk's largest button says it; usually nothing. */
        default Optional<String> goesFirst(Board board) {
            return Optional.empty();
        }

        /** Whether this card has decided what the item before the meeting is about, so that nothing has to be voted on any more. */
        default boolean decidesItem(Board board) {
            return false;
        }

        /** What has to be done here before an interrupted meeting goes on, as the desk's largest button says it. */
        default Optional<String> goesBeforeResuming(Board board) {
            return Optional.empty();
        }
    }
}
