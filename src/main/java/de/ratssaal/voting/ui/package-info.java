/** The book of resolutions, for members. */
@NullMarked
package de.ratssaal.voting.ui;

import org.jspecify.annotations.NullMarked;
