/**
 * The audit log: every change of legal relevance, append-only, in a Merkle tree with signed heads.
 *
 * <p>The module listens to {@code base.AuditedEvent} alone, so nobody depends on it. docs/audit-log.md describes bytes and
 * proofs so that others can check them.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"base", "base::ui", "identity"})
@NullMarked
package de.ratssaal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
