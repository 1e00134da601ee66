/** Minutes written and read. */
@NullMarked
package de.ratssaal.minutes.ui;

import org.jspecify.annotations.NullMarked;
