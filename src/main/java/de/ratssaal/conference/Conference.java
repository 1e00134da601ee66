package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conference of a meeting as its screens show it.
 *
 * @param room none if the meeting has no video, or not now
 * @param provider what brings sound and picture there
 * @param isPublic whether that is the room of the public part
 * @param onlySpeakerHeard whether only who has the floor is heard, and who conducts
 * @param isChosen whether the chair chose so for this meeting
 * @param people who is connected, without whether their microphones are on
 * @param word whom the chair lets speak beside the speakers' list
 * @param lost whose connection was lost and who still counts as present
 * @param waiting guests before the door
 * @param admitted guests who were let in
 * @param alone guests who confirmed that nobody else listens
 * @param disagreement where the provider says something else of who is in the room
 */
public record Conference(
        @Nullable RoomId room,
        @Nullable String provider,
        boolean isPublic,
        boolean onlySpeakerHeard,
        boolean isChosen,
        List<Taking> people,
        Set<PersonId> word,
        Set<PersonId> lost,
        List<Waiting> waiting,
        Set<PersonId> admitted,
        Set<PersonId> alone,
        Disagreement disagreement) {

    /** Somebody before the door. */
    public record Waiting(PersonId person, String name) {}

    static final Conference NONE = new Conference(
            null,
            null,
            true,
            false,
            false,
            List.of(),
            Set.of(),
            Set.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Disagreement.NONE);

    public Conference {
        people = List.copyOf(people);
        word = Set.copyOf(word);
        lost = Set.copyOf(lost);
        waiting = List.copyOf(waiting);
        admitted = Set.copyOf(admitted);
        alone = Set.copyOf(alone);
    }

    /** That somebody is connected is for everybody to know (R14); what goes on behind closed doors is not. */
    Conference fromOutside() {
        return new Conference(
                room,
                provider,
                isPublic,
                onlySpeakerHeard,
                isChosen,
                people.stream()
                        .map(it -> new Taking(
                                it.line(), it.person(), it.name(), false, it.picture(), false, false, 0, null))
                        .toList(),
                Set.of(),
                lost,
                List.of(),
                admitted,
                alone,
                Disagreement.NONE);
    }
}
