package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgreedChannel;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Channels;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/** How each member of an organization is invited; the secretariat records what they agreed to. */
@Route(value = "meetings/channels", layout = MainLayout.class)
@RolesAllowed("SECRETARIAT")
class ChannelsView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final Channels channels;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    ChannelsView(Channels channels, Councils councils, Access access, Clock clock) {
        this.channels = channels;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        if (!parameter.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFoundException();
        }
        var id = new OrganizationId(UUID.fromString(parameter));
        access.require(id, Role.SECRETARIAT);
        show(councils.organization(id));
    }

    private void show(OrganizationSummary organization) {
        var back = new Anchor(
                MeetingLinks.CALENDAR, Symbol.BACK.create(), new Span(getTranslation("meeting.channel.back")));
        back.addClassName("rs-back");
        getContent().removeAll();
        getContent()
                .add(
                        back,
                        new H1(getTranslation("meeting.channel.all", organization.name())),
                        byDefault(organization),
                        members(organization));
    }

    private Component byDefault(OrganizationSummary organization) {
        var choice = new Select<Channel>();
        choice.setLabel(getTranslation("meeting.channel.default"));
        choice.setItems(Channel.values());
        choice.setItemLabelGenerator(it -> getTranslation("meeting.channel.name." + it));
        choice.setValue(channels.defaultOf(organization.body()));
        choice.addValueChangeListener(change -> {
            channels.chooseDefault(organization.body(), change.getValue());
            Notice.success(getTranslation("meeting.channel.default-saved"));
            show(organization);
        });
        return new Card(
                getTranslation("meeting.channel.default-title"),
                new Paragraph(getTranslation("meeting.channel.default-text")),
                choice);
    }

    private Component members(OrganizationSummary organization) {
        var today = LocalDate.ofInstant(
                clock.instant(), councils.body(organization.body()).zone());
        var rows = new UnorderedList();
        rows.addClassName("rs-rows");
        var members = councils.members(organization.id(), today);
        members.forEach(it -> rows.add(new ListItem(row(organization, it, today))));
        var card = new Card(getTranslation("meeting.channel.members"));
        var missing = members.stream()
                .filter(it -> channels.of(it.person()).lacksAddress())
                .map(MemberSummary::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            var remark = new Paragraph(
                    Symbol.WARNING.create(), new Span(getTranslation("meeting.channel.without-address", missing)));
            remark.addClassName("rs-problems");
            card.add(remark);
        }
        card.add(rows);
        return card;
    }

    private Component row(OrganizationSummary organization, MemberSummary member, LocalDate today) {
        var agreed = channels.of(member.person());
        var name = new Span(member.name());
        name.addClassName("rs-row-title");
        var detail =
                new Span(getTranslation("meeting.channel.name." + agreed.channel()) + " · " + agreement(agreed, this));
        detail.addClassName("rs-row-detail");
        var words = new Span(name, detail);
        words.addClassName("rs-row-words");
        var change = new Button(
                getTranslation("meeting.channel.change"),
                Symbol.EDIT.create(),
                click -> ChannelDialog.open(channels, member.person(), member.name(), today, () -> show(organization)));
        change.setAriaLabel(getTranslation("meeting.channel.change-of", member.name()));
        var row = new Div(words, change);
        row.addClassName("rs-row");
        return row;
    }

    /** Since when, and how the secretariat knows. */
    static String agreement(AgreedChannel agreed, Component texts) {
        var by = agreed.agreedBy();
        if (agreed.agreedOn() == null) {
            return texts.getTranslation("meeting.channel.is-default");
        }
        return by == null
                ? texts.getTranslation("meeting.channel.own-choice", agreed.agreedOn())
                : texts.getTranslation("meeting.channel.recorded", agreed.agreedOn(), by);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("meeting.channel.title");
    }
}
