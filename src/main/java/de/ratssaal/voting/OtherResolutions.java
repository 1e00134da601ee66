package de.ratssaal.voting;

import de.ratssaal.identity.OrganizationId;
import java.util.List;

/** Adds resolutions to the book that were not taken in a meeting. Modules that keep such answer. */
public interface OtherResolutions {

    /** Those of an organization that whoever asks may see. */
    List<BookEntry> of(OrganizationId organization);
}
