/** Who supports what is moved, on the screens of a running meeting. */
@NullMarked
package de.ratssaal.support.ui;

import org.jspecify.annotations.NullMarked;
