/** Circular resolutions as members answer them, and as chair and secretariat see to them. */
@NullMarked
package de.ratssaal.circular.ui;

import org.jspecify.annotations.NullMarked;
