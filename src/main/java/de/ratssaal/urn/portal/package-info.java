/** Secret votes by device in the public portal, where everybody checks them. */
@NullMarked
package de.ratssaal.urn.portal;

import org.jspecify.annotations.NullMarked;
