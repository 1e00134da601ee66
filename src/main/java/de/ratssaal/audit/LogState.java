package de.ratssaal.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the log stands.
 *
 * @param head the newest signed head, if there is one
 * @param waiting entries that are not merged yet, counted up to {@value Sequencer#BATCH}; more than a few for more than a
 *     second are a fault
 */
public record LogState(@Nullable SignedHead head, int waiting) {}
