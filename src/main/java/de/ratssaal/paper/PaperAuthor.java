package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who writes a paper: an office, a political group, a single member, or the secretariat.
 *
 * @param organization the office or political group
 * @param person the single member
 */
public record PaperAuthor(
        @Nullable OrganizationId organization, @Nullable PersonId person) {

    /** The secretariat of the organization whose paper it is. */
    public static final PaperAuthor SECRETARIAT = new PaperAuthor(null, null);

    public PaperAuthor {
        if (organization != null && person != null) {
            throw new IllegalArgumentException("written by an organization or by a person");
        }
    }

    public static PaperAuthor of(OrganizationId organization) {
        return new PaperAuthor(organization, null);
    }

    public static PaperAuthor of(PersonId person) {
        return new PaperAuthor(null, person);
    }

    public boolean isSecretariat() {
        return organization == null && person == null;
    }
}
