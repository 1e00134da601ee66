package de.ratssaal.urn;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.voting.PollCancelled;
import de.ratssaal.voting.PollOpened;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.Polls;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done by device ends with its poll, in the same transaction: when the poll is cancelled, after a disturbance for instance, or
 * opened on paper, or its item is finished before it was opened.
 */
@Component
class FollowPolls {

    private static final Locale LANGUAGE = Locale.GERMAN;

    private final BreakingOff breakingOff;
    private final Polls polls;
    private final Messages messages;

    FollowPolls(BreakingOff breakingOff, Polls polls, Messages messages) {
        this.breakingOff = breakingOff;
        this.polls = polls;
        this.messages = messages;
    }

    @EventListener
    void on(PollCancelled event) {
        breakingOff.ifRunning(SecretPollId.of(event.poll()), event.reason(), event.at());
    }

    /** By then the urn says that it is open, if the ballots are cast by device. Motions on the procedure are voted on in between. */
    @EventListener
    void on(PollOpened event) {
        if (polls.poll(event.poll()).purpose() == PollPurpose.PROPOSAL) {
            breakingOff.registering(
                    event.meeting(),
                    it -> it.kind() == MatterKind.POLL && it.item().equals(event.item()),
                    messages.text(LANGUAGE, "urn.cancelled.on-paper"),
                    event.at());
        }
    }

    /** What was asked in public is not asked behind closed doors: devices register for a question of its own. */
    @EventListener
    void on(PublicExcluded event) {
        breakingOff.registering(
                event.meeting(),
                it -> it.kind() == MatterKind.POLL,
                messages.text(LANGUAGE, "urn.cancelled.public-excluded"),
                event.at());
    }

    @EventListener
    void on(ItemFinished event) {
        breakingOff.registering(
                event.meeting(),
                it -> it.item().equals(event.item()),
                messages.text(LANGUAGE, "urn.cancelled.item-finished"),
                event.at());
    }

    @EventListener
    void on(MeetingClosed event) {
        breakingOff.registering(
                event.meeting(), it -> true, messages.text(LANGUAGE, "urn.cancelled.item-finished"), event.at());
    }
}
