package de.ratssaal.teller;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.util.UUID;

/**
 * Something that a teller is told outside the application.
 *
 * @param about the set, the ceremony or the vote, whichever it is about: of each one letter
 */
public record DueTellerLetter(TellerLetterKind kind, UUID about, OrganizationId organization, PersonId teller) {}
