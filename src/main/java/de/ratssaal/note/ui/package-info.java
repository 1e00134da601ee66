/** One's own notes in a running meeting. */
@NullMarked
package de.ratssaal.note.ui;

import org.jspecify.annotations.NullMarked;
