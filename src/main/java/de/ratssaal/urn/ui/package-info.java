/** Secret votes by device on the screens of a running meeting. */
@NullMarked
package de.ratssaal.urn.ui;

import org.jspecify.annotations.NullMarked;
