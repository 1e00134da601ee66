package de.ratssaal.support;

import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.Mover;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Entitled;
import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.PaperType;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotion;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.UrgentItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out what needs supporters on the item before a meeting, and who stands behind it. Asked by the application itself. */
@Component
@Transactional(readOnly = true)
class MovedOnItem {

    private final ProceduralMotions motions;
    private final Amendments amendments;
    private final UrgentItems urgent;
    private final ResolutionBook resolutions;
    private final PaperShelf papers;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final Meetings meetings;
    private final SupportRows rows;
    private final PaperBackers backers;

    MovedOnItem(
            ProceduralMotions motions,
            Amendments amendments,
            UrgentItems urgent,
            ResolutionBook resolutions,
            PaperShelf papers,
            AttendanceRegister attendance,
            Councils councils,
            Meetings meetings,
            SupportRows rows,
            PaperBackers backers) {
        this.motions = motions;
        this.amendments = amendments;
        this.urgent = urgent;
        this.resolutions = resolutions;
        this.papers = papers;
        this.attendance = attendance;
        this.councils = councils;
        this.meetings = meetings;
        this.rows = rows;
        this.backers = backers;
    }

    /** Something moved, before those who support it are counted. */
    private record Moved(
            Subject subject,
            @Nullable MotionKind motion,
            String title,
            int number,
            String mover,
            Set<PersonId> movers,
            boolean byGroup,
            int needed,
            boolean groupSuffices,
            LegalSource source,
            boolean isPublic) {}

    /** On the item before the meeting. */
    Supports in(MeetingSummary meeting) {
        var item = meeting.currentItem();
        return item == null || !meeting.state().isRunning() ? Supports.NONE : on(meeting, item);
    }

    Supports on(MeetingId meeting, AgendaItemId item) {
        return on(meetings.meeting(meeting), item);
    }

    private Supports on(MeetingSummary meeting, AgendaItemId item) {
        var rules = councils.rules(meeting.organization(), meeting.day());
        var moved = new ArrayList<Moved>();
        var figures = new Figures(meeting, item);
        addMotions(meeting, item, rules, figures, moved);
        addAmendments(item, rules, figures, moved);
        addUrgency(meeting, item, rules, figures, moved);
        addPapers(meeting, item, rules, figures, moved);
        if (moved.isEmpty()) {
            return new Supports(item, List.of());
        }
        var said = rows.on(item);
        var found = rows.found(item);
        return new Supports(
                item,
                moved.stream()
                        .map(it -> counted(
                                it,
                                said.getOrDefault(it.subject(), Set.of()),
                                found.get(it.subject()),
                                figures.entitled()))
                        .toList());
    }

    private static Supported counted(
            Moved moved,
            Set<PersonId> said,
            @Nullable SupportCount found,
            Map<PersonId, Optional<OrganizationId>> entitled) {
        var behind = new HashSet<>(said);
        behind.addAll(moved.movers());
        return new Supported(
                moved.subject(),
                moved.motion(),
                moved.title(),
                moved.number(),
                moved.mover(),
                moved.movers(),
                found != null
                        ? found
                        : SupportCount.of(behind, entitled, moved.needed(), moved.groupSuffices(), moved.byGroup()),
                moved.source(),
                found != null,
                moved.isPublic());
    }

    private void addMotions(
            MeetingSummary meeting, AgendaItemId item, RulesOfProcedure rules, Figures figures, List<Moved> moved) {
        for (var motion : motions.of(meeting.id())) {
            if (!motion.isPending() || !motion.item().equals(item)) {
                continue;
            }
            if (motion.kind().isDemand()) {
                var rule = rules.ballotMode();
                var demand = motion.kind() == MotionKind.ROLL_CALL ? rule.rollCall() : rule.secret();
                var whole = demand.ofAllMembers() ? figures.members() : figures.present();
                var needed = demand.exceeded()
                        ? demand.share().leastExceeding(whole)
                        : demand.share().leastReaching(whole);
                moved.add(moved(motion, Math.max(1, needed), false, rule.source()));
            } else if (rules.support().procedure().needsSome()) {
                var rule = rules.support().procedure();
                moved.add(moved(
                        motion, rule.of(figures.present(), figures.members()), rule.groupSuffices(), rule.source()));
            }
        }
    }

    private Moved moved(ProceduralMotion motion, int needed, boolean groupSuffices, LegalSource source) {
        return new Moved(
                new Subject(SupportKind.PROCEDURE, motion.id().value()),
                motion.kind(),
                motion.words(),
                0,
                councils.nameOf(motion.movedBy()),
                Set.of(motion.movedBy()),
                false,
                needed,
                groupSuffices,
                source,
                motion.isPublic());
    }

