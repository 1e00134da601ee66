/**
 * What every module may use: the clock, the language of messages, refusals, audited events, change notices and the
 * database's address.
 */
@ApplicationModule(
        displayName = "Base",
        allowedDependencies = {})
@NullMarked
package de.ratssaal.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
