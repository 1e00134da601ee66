/** What devices of voters and tellers send and fetch. */
@NullMarked
package de.ratssaal.urn.web;

import org.jspecify.annotations.NullMarked;
