package de.ratssaal.publication;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.ItemCalled;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingInterrupted;
import de.ratssaal.meeting.MeetingOpened;
import de.ratssaal.meeting.MeetingResumed;
import de.ratssaal.voting.ItemResolved;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Publishes a meeting when it is convened (R2), follows it while it runs, and every decision as soon as it is taken. */
@Component
class FollowMeetings {

    private final Publishing publishing;
    private final Access access;

    FollowMeetings(Publishing publishing, Access access) {
        this.publishing = publishing;
        this.access = access;
    }

    @ApplicationModuleListener
    void on(MeetingConvened event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(MeetingCancelled event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(MeetingOpened event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(MeetingInterrupted event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(MeetingResumed event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(ItemCalled event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(ItemFinished event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(ItemResolved event) {
        publish(event.meeting());
    }

    @ApplicationModuleListener
    void on(MeetingClosed event) {
        publish(event.meeting());
    }

    private void publish(MeetingId meeting) {
        access.asSystem(Publishing.JOB, () -> publishing.publish(meeting));
    }
}
