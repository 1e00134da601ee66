package de.ratssaal.urn;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Entitled;
import de.ratssaal.ballot.Question;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.Eligibility;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Tally;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Polls for which a secret vote was obtained: yes, no, abstention. */
@Component
class DecidedPolls implements Deciding {

    private static final Locale LANGUAGE = Locale.GERMAN;

    private final PollConduct conduct;
    private final Polls polls;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;

    DecidedPolls(
            PollConduct conduct,
            Polls polls,
            AttendanceRegister attendance,
            Meetings meetings,
            Councils councils,
            Messages messages) {
        this.conduct = conduct;
        this.polls = polls;
        this.attendance = attendance;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.POLL;
    }

    @Override
    public Matter matter(SecretPollId id) {
        return matter(polls.poll(id.poll()));
    }

    @Override
    public List<Matter> of(MeetingId meeting) {
        return polls.of(meeting).stream().map(DecidedPolls::matter).toList();
    }

    private static Matter matter(PollSummary poll) {
        return new Matter(
                SecretPollId.of(poll.id()),
                MatterKind.POLL,
                poll.meeting(),
                poll.item(),
                poll.question().question(),
                poll.isPublic(),
                false,
                poll.state() == PollState.PREPARED,
                poll.holds());
    }

    @Override
    public void requireReady(Matter matter) {
        if (!conduct.isToBeSecret(matter.id().poll())) {
            throw new Refusal("urn.begin.not-secret");
        }
    }

    @Override
    public Question question(Matter matter) {
        var question = polls.poll(matter.id().poll()).question();
        var asked =
                question.wording().isEmpty() ? question.question() : question.question() + "\n\n" + question.wording();
        return Question.oneOf(
                asked,
                List.of(
                        messages.text(LANGUAGE, "urn.answer.yes"),
                        messages.text(LANGUAGE, "urn.answer.no"),
                        messages.text(LANGUAGE, "urn.answer.abstention")));
    }

    @Override
    public List<PersonId> voters(Matter matter) {
        return attendance.entitled(matter.meeting(), matter.item()).stream()
                .map(Entitled::person)
                .toList();
    }

    @Override
    public void requireVoter(Urn urn, PersonId person) {
        var meeting = meetings.meeting(urn.meeting());
        Eligibility.require(
                attendance.standing(urn.meeting(), urn.item(), person),
                councils.rules(meeting.organization(), meeting.day()));
    }

    @Override
    public void open(Matter matter) {
        conduct.openByDevice(matter.id().poll());
    }

    @Override
    public void shut(Matter matter, int voters) {
        conduct.shutUrn(matter.id().poll());
    }

    @Override
    public void settle(Urn urn) {
        var counts = urn.counts();
        conduct.settleUrn(urn.poll().poll(), new Tally(counts.get(0), counts.get(1), counts.get(2)));
    }
}
