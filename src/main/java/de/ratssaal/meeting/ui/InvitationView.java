package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.InvitationCheck;
import de.ratssaal.meeting.InvitationPost;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The invitation to a meeting: is it in time, who got it. */
@Route(value = "meetings/invitation", layout = MainLayout.class)
@RolesAllowed({"SECRETARIAT", "CHAIR", "DEPUTY_CHAIR"})
class InvitationView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    /** What a mail server says never looks like this. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    private final Invitations invitations;
    private final transient ObjectProvider<InvitationPost> post;
    private final Meetings meetings;
    private final Councils councils;
    private final Messages messages;
    private final ChangeNotices notices;
    private final Checkbox urgent = new Checkbox();
    private final Div check = new Div();
    private final Div sent = new Div();
    private @Nullable MeetingId id;

    InvitationView(
            Invitations invitations,
            ObjectProvider<InvitationPost> post,
            Meetings meetings,
            Councils councils,
            Messages messages,
            ChangeNotices notices) {
        this.invitations = invitations;
        this.post = post;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
        this.notices = notices;
        getContent().addClassName("rs-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = new MeetingId(UUID.fromString(parameter));
        var meeting = meetings.meeting(id);
        var back = new Anchor(MeetingLinks.meeting(id), Symbol.BACK.create(), new Span(meeting.title()));
        back.addClassName("rs-back");
        getContent().removeAll();
        getContent().add(back, new H1(getTranslation("meeting.invitation.title")), check, sent);
        urgent.setLabel(getTranslation("meeting.invitation.urgent"));
        urgent.addValueChangeListener(change -> show());
        show();
        var watched = ChangeNotices.meeting(id.value());
        WhileShown.watch(this, ui -> notices.watch(watched, () -> ui.access(this::show)));
    }

    private void show() {
        if (id == null) {
            return;
        }
        var meeting = meetings.meeting(id);
        check.removeAll();
        sent.removeAll();
        post.stream().flatMap(it -> it.remark().stream()).forEach(it -> check.add(remark(getTranslation(it))));
        if (meeting.state() == MeetingState.PLANNED) {
            check.add(checkCard(meeting, invitations.check(id, urgent.getValue())));
        } else {
            if (meeting.state() == MeetingState.CANCELLED) {
                unawareOfCancellation(id);
            }
            sent.add(deliveries(meeting, id));
        }
    }

    private void unawareOfCancellation(MeetingId of) {
        var names = post.stream()
                .flatMap(it -> it.unawareOfCancellation(of).stream())
                .map(councils::nameOf)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            check.add(remark(getTranslation("meeting.invitation.unaware-of-cancellation", names)));
        }
    }

    private static Component remark(String sentence) {
        var remark = new Paragraph(Symbol.WARNING.create(), new Span(sentence));
        remark.addClassName("rs-problems");
        return remark;
    }

    private Component checkCard(MeetingSummary meeting, InvitationCheck result) {
        var card = new Card(getTranslation("meeting.invitation.check")).emphasized();
        card.add(new Paragraph(
                getTranslation("meeting.invitation.days", meeting.day(), result.fullDays(), result.latestDay())));
        if (!result.mayGoOut()) {
            var list = new UnorderedList();
            list.addClassName("rs-problems");
            result.problems()
                    .forEach(it ->
                            list.add(new ListItem(Symbol.WARNING.create(), new Span(messages.text(getLocale(), it)))));
            card.add(list);
        } else {
            var fine = new Paragraph(Symbol.SUCCESS.create(), new Span(getTranslation("meeting.invitation.in-time")));
            fine.addClassName("rs-fine");
            card.add(fine);
        }
        var send = new Button(getTranslation("meeting.invitation.send"), Symbol.SEND.create(), click -> send());
        send.addThemeNames("primary", "large");
        send.setDisableOnClick(true);
        send.setEnabled(result.mayGoOut());
        var actions = new Div(send, urgent);
        actions.addClassName("rs-actions");
        card.add(actions);
        return card;
    }

    private void send() {
        if (id != null) {
            try {
                invitations.send(id, urgent.getValue());
                Notice.success(getTranslation("meeting.invitation.sent"));
            } finally {
                show();
            }
        }
    }

    private Component deliveries(MeetingSummary meeting, MeetingId of) {
        var all = invitations.of(of);
        var delivered = all.stream().filter(it -> it.deliveredAt() != null).count();
        var card = new Card(getTranslation("meeting.invitation.deliveries", delivered, all.size()));
        if (meeting.urgent()) {
            card.add(new Paragraph(getTranslation("meeting.invitation.was-urgent")));
        }
        var rows = new UnorderedList();
        rows.addClassName("rs-rows");
        all.stream()
                .map(it -> new Named(councils.nameOf(it.person()), it))
                .sorted(Comparator.comparing((Named it) -> it.invitation().deliveredAt() != null)
                        .thenComparing(Named::name))
                .forEach(it -> rows.add(new ListItem(row(meeting, of, it))));
        card.add(rows);
        return card;
    }

    private record Named(String name, Invitation invitation) {}

    private Component row(MeetingSummary meeting, MeetingId of, Named named) {
        var invitation = named.invitation();
        var name = new Span(named.name());
        name.addClassName("rs-row-title");
        var words = new Span(name, new Span(detail(meeting, invitation)));
        words.addClassName("rs-row-words");
        var row = new Div(words);
        row.addClassName("rs-row");
        if (invitation.deliveredAt() == null) {
            var handed = new Button(
                    getTranslation("meeting.invitation.handed-over"),
                    click -> invitations.handedOver(of, invitation.person()));
            handed.setDisableOnClick(true);
            row.add(handed);
            if (invitation.failure() != null) {
                post.stream().forEach(it -> row.add(again(it, of, invitation)));
            }
        }
        return row;
    }

    private Component again(InvitationPost by, MeetingId of, Invitation invitation) {
        var again = new Button(getTranslation("meeting.invitation.again"), click -> {
            by.sendAgain(of, invitation.person());
            Notice.success(getTranslation("meeting.invitation.again-soon"));
        });
        again.setDisableOnClick(true);
        return again;
    }

    private String detail(MeetingSummary meeting, Invitation invitation) {
        var delivered = invitation.deliveredAt();
        if (delivered != null && invitation.way() != null) {
            var opened = invitation.openedAt();
            var text = getTranslation(
                    "meeting.invitation.delivered-" + invitation.way().name().toLowerCase(Locale.ROOT),
                    delivered.atZone(meeting.zone()));
            return opened == null
                    ? text
                    : text + " · " + getTranslation("meeting.invitation.opened", at(meeting, opened));
        }
        var failure = invitation.failure();
        if (failure == null) {
            return getTranslation("meeting.invitation.under-way");
        }
        return KEY.matcher(failure).matches()
                ? getTranslation(failure)
                : getTranslation("meeting.invitation.failed", failure);
    }

    private static java.time.ZonedDateTime at(MeetingSummary meeting, Instant moment) {
        return moment.atZone(meeting.zone());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("meeting.invitation.title");
    }
}
