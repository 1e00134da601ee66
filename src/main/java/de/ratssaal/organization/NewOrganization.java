package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.rules.RulesOfProcedure;
import org.jspecify.annotations.Nullable;

/**
 * An organization to be created.
 *
 * @param shortName unique in its body, such as {@code StR}
 * @param legalStrength how many voting members it has by law, the mayor included where the mayor votes; a political
 *     group's seats; 0 for an office
 * @param color of a political group, and only of one
 * @param rules by which it meets; none for an office, and only for one
 */
public record NewOrganization(
        BodyId body,
        String name,
        String shortName,
        Classification classification,
        int legalStrength,
        @Nullable Color color,
        @Nullable RulesOfProcedure rules) {

    public NewOrganization {
        name = name.strip();
        shortName = shortName.strip();
        if (name.isEmpty() || shortName.isEmpty()) {
            throw new Refusal("organization.name-missing");
        }
        if (classification == Classification.OFFICE) {
            if (legalStrength != 0 || rules != null) {
                throw new Refusal("organization.office.nobody-votes");
            }
        } else if (legalStrength < 1) {
            throw new Refusal("organization.strength-missing");
        } else if (rules == null) {
            throw new IllegalArgumentException("%s meets by rules".formatted(name));
        }
        if ((classification == Classification.POLITICAL_GROUP) != (color != null)) {
            throw new Refusal("organization.color-missing");
        }
    }

    /** Part of the administration, in which nobody votes. */
    public static NewOrganization office(BodyId body, String name, String shortName) {
        return new NewOrganization(body, name, shortName, Classification.OFFICE, 0, null, null);
    }
}
