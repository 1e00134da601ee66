package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All meetings that whoever is signed in may see: what comes first, then what was. */
@Route(value = MeetingLinks.CALENDAR, layout = MainLayout.class)
@PermitAll
@Menu(title = "meeting.menu", order = 10, icon = "calendar")
class MeetingsView extends Composite<Div> implements HasDynamicTitle {

    private static final Duration BACK = Duration.ofDays(400);
    private static final Duration AHEAD = Duration.ofDays(800);

    private final Meetings meetings;
    private final Councils councils;
    private final Access access;
    private final Clock clock;
    private final Div list = new Div();

    MeetingsView(Meetings meetings, Councils councils, Access access, Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
        getContent().addClassName("rs-page");
        getContent().add(head(), filter(), list);
        show(null);
    }

    private Component head() {
        var head = new Div(new H1(getTranslation("meeting.calendar.title")));
        head.addClassName("rs-page-head");
        if (access.hasAnywhere(Role.SECRETARIAT)) {
            var plan = new Button(
                    getTranslation("meeting.calendar.plan"),
                    Symbol.ADD.create(),
                    click -> click.getSource().getUI().ifPresent(ui -> ui.navigate(MeetingLinks.PLAN)));
            plan.addThemeNames("primary");
            head.add(plan);
        }
        return head;
    }

    private Component filter() {
        var filter = new Select<OrganizationSummary>();
        filter.setLabel(getTranslation("meeting.calendar.organization"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(getTranslation("meeting.calendar.all"));
        filter.setItemLabelGenerator(it -> it == null ? getTranslation("meeting.calendar.all") : it.name());
        filter.setItems(organizations());
        filter.addValueChangeListener(change -> show(change.getValue()));
        return filter;
    }

    private List<OrganizationSummary> organizations() {
        return councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream())
                .filter(it -> it.classification().meets())
                .toList();
    }

    private void show(@Nullable OrganizationSummary only) {
        var now = clock.instant();
        var shown = only == null ? organizations() : List.of(only);
        var all = meetings.calendar(
                shown.stream().map(OrganizationSummary::id).toList(), now.minus(BACK), now.plus(AHEAD));
        var ahead = all.stream()
                .filter(it -> it.state().isRunning()
                        || (it.state() != MeetingState.CLOSED
                                && it.startsAt().isAfter(now.minus(Duration.ofHours(12)))))
                .toList();
        var past = all.stream().filter(it -> !ahead.contains(it)).toList().reversed();
        list.removeAll();
        if (all.isEmpty()) {
            list.add(empty());
        }
        if (!ahead.isEmpty()) {
            list.add(section("meeting.calendar.ahead", ahead));
        }
        if (!past.isEmpty()) {
            list.add(section("meeting.calendar.past", past));
        }
    }

    private Component empty() {
        var text = access.hasAnywhere(Role.SECRETARIAT) ? "meeting.calendar.empty-plan" : "meeting.calendar.empty";
        return new EmptyState(Symbol.CALENDAR, getTranslation("meeting.calendar.empty-title"), getTranslation(text));
    }

    private Component section(String key, List<MeetingSummary> chosen) {
        var section = new Div(new H2(getTranslation(key)));
        section.addClassName("rs-section");
        var months = chosen.stream()
                .collect(Collectors.groupingBy(
                        it -> YearMonth.from(it.start()), LinkedHashMap::new, Collectors.toList()));
        months.forEach((month, within) -> {
            var heading = new Paragraph(
                    DateTimeFormatter.ofPattern("LLLL yyyy", getLocale()).format(month));
            heading.addClassName("rs-overline");
            var rows = new UnorderedList();
            rows.addClassName("rs-rows");
            within.forEach(it -> rows.add(new ListItem(new MeetingRow(it))));
            section.add(heading, rows);
        });
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("meeting.calendar.title");
    }
}
