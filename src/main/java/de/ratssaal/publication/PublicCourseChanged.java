package de.ratssaal.publication;

import de.ratssaal.meeting.MeetingId;

/** What a {@link PublicCourse} says of a meeting is another now. */
public record PublicCourseChanged(MeetingId meeting) {}
