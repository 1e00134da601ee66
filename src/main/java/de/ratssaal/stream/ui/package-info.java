/** The stream on the screens of a meeting. */
@NullMarked
package de.ratssaal.stream.ui;

import org.jspecify.annotations.NullMarked;
