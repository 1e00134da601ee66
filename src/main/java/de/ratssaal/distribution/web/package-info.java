/** The page behind the link in an invitation at which a member declines, and letters as files. */
@NullMarked
package de.ratssaal.distribution.web;

import org.jspecify.annotations.NullMarked;
