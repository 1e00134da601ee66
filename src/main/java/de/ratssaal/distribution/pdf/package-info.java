/** Letters on the municipality's paper. */
@NullMarked
package de.ratssaal.distribution.pdf;

import org.jspecify.annotations.NullMarked;
