/** The search of the members' application. */
@NullMarked
package de.ratssaal.search.ui;

import org.jspecify.annotations.NullMarked;
