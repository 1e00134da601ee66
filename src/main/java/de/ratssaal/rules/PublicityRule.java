package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Who may be there (R11, R17).
 *
 * @param meetingsArePublic whether meetings are public unless an item is excluded
 * @param remoteMembersConfirmAlone whether remote members confirm before a non-public item that nobody listens
 * @param source paragraph
 */
public record PublicityRule(boolean meetingsArePublic, boolean remoteMembersConfirmAlone, LegalSource source) {}
