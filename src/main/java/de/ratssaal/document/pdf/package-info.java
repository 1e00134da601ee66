/** Setting tagged, archivable PDFs on the municipality's paper. */
@NamedInterface("pdf")
@NullMarked
package de.ratssaal.document.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
