/** Disturbances on the screens of a running meeting. */
@NullMarked
package de.ratssaal.disturbance.ui;

import org.jspecify.annotations.NullMarked;
