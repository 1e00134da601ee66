package de.ratssaal.amendment;

import de.ratssaal.Acting;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** A paper that is before an open meeting, with members who amend it. */
public final class TestAmendments {

    public static final String FOUNTAIN = "Der Brunnen auf dem Markt wird bis 2028 saniert.";
    public static final String BENCHES = "Die Bänke an der Allee werden für 10.000 Euro erneuert.";
    public static final String TREES = "Zwölf Linden werden gepflanzt, wie in BP 02 bestimmt.";

    public final TestMeeting meeting;
    public final PaperId paper;
    public final AgendaItemId item;
    private final ApplicationContext context;

    private TestAmendments(TestMeeting meeting, PaperId paper, AgendaItemId item, ApplicationContext context) {
        this.meeting = meeting;
        this.paper = paper;
        this.item = item;
        this.context = context;
    }

    public static TestAmendments before(ApplicationContext context) {
        return before(context, true);
    }

    public static TestAmendments before(ApplicationContext context, boolean isPublic) {
        return before(context, isPublic, RulesOfProcedure.THUERINGEN);
    }

    public static TestAmendments before(ApplicationContext context, RulesOfProcedure rules) {
        return before(context, true, rules);
    }

    private static TestAmendments before(ApplicationContext context, boolean isPublic, RulesOfProcedure rules) {
        var meeting = TestMeeting.open(5, 5, rules, context);
        var item = isPublic ? meeting.item() : meeting.nonPublic();
        var paper = system(context, () -> {
            var drafting = context.getBean(PaperDrafting.class);
            var id = drafting.draft(
                    meeting.council().council(), TestPapers.content("Park", isPublic, FOUNTAIN, BENCHES, TREES));
            drafting.release(id, 1);
            context.getBean(PaperRouting.class).putOnAgenda(id, item, ConsultationRole.DECISION);
            return id;
        });
        return new TestAmendments(meeting, paper, item, context);
    }

    private static <T> T system(ApplicationContext context, Supplier<T> work) {
        return context.getBean(Access.class).asSystem("test", work);
    }

    <T> T asSystem(Supplier<T> work) {
        return system(context, work);
    }

    void asSystem(Runnable work) {
        context.getBean(Access.class).asSystem("test", work);
    }

    public void release(String... points) {
        release(TestOperations.proposal(points));
    }

    /** Writes the paper on and releases it. */
    void release(ResolutionProposal proposal) {
        asSystem(() -> {
            var drafting = context.getBean(PaperDrafting.class);
            var draft = drafting.workingCopy(paper);
            var revision =
                    drafting.edit(paper, draft.revision(), draft.content().with(proposal));
            drafting.release(paper, revision);
        });
    }

    int version() {
        return asSystem(() -> context.getBean(PaperShelf.class).versions(paper))
                .getFirst()
                .number();
    }

    Mover mover(PersonId member) {
        return Mover.member(member, context.getBean(Councils.class).nameOf(member));
    }

    AmendmentId draft(int member, ResolutionProposal wanted) {
        var person = meeting.member(member);
        return Acting.as(
                person,
                () -> context.getBean(AmendmentWriting.class)
                        .draft(
                                paper,
                                new AmendmentContent(
                                        "Anders " + UUID.randomUUID(), mover(person), version(), wanted, "Darum.")));
    }

    /** Notes that an amendment was adopted, for the chair. */
    public void adopt(AmendmentId id) {
        Acting.as(
                meeting.chair(),
                () -> context.getBean(AmendmentDecisions.class).decide(id, item, AmendmentOutcome.ADOPTED));
    }

    public AmendmentId submitted(int member, String... points) {
        var id = draft(member, TestOperations.proposal(points));
        Acting.as(
                meeting.member(member),
                () -> context.getBean(AmendmentWriting.class).submit(id));
        return id;
    }
}
