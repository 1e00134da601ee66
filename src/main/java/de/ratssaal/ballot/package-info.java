/**
 * The secret ballot: keys, encryption, proofs, tally, decryption and the record that anyone can check. Needs the JDK only.
 *
 * <p>Names, steps and the order in which random numbers are drawn are those of docs/voting-protocol.md.
 */
@ApplicationModule(
        displayName = "Ballot",
        allowedDependencies = {})
@NullMarked
package de.ratssaal.ballot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
