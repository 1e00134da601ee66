/** Sets minutes on pages: tagged, archivable PDF. */
@NullMarked
package de.ratssaal.minutes.pdf;

import org.jspecify.annotations.NullMarked;
