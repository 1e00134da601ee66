/** The feeds' addresses. */
@NullMarked
package de.ratssaal.calendar.web;

import org.jspecify.annotations.NullMarked;
