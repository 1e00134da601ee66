/** The gateway Janus, which brings sound and picture from one to many: its program, its connection, its rooms. */
@NullMarked
package de.ratssaal.conference.janus;

import org.jspecify.annotations.NullMarked;
