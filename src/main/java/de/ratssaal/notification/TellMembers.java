package de.ratssaal.notification;

import de.ratssaal.distribution.RoundKind;
import de.ratssaal.distribution.RoundSent;
import de.ratssaal.distribution.Rounds;
import de.ratssaal.distribution.SubstituteMissing;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountDirectory;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMoved;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.MembersInvitedLater;
import de.ratssaal.meeting.SubstituteCalled;
import de.ratssaal.meeting.SubstituteReleased;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Whoever is invited gets a mail unless they agreed to paper; whoever was invited learns what changed and that the meeting
 * was called off. The secretariat learns when nobody is left to be called for a member who cannot come.
 */
@Component
class TellMembers {

    private static final String JOB = "mail";

    private final MailQueue queue;
    private final Meetings meetings;
    private final Invitations invitations;
    private final Rounds rounds;
    private final AccountDirectory accounts;
    private final Access access;
    private final Clock clock;

    TellMembers(
            MailQueue queue,
            Meetings meetings,
            Invitations invitations,
            Rounds rounds,
            AccountDirectory accounts,
            Access access,
            Clock clock) {
        this.queue = queue;
        this.meetings = meetings;
        this.invitations = invitations;
        this.rounds = rounds;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(MeetingConvened event) {
        invite(event.meeting(), event.invited(), 1);
    }

    @ApplicationModuleListener
    void on(MembersInvitedLater event) {
        invite(event.meeting(), event.invited(), 1);
    }

    /** The latest invitation counts; if the meeting was moved twice meanwhile, one mail is enough. */
    @ApplicationModuleListener
    void on(MeetingMoved event) {
        invitations(event.meeting()).stream()
                .filter(Invitation::isStanding)
                .filter(it -> event.invited().contains(it.person()))
                .forEach(it -> invite(event.meeting(), List.of(it.person()), it.times()));
    }

    @ApplicationModuleListener
    void on(SubstituteCalled event) {
        invite(event.meeting(), List.of(event.substitute()), event.times());
    }

    /** Of an invitation that never left the house nothing has to be taken back. */
    @ApplicationModuleListener
    void on(SubstituteReleased event) {
        if (!queue.dropWaitingInvitation(event.meeting(), event.substitute(), event.times() - 1)) {
            access.asSystem(JOB, () -> rounds.release(event.meeting(), event.substitute(), event.times()));
        }
    }

    @ApplicationModuleListener
    void on(SubstituteMissing event) {
        access.asSystem(JOB, () -> {
            meetings.hold(event.meeting());
            var organization = meetings.meeting(event.meeting()).organization();
            accounts.holding(Role.SECRETARIAT, organization)
                    .forEach(it -> queue.addUnfilled(event.meeting(), it, event.member(), event.at()));
        });
    }

    @ApplicationModuleListener
    void on(RoundSent event) {
        for (var person : event.byMail()) {
            queue.add(event.meeting(), person, kind(event.kind()), event.number(), event.note(), clock.instant());
        }
    }

    @ApplicationModuleListener
    void on(MeetingCancelled event) {
        queue.dropWaitingInvitations(event.meeting());
        var told = new LinkedHashSet<>(queue.toldOrFailed(event.meeting()));
        var standing = invitations(event.meeting()).stream()
                .filter(Invitation::isStanding)
                .toList();
        standing.stream()
                .filter(it -> it.channel() == Channel.PRINT || it.deliveredAt() != null)
                .forEach(it -> told.add(it.person()));
        told.retainAll(standing.stream().map(Invitation::person).toList());
        if (!told.isEmpty()) {
            access.asSystem(JOB, () -> rounds.callOff(event.meeting(), told, event.reason()));
        }
    }

    private void invite(MeetingId meeting, Collection<PersonId> invited, int times) {
        var onPaper = onPaper(meeting);
        for (var person : invited) {
            if (!onPaper.contains(person)) {
                queue.add(meeting, person, LetterKind.INVITATION, times - 1, "", clock.instant());
            }
        }
    }

    private Set<PersonId> onPaper(MeetingId meeting) {
        return invitations(meeting).stream()
                .filter(it -> it.channel() == Channel.PRINT)
                .map(Invitation::person)
                .collect(Collectors.toSet());
    }

    private List<Invitation> invitations(MeetingId meeting) {
        return access.asSystem(JOB, () -> invitations.of(meeting));
    }

    private static LetterKind kind(RoundKind kind) {
        return switch (kind) {
            case INVITATION -> LetterKind.INVITATION;
            case SUPPLEMENT -> LetterKind.SUPPLEMENT;
            case CANCELLATION -> LetterKind.CANCELLATION;
            case RELEASE -> LetterKind.RELEASE;
            case RETURN -> LetterKind.RETURN;
        };
    }
}
