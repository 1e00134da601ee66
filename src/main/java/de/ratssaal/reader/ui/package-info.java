/** The way from a meeting's page to the reader. */
@NullMarked
package de.ratssaal.reader.ui;

import org.jspecify.annotations.NullMarked;
