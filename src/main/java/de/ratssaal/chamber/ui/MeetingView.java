package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.DemoClock;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.distribution.Looks;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.StandingItems;
import de.ratssaal.meeting.ui.MeetingCard;
import de.ratssaal.meeting.ui.StateBadge;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.AgendaBuilding;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** A meeting with its agenda and documents. Who prepares it builds the agenda here; everybody else reads it. */
@Route(value = "meetings/:meeting", layout = MainLayout.class)
@PermitAll
class MeetingView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Meetings meetings;
    private final MeetingPlanning planning;
    private final Invitations invitations;
    private final ItemDocuments documents;
    private final AgendaBuilding building;
    private final StandingItems standing;
    private final AgendaHints hints;
    private final ItemActs acts;
    private final ChangeNotices notices;
    private final ObjectProvider<DemoClock> demoClock;
    private final Clock clock;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final Access access;
    private final ObjectProvider<MeetingCard> cards;
    private final Looks looks;
    private boolean editing;
    private @Nullable MeetingSummary shown;

    MeetingView(
            Meetings meetings,
            MeetingPlanning planning,
            Invitations invitations,
            ItemDocuments documents,
            AgendaBuilding building,
            StandingItems standing,
            AgendaHints hints,
            ItemActs acts,
            ChangeNotices notices,
            ObjectProvider<DemoClock> demoClock,
            Clock clock,
            AttendanceRegister attendance,
            Councils councils,
            Access access,
            ObjectProvider<MeetingCard> cards,
            Looks looks) {
        this.meetings = meetings;
        this.planning = planning;
        this.invitations = invitations;
        this.documents = documents;
        this.building = building;
        this.standing = standing;
        this.hints = hints;
        this.acts = acts;
        this.notices = notices;
        this.demoClock = demoClock;
        this.clock = clock;
        this.attendance = attendance;
        this.councils = councils;
        this.access = access;
        this.cards = cards;
        this.looks = looks;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = AddressedMeeting.of(event);
        show(id);
        if (access.signedIn().map(it -> it.person() != null).orElse(false)) {
            invitations.openedByMember(id);
        }
        // while the agenda is being edited the editor itself shows what is new
        WhileShown.watch(
                this,
                ui -> notices.watch(
                        ChangeNotices.meeting(id.value()),
                        () -> WhileShown.update(ui, () -> {
                            if (shown != null && shown.state() != MeetingState.PLANNED && !editing) {
                                show(id);
                            }
                        })));
    }

    private void show(MeetingId id) {
        var meeting = meetings.meeting(id);
        if (meeting.equals(shown)) {
            return;
        }
        shown = meeting;
        getContent().removeAll();
        getContent().add(head(meeting));
        var next = nextStep(meeting);
        if (next != null) {
            getContent().add(next);
        }
        cards.stream()
                .sorted(Comparator.comparingInt(MeetingCard::order))
                .forEach(it -> it.card(meeting).ifPresent(getContent()::add));
        getContent().add(agenda(meeting));
    }

    private Component head(MeetingSummary meeting) {
        var organization = new Paragraph(meeting.organizationName());
        organization.addClassName("rs-overline");
        var when = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(getLocale())
                        .format(meeting.start())
                + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(getLocale())
                        .format(meeting.start());
        var facts = new Div(
                fact(Symbol.CALENDAR, when),
                fact(
                        meeting.mode() == MeetingMode.DIGITAL ? Symbol.REMOTE : Symbol.PLACE,
                        meeting.place().isEmpty() ? getTranslation("meeting.mode.DIGITAL") : meeting.place()));
        if (!meeting.publicAccess().isEmpty()) {
            facts.add(fact(Symbol.PUBLIC, meeting.publicAccess()));
        }
        facts.addClassName("rs-facts");
        var title = new Div(new H1(meeting.title()), new StateBadge(meeting.state()));
        title.addClassName("rs-page-head");
        return new Div(organization, title, facts);
    }

    private static Component fact(Symbol symbol, String text) {
        var fact = new Span(symbol.create(), new Span(text));
        fact.addClassName("rs-fact");
        return fact;
    }

    private @Nullable Component nextStep(MeetingSummary meeting) {
        var prepares = meetings.mayConduct(meeting.id());
        var organizes = access.has(meeting.organization(), Role.SECRETARIAT);
        return switch (meeting.state()) {
            case PLANNED ->
                organizes || prepares
                        ? step(
                                "chamber.next.invite",
                                link(
                                        MeetingLinks.invitation(meeting.id()),
                                        "chamber.next.invite-action",
                                        Symbol.SEND,
                                        true),
                                organizes
                                        ? link(
                                                MeetingLinks.plan(meeting.id()),
                                                "chamber.next.plan-action",
                                                Symbol.EDIT,
                                                false)
                                        : null,
                                organizes ? cancel(meeting) : null)
                        : null;
            case CONVENED ->
                prepares
                        ? step(
                                "chamber.next.open",
                                link(MeetingLinks.desk(meeting.id()), "chamber.next.desk-action", Symbol.COUNCIL, true),
                                link(
                                        MeetingLinks.invitation(meeting.id()),
                                        "chamber.next.deliveries-action",
                                        Symbol.INVITATION,
                                        false),
                                ownAbsence(meeting),
                                organizes
                                        ? link(
                                                MeetingLinks.plan(meeting.id()),
                                                "chamber.next.plan-action",
                                                Symbol.EDIT,
                                                false)
                                        : null,
                                putClockForward(meeting),
                                organizes ? cancel(meeting) : null)
                        : invited(meeting);
            case OPEN, INTERRUPTED ->
                step(
                        "chamber.next.running",
                        prepares
                                ? link(
                                        MeetingLinks.desk(meeting.id()),
                                        "chamber.next.desk-action",
                                        Symbol.COUNCIL,
                                        true)
                                : null,
                        link(MeetingLinks.room(meeting.id()), "chamber.next.room-action", Symbol.LIVE, !prepares),
                        organizes
                                ? link(
                                        MinutesLinks.minutes(meeting.id()),
                                        "chamber.next.minutes-action",
                                        Symbol.MINUTES,
                                        false)
                                : null);
            case CLOSED ->
                step(
                        "chamber.next.minutes",
                        link(MinutesLinks.minutes(meeting.id()), "chamber.next.minutes-action", Symbol.MINUTES, true));
            case CANCELLED -> calledOff(meeting);
        };
    }

    private Component invited(MeetingSummary meeting) {
        var declined = access.signedIn()
                .map(SignedIn::person)
                .filter(me -> attendance.excused(meeting.id()).contains(me))
                .isPresent();
        return step(
                declined ? "chamber.next.declined" : "chamber.next.attend",
                link(MeetingLinks.room(meeting.id()), "chamber.next.room-action", Symbol.LIVE, !declined),
                ownAbsence(meeting));
    }

    private Component calledOff(MeetingSummary meeting) {
        var card = new Card(getTranslation("chamber.call-off-done"));
        var reason = meeting.cancelledReason();
        if (reason != null) {
            card.add(new Paragraph(getTranslation("chamber.called-off-because", reason)));
        }
        return card.emphasized();
    }

    private @Nullable Component ownAbsence(MeetingSummary meeting) {
        var id = meeting.id();
        return access.signedIn()
                .map(SignedIn::person)
                .filter(me -> councils.member(meeting.organization(), me, meeting.day())
                        .isPresent())
                .map(me -> new OwnAbsence(
                        attendance, id, me, attendance.excused(id).contains(me), step -> act(id, step)))
                .orElse(null);
    }

    private void act(MeetingId id, Runnable step) {
        try {
            step.run();
        } finally {
            shown = null;
            show(id);
        }
    }

    private Component cancel(MeetingSummary meeting) {
        var cancel = new Button(
                getTranslation("chamber.call-off"),
                Symbol.CLOSE.create(),
                click -> ReasonDialog.ask("chamber.call-off", meeting.title(), reason -> {
                    planning.cancel(meeting.id(), reason);
                    Notice.success(getTranslation("chamber.call-off-done"));
                    show(meeting.id());
                }));
        cancel.addThemeNames("tertiary", "error");
        return cancel;
    }

    private Component step(String key, @Nullable Component... actions) {
        var row = new Div();
        row.addClassName("rs-actions");
        for (var action : actions) {
            if (action != null) {
                row.add(action);
            }
        }
        var card = new Card(getTranslation(key), new Paragraph(getTranslation(key + "-text")), row);
        return card.emphasized();
    }

    private static Component link(String path, String key, Symbol symbol, boolean primary) {
        var link = new Anchor(path);
        link.add(symbol.create(), new Span(link.getTranslation(key)));
        link.addClassNames("rs-button", primary ? "rs-button-primary" : "rs-button-secondary");
        return link;
    }

    /** Only in the demo: nobody waits days for the meeting they planned. */
    private @Nullable Component putClockForward(MeetingSummary meeting) {
        var demo = demoClock.getIfAvailable();
        var moment = meeting.startsAt().minus(Duration.ofMinutes(15));
        if (demo == null || !clock.instant().isBefore(moment)) {
            return null;
        }
        return new Button(getTranslation("chamber.next.clock-action"), Symbol.CLOCK.create(), click -> {
            demo.putForwardTo(moment);
            Notice.success(getTranslation("chamber.next.clock-done", meeting.start()));
            shown = null;
            show(meeting.id());
        });
    }

    private Component agenda(MeetingSummary meeting) {
        var card = new Card(getTranslation("chamber.agenda.title"));
        var organizes = access.has(meeting.organization(), Role.SECRETARIAT);
        if (meeting.state() == MeetingState.CONVENED && organizes) {
            card.add(changeAgenda(meeting));
        }
        if (organizes && (meeting.state() == MeetingState.PLANNED || isEdited(meeting))) {
            card.add(new AgendaEditor(meeting, planning, meetings, documents, building, standing, hints));
            return card;
        }
        var list = new OrderedList();
        list.addClassName("rs-agenda");
        var marks = meeting.convenedAt() == null ? ChangeMarks.NONE : new ChangeMarks(looks.marks(meeting.id()));
        meetings.agenda(meeting.id()).forEach(it -> list.add(row(meeting, it, organizes, marks)));
        card.add(list);
        return card;
    }

    private boolean isEdited(MeetingSummary meeting) {
        return editing && meeting.state() == MeetingState.CONVENED;
    }

    /** After the invitation the agenda is changed on purpose: what changes is told to the invited as a supplement. */
    private Component changeAgenda(MeetingSummary meeting) {
        var text = new Paragraph(getTranslation("chamber.agenda.change-text"));
        text.addClassName("rs-muted");
        var change = new Button(
                getTranslation(editing ? "chamber.agenda.change-done" : "chamber.agenda.change"),
                (editing ? Symbol.CHECK : Symbol.EDIT).create(),
                click -> {
                    editing = !editing;
                    shown = null;
                    show(meeting.id());
                });
        var row = new Div(change);
        row.addClassName("rs-actions");
        var all = new Div(text, row);
        all.addClassName("rs-agenda-change");
        return all;
    }

    private ListItem row(MeetingSummary meeting, AgendaItemSummary item, boolean organizes, ChangeMarks marks) {
        var number = new Span(item.number());
        number.addClassName("rs-agenda-number");
        var title = new Span(item.title());
        title.addClassName("rs-agenda-title");
        var line = new Div(number, title);
        line.addClassName("rs-agenda-line");
        marks.of(item.id().toString()).ifPresent(line::add);
        if (!item.isPublic()) {
            var badge = new Span(Symbol.LOCK.create(), new Span(getTranslation("chamber.agenda.non-public")));
            badge.addClassNames("rs-badge", "rs-badge-nonpublic");
            line.add(badge);
        }
        var joint = item.jointWith();
        if (joint != null) {
            meetings.agenda(meeting.id()).stream()
                    .filter(it -> it.id().equals(joint))
                    .findFirst()
                    .ifPresent(it -> line.add(new StatusBadge(
                            Tone.INFO, Symbol.LINK, getTranslation("chamber.agenda.joint-with", it.number()))));
        }
        var below = organizes ? documents.corrected(meeting, item, marks) : documents.of(meeting, item, marks);
        var row = new ListItem(line, below, acts.of(meeting, item, () -> {
            shown = null;
            show(meeting.id());
        }));
        row.addClassNames("rs-agenda-item", "rs-agenda-depth-" + Math.min(item.depth(), 3));
        return row;
    }

    @Override
    public String getPageTitle() {
        return shown == null ? getTranslation("chamber.agenda.title") : shown.title();
    }
}
