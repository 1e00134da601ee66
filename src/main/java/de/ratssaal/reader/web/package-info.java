/** The reader's page, and what its script asks for. */
@NullMarked
package de.ratssaal.reader.web;

import org.jspecify.annotations.NullMarked;
