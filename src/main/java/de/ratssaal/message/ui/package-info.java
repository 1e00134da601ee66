/** Messages on the screens of a running meeting. */
@NullMarked
package de.ratssaal.message.ui;

import org.jspecify.annotations.NullMarked;
