package de.ratssaal.publication;

import de.ratssaal.meeting.AgendaChanged;
import de.ratssaal.meeting.AgendaReordered;
import de.ratssaal.meeting.ItemCalled;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingInterrupted;
import de.ratssaal.meeting.MeetingOpened;
import de.ratssaal.meeting.MeetingPlanChanged;
import de.ratssaal.meeting.MeetingResumed;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.voting.ItemResolved;
import de.ratssaal.voting.OutcomeTakenBack;
import de.ratssaal.voting.PollAnnulled;
import org.springframework.stereotype.Component;

/** Publishes a meeting when it is convened (R2), follows it while it runs, and every decision as soon as it is taken. */
@Component
class FollowMeetings {

    private final Publishing publishing;
    private final InTurn inTurn;

    FollowMeetings(Publishing publishing, InTurn inTurn) {
        this.publishing = publishing;
        this.inTurn = inTurn;
    }

    @AfterCommit
    void on(MeetingConvened event) {
        publish(event.meeting());
    }

    /** After the invitation: what is still being prepared is not published. */
    @AfterCommit
    void on(AgendaChanged event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(MeetingPlanChanged event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(MeetingCancelled event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(MeetingOpened event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(MeetingInterrupted event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(MeetingResumed event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(ItemCalled event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(ItemFinished event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(ItemResolved event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(AgendaReordered event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(OutcomeTakenBack event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(PollAnnulled event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(MeetingClosed event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(PublicExcluded event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(ResolutionReleased event) {
        publish(event.meeting());
    }

    @AfterCommit
    void on(PublicCourseChanged event) {
        publish(event.meeting());
    }

    private void publish(MeetingId meeting) {
        inTurn.publish(meeting, publishing::publish);
    }
}
