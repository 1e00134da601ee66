/** The meeting's page, the desk of the chair, the room of members and gallery; and what other modules add to them. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.chamber.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
