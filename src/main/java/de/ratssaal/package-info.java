/** Ratssaal, the digital council chamber. One package per module; docs/architecture.md has the map. */
@NullMarked
package de.ratssaal;

import org.jspecify.annotations.NullMarked;
