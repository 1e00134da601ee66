/** Where the PDFs of minutes are fetched by who is signed in. */
@NullMarked
package de.ratssaal.minutes.web;

import org.jspecify.annotations.NullMarked;
