/** Acts on the agenda on the screens of a running meeting. */
@NullMarked
package de.ratssaal.conduct.ui;

import org.jspecify.annotations.NullMarked;
