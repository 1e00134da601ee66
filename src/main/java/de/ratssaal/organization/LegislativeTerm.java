package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import java.time.LocalDate;

/**
 * A term of office.
 *
 * @param name such as {@code Wahlperiode 2024–2029}
 * @param lastDay counts
 */
public record LegislativeTerm(TermId id, BodyId body, String name, LocalDate firstDay, LocalDate lastDay) {

    public LegislativeTerm {
        name = name.strip();
        if (name.isEmpty()) {
            throw new Refusal("organization.name-missing");
        }
        if (!lastDay.isAfter(firstDay)) {
            throw new Refusal("organization.ends-before-start");
        }
    }
}
