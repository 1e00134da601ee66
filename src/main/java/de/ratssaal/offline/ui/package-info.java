/** The devices that keep meetings, for their owner and for administrators. */
@NullMarked
package de.ratssaal.offline.ui;

import org.jspecify.annotations.NullMarked;
