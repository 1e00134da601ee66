/** Calendar of meetings, planning one, sending its invitation; and how a meeting's state is shown elsewhere. */
@NamedInterface("ui")
@NullMarked
package de.ratssaal.meeting.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
