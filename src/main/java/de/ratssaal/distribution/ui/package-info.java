/** What members and the secretariat see of supplements, changes, substitutes, letters and announcements. */
@NullMarked
package de.ratssaal.distribution.ui;

import org.jspecify.annotations.NullMarked;
