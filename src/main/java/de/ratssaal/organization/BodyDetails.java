package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a municipality.
 *
 * @param name such as {@code Stadt Lindenau}
 * @param shortName such as {@code Lindenau}
 * @param land in which it lies
 * @param zone in which its times are shown
 * @param contact address, telephone and mail, one per line, as printed on letters
 * @param color its official colour
 * @param coatOfArms its coat of arms
 */
public record BodyDetails(
        String name,
        String shortName,
        Land land,
        ZoneId zone,
        String contact,
        @Nullable Color color,
        @Nullable CoatOfArms coatOfArms) {

    public BodyDetails {
        name = name.strip();
        shortName = shortName.strip();
        contact = contact.strip();
        if (name.isEmpty() || shortName.isEmpty()) {
            throw new Refusal("organization.name-missing");
        }
    }
}
