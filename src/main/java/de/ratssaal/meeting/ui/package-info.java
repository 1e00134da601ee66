/** Calendar of meetings, planning one, sending its invitation. */
@NullMarked
package de.ratssaal.meeting.ui;

import org.jspecify.annotations.NullMarked;
