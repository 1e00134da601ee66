package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.rules.RulesOfProcedure;
import org.jspecify.annotations.Nullable;

/**
 * An organization to be created.
 *
 * @param shortName unique in its body, such as {@code StR}
 * @param legalStrength how many voting members it has by law, the mayor included where the mayor votes; a political
 *     group's seats
 * @param color of a political group, and only of one
 * @param rules by which it meets
 */
public record NewOrganization(
        BodyId body,
        String name,
        String shortName,
        Classification classification,
        int legalStrength,
        @Nullable Color color,
        RulesOfProcedure rules) {

    public NewOrganization {
        name = name.strip();
        shortName = shortName.strip();
        if (name.isEmpty() || shortName.isEmpty()) {
            throw new Refusal("organization.name-missing");
        }
        if (legalStrength < 1) {
            throw new Refusal("organization.strength-missing");
        }
        if ((classification == Classification.POLITICAL_GROUP) != (color != null)) {
            throw new Refusal("organization.color-missing");
        }
    }
}
