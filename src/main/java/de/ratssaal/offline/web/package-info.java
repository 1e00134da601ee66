/** What devices that keep meetings ask of the server. */
@NullMarked
package de.ratssaal.offline.web;

import org.jspecify.annotations.NullMarked;
