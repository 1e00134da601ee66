/** The calendar's views. */
@NullMarked
package de.ratssaal.calendar.ui;

import org.jspecify.annotations.NullMarked;
