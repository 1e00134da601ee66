/** The addresses at which files are read. */
@NullMarked
package de.ratssaal.document.web;

import org.jspecify.annotations.NullMarked;
