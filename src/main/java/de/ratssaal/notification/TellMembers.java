package de.ratssaal.notification;

import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MembersInvitedLater;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever is invited gets a mail; whoever was invited learns that the meeting was called off. */
@Component
class TellMembers {

    private final MailQueue queue;
    private final Clock clock;

    TellMembers(MailQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(MeetingConvened event) {
        for (var person : event.invited()) {
            queue.add(event.meeting(), person, LetterKind.INVITATION, "", clock.instant());
        }
    }

    @ApplicationModuleListener
    void on(MembersInvitedLater event) {
        for (var person : event.invited()) {
            queue.add(event.meeting(), person, LetterKind.INVITATION, "", clock.instant());
        }
    }

    @ApplicationModuleListener
    void on(MeetingCancelled event) {
        queue.dropWaitingInvitations(event.meeting());
        for (var person : queue.toldOrFailed(event.meeting())) {
            queue.add(event.meeting(), person, LetterKind.CANCELLATION, event.reason(), clock.instant());
        }
    }
}
