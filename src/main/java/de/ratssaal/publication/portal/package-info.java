/** The public portal: pages of HTML for everybody, without session and without JavaScript. */
@NamedInterface("portal")
@NullMarked
package de.ratssaal.publication.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