    private void addAmendments(AgendaItemId item, RulesOfProcedure rules, Figures figures, List<Moved> moved) {
        var rule = rules.support().amendment();
        if (!rule.needsSome()) {
            return;
        }
        for (var row : amendments.on(item)) {
            var amendment = row.amendment();
            if (isUndecided(amendment) && isOfMembers(amendment)) {
                moved.add(new Moved(
                        new Subject(SupportKind.AMENDMENT, amendment.id().value()),
                        null,
                        amendment.title(),
                        amendment.number(),
                        amendment.mover().name(),
                        Set.copyOf(amendment.mover().persons()),
                        amendment.mover().kind() == Mover.Kind.GROUP,
                        rule.of(figures.present(), figures.members()),
                        rule.groupSuffices(),
                        rule.source(),
                        true));
            }
        }
    }

    private static boolean isUndecided(AmendmentSummary amendment) {
        return amendment.state() == AmendmentState.SUBMITTED || amendment.state() == AmendmentState.NOT_SUPPORTED;
    }

    /** What a committee recommends needs nobody behind it. */
    private static boolean isOfMembers(AmendmentSummary amendment) {
        return amendment.mover().kind() != Mover.Kind.ORGANIZATION;
    }

    private void addUrgency(
            MeetingSummary meeting, AgendaItemId item, RulesOfProcedure rules, Figures figures, List<Moved> moved) {
        var rule = rules.support().urgency();
        if (!rule.needsSome() || !urgent.isBarred(meeting.id(), item)) {
            return;
        }
        moved.add(new Moved(
                new Subject(SupportKind.URGENCY, item.value()),
                null,
                meetings.agenda(meeting.id()).stream()
                        .filter(it -> it.id().equals(item))
                        .map(AgendaItemSummary::title)
                        .findFirst()
                        .orElse(""),
                0,
                "",
                Set.of(),
                false,
                rule.of(figures.present(), figures.members()),
                rule.groupSuffices(),
                rule.source(),
                true));
    }

    private void addPapers(
            MeetingSummary meeting, AgendaItemId item, RulesOfProcedure rules, Figures figures, List<Moved> moved) {
        var rule = rules.support().paper();
        if (!rule.needsSome()) {
            return;
        }
        var brought = papers.releasedOn(List.of(item)).getOrDefault(item, List.of()).stream()
                .filter(MovedOnItem::isMotion)
                .toList();
        if (brought.isEmpty() || isSettled(meeting, item)) {
            return;
        }
        brought.forEach(it -> papers.find(it.id())
                .filter(page -> !page.author().isSecretariat())
                .filter(page -> page.author().person() != null || !rule.groupSuffices())
                .ifPresent(page -> moved.add(new Moved(
                        new Subject(SupportKind.PAPER, it.id().value()),
                        null,
                        it.title(),
                        0,
                        it.originator(),
                        backers.behind(page),
                        page.author().organization() != null,
                        rule.of(figures.present(), figures.members()),
                        rule.groupSuffices(),
                        rule.source(),
                        it.isPublic()))));
    }

    private boolean isSettled(MeetingSummary meeting, AgendaItemId item) {
        return resolutions.of(meeting.id()).stream().anyMatch(it -> it.item().equals(item));
    }

    static boolean isMotion(PaperSummary paper) {
        return paper.type() == PaperType.MOTION || paper.type() == PaperType.URGENT_MOTION;
    }

    /** Whether somebody is in a meeting that runs: only there something is supported. */
    static boolean isAtHand(MeetingSummary meeting, AgendaItemId item) {
        return meeting.state() == MeetingState.OPEN && item.equals(meeting.currentItem());
    }

    /** Asked only if something was moved that needs them. */
    private final class Figures {

        private final MeetingSummary meeting;
        private final AgendaItemId item;
        private @Nullable Map<PersonId, Optional<OrganizationId>> known;

        Figures(MeetingSummary meeting, AgendaItemId item) {
            this.meeting = meeting;
            this.item = item;
        }

        /** Who is present and may vote on the item, each with their group. */
        Map<PersonId, Optional<OrganizationId>> entitled() {
            var now = known;
            if (now == null) {
                now = read();
                known = now;
            }
            return now;
        }

        private Map<PersonId, Optional<OrganizationId>> read() {
            var groups = new HashMap<PersonId, Optional<OrganizationId>>();
            for (var member : councils.members(meeting.organization(), meeting.day())) {
                groups.merge(member.person(), groupOf(member), (one, other) -> one.isPresent() ? one : other);
            }
            var entitled = new HashMap<PersonId, Optional<OrganizationId>>();
            attendance.entitled(meeting.id(), item).stream()
                    .map(Entitled::person)
                    .forEach(it -> entitled.put(it, groups.getOrDefault(it, Optional.empty())));
            return entitled;
        }

        private static Optional<OrganizationId> groupOf(MemberSummary member) {
            return Optional.ofNullable(member.group());
        }

        int present() {
            return entitled().size();
        }

        int members() {
            return attendance.quorum(meeting.id(), item).members();
        }
    }
}
