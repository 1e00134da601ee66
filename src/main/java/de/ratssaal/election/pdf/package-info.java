/** Result sheets as archivable PDFs. */
@NullMarked
package de.ratssaal.election.pdf;

import org.jspecify.annotations.NullMarked;
