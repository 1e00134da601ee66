package de.ratssaal.teller;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.OrganizationSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tellers of an organization and their key, at one moment.
 *
 * @param set none if nobody is named
 * @param ceremonies of this set, the latest first
 * @param canSignIn those of the tellers who have an account
 * @param mayConduct whether whoever asks may name, begin and break off
 */
public record TellerPage(
        OrganizationSummary organization,
        @Nullable TellerSet set,
        List<Ceremony> ceremonies,
        Set<PersonId> canSignIn,
        Readiness readiness,
        boolean mayConduct) {

    public TellerPage {
        ceremonies = List.copyOf(ceremonies);
        canSignIn = Set.copyOf(canSignIn);
    }

    public Optional<Ceremony> latest() {
        return ceremonies.stream().findFirst();
    }

    /** The ceremony whose key holds now. */
    public Optional<Ceremony> made() {
        return ceremonies.stream()
                .filter(it -> it.state() == CeremonyState.DONE)
                .findFirst();
    }
}
