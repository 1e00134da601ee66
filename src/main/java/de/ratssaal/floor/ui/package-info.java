/** Who speaks, on the desk and in the room; and how much was said by whom. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.floor.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
