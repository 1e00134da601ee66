/** The live page: a page of HTML for everybody, kept up to date by server-sent events, without session. */
@NullMarked
package de.ratssaal.display.portal;

import org.jspecify.annotations.NullMarked;
