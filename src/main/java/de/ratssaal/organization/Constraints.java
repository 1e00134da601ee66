package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import java.util.Map;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/** Turns what the database forbids into a sentence for the person who tried. */
final class Constraints {

    private static final Map<String, String> SENTENCES = Map.of(
            "organization_body_name_key", "organization.body.name-taken",
            "organization_organization_short_name", "organization.short-name-taken",
            "organization_term_one_at_a_time", "organization.term.overlaps",
            "organization_membership_once", "organization.membership.twice",
            "organization_membership_one_chair", "organization.membership.second-chair",
            "organization_membership_one_head", "organization.membership.second-head",
            "organization_membership_one_group", "organization.membership.second-group",
            "organization_membership_seat", "organization.membership.seat-taken");

    private Constraints() {}

    /** @throws Refusal if a constraint forbids the change that people may run into */
    static void refuse(Runnable change) {
        try {
            change.run();
        } catch (DataIntegrityViolationException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                    && cause.getServerErrorMessage() != null) {
                var sentence = SENTENCES.get(
                        Objects.requireNonNullElse(cause.getServerErrorMessage().getConstraint(), ""));
                if (sentence != null) {
                    throw new Refusal(sentence);
                }
            }
            throw e;
        }
    }
}
