/** The screens of the hall, how the desk directs them, and a member's check-in by code. */
@NullMarked
package de.ratssaal.display.ui;

import org.jspecify.annotations.NullMarked;
