/** Challenges of votes on the screens of a running meeting. */
@NullMarked
package de.ratssaal.challenge.ui;

import org.jspecify.annotations.NullMarked;
