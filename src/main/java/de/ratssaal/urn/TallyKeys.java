package de.ratssaal.urn;

import de.ratssaal.identity.OrganizationId;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** Where the keys of the tellers come from. */
interface TallyKeys {

    /** The key that the organization votes under now. */
    Optional<TallyKey> readyFor(OrganizationId organization);

    /** @throws NoSuchElementException if there is none of that ceremony */
    TallyKey key(UUID ceremony);

    /** Key of the sentence that says why none is ready. */
    String why(OrganizationId organization);
}
