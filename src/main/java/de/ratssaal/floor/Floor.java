package de.ratssaal.floor;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The speakers' list of the item before the meeting, at one moment.
 *
 * @param item none if there is no item, or none that whoever looks may know of
 * @param isClosed whether nobody can ask to speak any more; points of order stay possible
 * @param isQuestionTime whether residents may ask
 * @param speaking who has the floor
 * @param waiting who waits, in the order in which they will be called
 * @param answerable the speech that may be replied to: the one that is held, else the last one; none if the rules know no
 *     replies
 * @param repliedBy who replied to it, or waits to
 * @param isOrderedByChair whether the chair changed the order that the rules give
 * @param warningSeconds how long before the end the clock warns
 */
public record Floor(
        @Nullable AgendaItemId item,
        boolean isClosed,
        boolean isQuestionTime,
        @Nullable SpeechRequest speaking,
        List<SpeechRequest> waiting,
        @Nullable SpeechRequest answerable,
        List<PersonId> repliedBy,
        boolean isOrderedByChair,
        int warningSeconds) {

    static final Floor NONE = new Floor(null, false, false, null, List.of(), null, List.of(), false, 0);

    public Floor {
        waiting = List.copyOf(waiting);
        repliedBy = List.copyOf(repliedBy);
    }

    public Optional<SpeechRequest> next() {
        return waiting.stream().findFirst();
    }

    /** Place in the list, counted from 1; 0 for who is not on it. */
    public int placeOf(PersonId person) {
        for (var place = 0; place < waiting.size(); place++) {
            if (waiting.get(place).isOf(person)) {
                return place + 1;
            }
        }
        return 0;
    }

    /** What somebody waits for. */
    public List<SpeechRequest> waitingOf(PersonId person) {
        return waiting.stream().filter(it -> it.isOf(person)).toList();
    }

    /** Whether somebody may reply to the speech at hand. */
    public boolean mayReply(PersonId person) {
        return answerable != null && !isClosed && !answerable.isOf(person) && !repliedBy.contains(person);
    }

    /** For somebody outside of the room who may know of some items only. */
    Floor without(Predicate<AgendaItemId> mayKnow) {
        if (item == null || !mayKnow.test(item)) {
            return NONE;
        }
        return new Floor(
                item,
                isClosed,
                isQuestionTime,
                speaking == null ? null : speaking.asToldOutside(),
                waiting.stream().map(SpeechRequest::asToldOutside).toList(),
                answerable == null ? null : answerable.asToldOutside(),
                repliedBy,
                isOrderedByChair,
                warningSeconds);
    }

    /** Everybody on it, who speaks first. */
    Stream<SpeechRequest> all() {
        return Stream.concat(Stream.ofNullable(speaking), waiting.stream());
    }
}
