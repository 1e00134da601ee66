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
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Channel;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final Section remarks = new Section("rs-part");
    private final Section check = new Section("rs-part");
    private final Section sent = new Section("rs-part");
    private final Div parts = new Div();
    private final transient ObjectProvider<InvitationPart> contributed;
    private final Access access;
    private @Nullable MeetingId id;
    private @Nullable SecondCallForm second;

    InvitationView(
            Invitations invitations,
            ObjectProvider<InvitationPost> post,
            Meetings meetings,
            Councils councils,
            Messages messages,
            ChangeNotices notices,
            ObjectProvider<InvitationPart> contributed,
            Access access) {
        this.invitations = invitations;
        this.post = post;
        this.meetings = meetings;
        this.councils = councils;
        this.messages = messages;
        this.notices = notices;
        this.contributed = contributed;
        this.access = access;
        getContent().addClassName("rs-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = Address.meeting(parameter);
        var meeting = meetings.meeting(id);
        var back = new Anchor(MeetingLinks.meeting(id), Symbol.BACK.create(), new Span(meeting.title()));
        back.addClassName("rs-back");
        getContent().removeAll();
        parts.addClassName("rs-part");
        getContent().add(back, new H1(getTranslation("meeting.invitation.title")), remarks, check, sent, parts);
        var candidates = meeting.state() == MeetingState.PLANNED
                ? invitations.earlierWithoutQuorum(id)
                : List.<Invitations.EarlierMeeting>of();
        second = candidates.isEmpty() ? null : new SecondCallForm(candidates, meetings.agenda(id));
        urgent.setLabel(getTranslation("meeting.invitation.urgent"));
        urgent.addValueChangeListener(change -> show());
        show();
        var watched = ChangeNotices.meeting(id.value());
        WhileShown.watch(this, ui -> notices.watch(watched, () -> WhileShown.update(ui, this::show)));
    }

    private void show() {
        if (id == null) {
            return;
        }
        var of = id;
        var meeting = meetings.meeting(of);
        var sentences = sentences(meeting);
        remarks.setVisible(!sentences.isEmpty());
        remarks.show(List.of(sentences), () -> {
            var list = new Div();
            sentences.forEach(it -> list.add(remark(it)));
            return list;
        });
        var planned = meeting.state() == MeetingState.PLANNED;
        check.setVisible(planned);
        sent.setVisible(!planned);
        if (planned) {
            var result = invitations.check(of, urgent.getValue());
            var problems = result.problems().stream()
                    .map(it -> messages.text(getLocale(), it))
                    .toList();
            check.show(
                    List.of(meeting.day(), result.fullDays(), result.latestDay(), problems, invitations.ways(of)),
                    () -> checkCard(meeting, result, problems));
        } else {
            var all = invitations.of(of);
            var missing =
                    meeting.state() == MeetingState.CONVENED || meeting.state().isRunning()
                            ? invitations.notInvited(of)
                            : List.<PersonId>of();
            sent.show(List.of(meeting, all, missing), () -> deliveries(meeting, all, missing));
        }
        parts.removeAll();
        contributed.stream()
                .sorted(Comparator.comparingInt(InvitationPart::order))
                .forEach(it -> it.part(meeting, this::show).ifPresent(parts::add));
    }

    private List<String> sentences(MeetingSummary meeting) {
        var sentences = new ArrayList<String>();
        post.stream().flatMap(it -> it.remark().stream()).forEach(it -> sentences.add(getTranslation(it)));
        if (meeting.state() == MeetingState.CANCELLED) {
            var names = post.stream()
                    .flatMap(it -> it.unawareOfCancellation(meeting.id()).stream())
                    .map(councils::nameOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                sentences.add(getTranslation("meeting.invitation.unaware-of-cancellation", names));
            }
        }
        return List.copyOf(sentences);
    }

    private static Component remark(String sentence) {
        var remark = new Paragraph(Symbol.WARNING.create(), new Span(sentence));
        remark.addClassName("rs-problems");
        return remark;
    }

    private Component checkCard(MeetingSummary meeting, InvitationCheck result, List<String> problems) {
        var card = new Card(getTranslation("meeting.invitation.check")).emphasized();
        card.add(new Paragraph(
                getTranslation("meeting.invitation.days", meeting.day(), result.fullDays(), result.latestDay())));
        if (!result.mayGoOut()) {
            var list = new UnorderedList();
            list.addClassName("rs-problems");
            problems.forEach(it -> list.add(new ListItem(Symbol.WARNING.create(), new Span(it))));
            card.add(list);
        } else {
            var fine = new Paragraph(Symbol.SUCCESS.create(), new Span(getTranslation("meeting.invitation.in-time")));
            fine.addClassName("rs-fine");
            card.add(fine);
        }
        var send = new Button(getTranslation("meeting.invitation.send"), Symbol.SEND.create(), click -> send());
        send.addThemeNames("primary", "large");
        send.setEnabled(result.mayGoOut());
        if (second != null) {
            card.add(second);
        }
        card.add(ways(meeting));
        var actions = new Div(send, urgent);
        actions.addClassName("rs-actions");
        card.add(actions);
        return card;
    }

    /** Who would be invited on which way. */
    private Component ways(MeetingSummary meeting) {
        var list = new UnorderedList();
        var ways = invitations.ways(meeting.id());
        for (var channel : Channel.values()) {
            var names = ways.entrySet().stream()
                    .filter(it -> it.getValue().channel() == channel)
                    .map(it -> councils.nameOf(it.getKey()))
                    .sorted()
                    .toList();
            if (!names.isEmpty()) {
                list.add(new ListItem(getTranslation(
                        "meeting.channel.count",
                        getTranslation("meeting.channel.name." + channel),
                        names.size(),
                        String.join(", ", names))));
            }
        }
        var block = new Div(new Paragraph(getTranslation("meeting.channel.ways")), list);
        if (access.has(meeting.organization(), Role.SECRETARIAT)) {
            block.add(new Anchor(
                    MeetingLinks.channels(meeting.organization()), getTranslation("meeting.channel.edit-all")));
        }
        return block;
    }

    private void send() {
        if (id != null) {
            try {
                invitations.send(id, urgent.getValue(), second == null ? null : second.value());
                Notice.success(getTranslation("meeting.invitation.sent"));
            } finally {
                show();
            }
        }
    }

    /** Who became a member after the invitation went out. */
    private Component later(MeetingSummary meeting, List<PersonId> missing) {
        var names = missing.stream().map(councils::nameOf).sorted().collect(Collectors.joining(", "));
        var invite = new Button(getTranslation("meeting.invitation.later-send"), Symbol.SEND.create(), click -> {
            invitations.inviteLater(meeting.id());
            Notice.success(getTranslation("meeting.invitation.later-sent"));
            show();
        });
        invite.addThemeNames("primary");
        var actions = new Div(invite);
        actions.addClassName("rs-actions");
        return new Div(remark(getTranslation("meeting.invitation.later", names)), actions);
    }

    private Component deliveries(MeetingSummary meeting, List<Invitation> all, List<PersonId> missing) {
        var standing = all.stream().filter(Invitation::isStanding).toList();
        var delivered = standing.stream().filter(it -> it.deliveredAt() != null).count();
        var card = new Card(getTranslation("meeting.invitation.deliveries", delivered, standing.size()));
        if (meeting.urgent()) {
            card.add(new Paragraph(getTranslation("meeting.invitation.was-urgent")));
        }
        invitations
                .repeatedBy(meeting.id())
                .ifPresent(it ->
                        card.add(new Paragraph(getTranslation("meeting.invitation.was-second", it.title(), it.day()))));
        if (!missing.isEmpty()) {
            card.add(later(meeting, missing));
        }
        var rows = new UnorderedList();
        rows.addClassName("rs-rows");
        all.stream()
                .map(it -> new Named(councils.nameOf(it.person()), it))
                .sorted(Comparator.comparing((Named it) -> it.invitation().deliveredAt() != null)
                        .thenComparing(Named::name))
                .forEach(it -> rows.add(new ListItem(row(meeting, it))));
        card.add(rows);
        return card;
    }

    private record Named(String name, Invitation invitation) {}

    private Component row(MeetingSummary meeting, Named named) {
        var invitation = named.invitation();
        var name = new Span(named.name());
        name.addClassName("rs-row-title");
        var detail = new Span(way(invitation) + " · "
                + getTranslation("meeting.invitation.went-out", at(meeting, invitation.sentAt())) + " · "
                + detail(meeting, invitation));
        detail.addClassName("rs-row-detail");
        var words = new Span(name, detail);
        nextStep(invitation).ifPresent(it -> {
            var step = new Span(it);
            step.addClassName("rs-row-detail");
            words.add(step);
        });
        words.addClassName("rs-row-words");
        var row = new Div(words);
        row.addClassName("rs-row");
        if (invitation.deliveredAt() == null && invitation.isStanding()) {
            var handed = new Button(
                    getTranslation("meeting.invitation.handed-over"),
                    click -> invitations.handedOver(meeting.id(), invitation.person()));
            row.add(handed);
            if (invitation.failure() != null) {
                post.stream().forEach(it -> row.add(again(it, meeting.id(), invitation)));
            }
        }
        return row;
    }

    private String way(Invitation invitation) {
        var way = getTranslation("meeting.channel.name." + invitation.channel());
        var member = invitation.standsInFor();
        return member == null ? way : way + " · " + getTranslation("meeting.substitute.for", councils.nameOf(member));
    }

    private Optional<String> nextStep(Invitation invitation) {
        if (invitation.deliveredAt() != null || !invitation.isStanding()) {
            return Optional.empty();
        }
        if (invitation.channel() == Channel.PRINT) {
            return Optional.of(getTranslation("meeting.invitation.step-print"));
        }
        return invitation.failure() == null
                ? Optional.empty()
                : Optional.of(getTranslation("meeting.invitation.step-failed"));
    }

    private Component again(InvitationPost by, MeetingId of, Invitation invitation) {
        var again = new Button(getTranslation("meeting.invitation.again"), click -> {
            by.sendAgain(of, invitation.person());
            Notice.success(getTranslation("meeting.invitation.again-soon"));
        });
        return again;
    }

    private String detail(MeetingSummary meeting, Invitation invitation) {
        var withdrawn = invitation.withdrawnAt();
        if (withdrawn != null) {
            return getTranslation("meeting.substitute.released", at(meeting, withdrawn));
        }
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
