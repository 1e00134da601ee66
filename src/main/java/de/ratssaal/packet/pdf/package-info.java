/** Binds packets: copies pages into one file as they are, with a header on each, in a process of its own. */
@NullMarked
package de.ratssaal.packet.pdf;

import org.jspecify.annotations.NullMarked;
