package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import org.jspecify.annotations.Nullable;

/**
 * When an organization may decide (R4 to R6).
 *
 * @param present share of its members that must be exceeded by those present and entitled to vote
 * @param presentIfMostAreRecused share that must be reached if more than half are recused on the item; none if that
 *     changes nothing
 * @param secondInvitationSuffices whether after a second invitation with notice any number present is enough
 * @param source paragraph
 */
public record QuorumRule(
        Fraction present,
        @Nullable Fraction presentIfMostAreRecused,
        boolean secondInvitationSuffices,
        LegalSource source) {}
