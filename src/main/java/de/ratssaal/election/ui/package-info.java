/** Elections on the screens of a running meeting. */
@NullMarked
package de.ratssaal.election.ui;

import org.jspecify.annotations.NullMarked;
