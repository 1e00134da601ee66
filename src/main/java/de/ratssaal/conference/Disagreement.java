package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Set;

/**
 * Where the provider and our own lines say different things about who is in the room.
 *
 * @param strangers names of those who are in the room and have no line
 * @param absent who has a line and is not in the room
 */
public record Disagreement(List<String> strangers, Set<PersonId> absent) {

    static final Disagreement NONE = new Disagreement(List.of(), Set.of());

    public Disagreement {
        strangers = List.copyOf(strangers);
        absent = Set.copyOf(absent);
    }
}
