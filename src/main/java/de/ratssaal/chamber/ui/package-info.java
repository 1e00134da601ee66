/** The meeting's page, the desk of the chair, the room of members and gallery. */
@NullMarked
package de.ratssaal.chamber.ui;

import org.jspecify.annotations.NullMarked;
