package de.ratssaal.message;

import de.ratssaal.identity.PersonId;
import java.util.Map;

/**
 * How often something happened among the messages of a meeting. Screens ask for messages anew when their number grows; the
 * shared picture holds no message, and no sign of who wrote to whom.
 *
 * @param ofDesk in what chair and secretariat can read
 * @param ofMembers in what each member can read
 */
public record MessageTurns(int ofDesk, Map<PersonId, Integer> ofMembers) {

    public MessageTurns {
        ofMembers = Map.copyOf(ofMembers);
    }

    public int of(PersonId member) {
        return ofMembers.getOrDefault(member, 0);
    }
}
