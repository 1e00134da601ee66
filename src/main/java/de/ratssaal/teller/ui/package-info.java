/** Tellers as they are named, and their own page. */
@NullMarked
package de.ratssaal.teller.ui;

import org.jspecify.annotations.NullMarked;
