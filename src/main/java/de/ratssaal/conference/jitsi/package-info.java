/** Sound and picture from a Jitsi of the operator's own: it is told who may come in, and tells who is there. */
@NullMarked
package de.ratssaal.conference.jitsi;

import org.jspecify.annotations.NullMarked;
