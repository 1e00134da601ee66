/** What the tellers' page asks of the server. */
@NullMarked
package de.ratssaal.teller.web;

import org.jspecify.annotations.NullMarked;
