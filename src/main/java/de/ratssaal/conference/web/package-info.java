/** How browsers come into a conference and find each other. */
@NullMarked
package de.ratssaal.conference.web;

import org.jspecify.annotations.NullMarked;
