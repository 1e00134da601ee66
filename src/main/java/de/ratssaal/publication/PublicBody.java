package de.ratssaal.publication;

import de.ratssaal.organization.BodyId;
import java.time.ZoneId;
import java.util.List;

/**
 * A municipality before the public.
 *
 * @param contact address, telephone and mail, one per line
 */
public record PublicBody(BodyId id, String name, String shortName, ZoneId zone, String contact) {

    /** The lines of {@link #contact()}. */
    public List<String> contactLines() {
        return contact.lines().filter(it -> !it.isBlank()).toList();
    }
}
