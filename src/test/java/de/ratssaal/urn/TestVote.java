package de.ratssaal.urn;

import de.ratssaal.Acting;
import de.ratssaal.attendance.Place;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.TestMeeting;
import org.springframework.context.ApplicationContext;

/** A poll for which a secret vote was obtained, in a meeting of its own. */
public class TestVote extends TestUrn {

    public static final String YES = "100";
    public static final String NO = "010";
    public static final String ABSTENTION = "001";

    /** Members who are present, the last of them remotely; a secret vote was obtained on the item before the meeting. */
    public TestVote(int members, int present, ApplicationContext context) {
        this(meeting(members, present, context), context);
    }

    private TestVote(TestMeeting meeting, ApplicationContext context) {
        super(meeting, TestTally.ready(meeting.council().council(), context), prepared(meeting, context), context);
    }

    private TestVote(TestVote before, ApplicationContext context) {
        super(before, context);
    }

    TestVote at(ApplicationContext node) {
        return new TestVote(this, node);
    }

    private static TestMeeting meeting(int members, int present, ApplicationContext context) {
        var meeting = TestMeeting.open(members, present - 1, context);
        meeting.arrive(meeting.member(present - 1), Place.REMOTE);
        return meeting;
    }

    private static SecretPollId prepared(TestMeeting meeting, ApplicationContext context) {
        demandSecrecy(meeting, context);
        return SecretPollId.of(Acting.as(
                meeting.chair(),
                () -> context.getBean(PollConduct.class)
                        .prepare(
                                meeting.id(),
                                meeting.item(),
                                new PollQuestion("Annehmen?", "Wortlaut", null, false),
                                null)));
    }

    private static void demandSecrecy(TestMeeting meeting, ApplicationContext context) {
        var motions = context.getBean(ProceduralMotions.class);
        var motion = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(
                meeting.chair(),
                () -> motions.countAsking(
                        motion,
                        meeting.attendance()
                                .entitled(meeting.id(), meeting.item())
                                .size()));
    }

    @Override
    void begin() {
        Acting.as(meeting.chair(), () -> conduct().begin(poll.poll()));
    }

    /** Registration and opening for all of the first members. */
    public TestVote opened(int many) {
        begin();
        register(many);
        open();
        return this;
    }

    PollSummary result() {
        return Acting.as(meeting.chair(), () -> context.getBean(Polls.class).poll(poll.poll()));
    }
}
