package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Whether members may take part from elsewhere (R12).
 *
 * @param hybrid whether some members may take part remotely
 * @param digital whether a meeting may be held without presence
 * @param source paragraph
 */
public record RemoteRule(boolean hybrid, boolean digital, LegalSource source) {}
