package de.ratssaal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.calendar.CalendarLinks;
import de.ratssaal.calendar.DayOff;
import de.ratssaal.calendar.DaysOff;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The meetings of a year, month by month, with holidays. */
@Route(value = CalendarLinks.YEAR, layout = MainLayout.class)
@PermitAll
@Menu(title = "calendar.menu", order = 11, icon = "term")
class YearCalendarView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String YEAR = "year";
    private static final String ORGANIZATION = "organization";
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2099;

    private final Meetings meetings;
    private final Councils councils;
    private final DaysOff daysOff;
    private final Access access;
    private final Clock clock;
    private int year;

    YearCalendarView(Meetings meetings, Councils councils, DaysOff daysOff, Access access, Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.daysOff = daysOff;
        this.access = access;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var today = LocalDate.ofInstant(
                clock.instant(),
                councils.bodies().stream().findFirst().map(BodySummary::zone).orElse(clock.getZone()));
        year = asked.getSingleParameter(YEAR)
                .filter(it -> it.matches("\\d{4}"))
                .map(Integer::valueOf)
                .map(it -> Math.clamp(it, EARLIEST, LATEST))
                .orElse(today.getYear());
        var organizations = organizations();
        var only = asked.getSingleParameter(ORGANIZATION)
                .flatMap(it -> organizations.stream()
                        .filter(one -> one.id().toString().equals(it))
                        .findFirst())
                .orElse(null);
        getContent().removeAll();
        getContent().add(header(), choice(organizations, only), months(organizations, only, today));
    }

    private List<OrganizationSummary> organizations() {
        return councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream())
                .filter(it -> it.classification().meets())
                .toList();
    }

    private Component header() {
        var header = new PageHeader(getTranslation("calendar.year.title", Integer.toString(year)));
        var actions = new ArrayList<Component>();
        if (access.hasAnywhere(Role.SECRETARIAT)) {
            actions.add(
                    ButtonLink.primary(CalendarLinks.SERIES, Symbol.ADD, getTranslation("calendar.year.plan-series")));
        }
        actions.add(
                ButtonLink.secondary(CalendarLinks.FEEDS, Symbol.DEVICE, getTranslation("calendar.year.subscribe")));
        if (access.hasAnywhere(Role.SECRETARIAT, Role.ADMINISTRATOR)) {
            actions.add(ButtonLink.secondary(
                    CalendarLinks.FREE_DAYS, Symbol.PLAN, getTranslation("calendar.year.free-days")));
        }
        return header.actions(actions.toArray(Component[]::new));
    }

    private Component choice(List<OrganizationSummary> organizations, @Nullable OrganizationSummary only) {
        var before = step(Symbol.CHEVRON_LEFT, year - 1, only);
        var after = step(Symbol.CHEVRON_RIGHT, year + 1, only);
        var filter = new Select<OrganizationSummary>();
        filter.setLabel(getTranslation("calendar.year.organization"));
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption(getTranslation("calendar.year.all"));
        filter.setItemLabelGenerator(it -> it == null ? getTranslation("calendar.year.all") : it.name());
        filter.setItems(organizations);
        filter.setValue(only);
        filter.addValueChangeListener(change -> go(year, change.getValue()));
        var row = new Div(before, filter, after);
        row.addClassName("rs-calendar-choice");
        return row;
    }

    private Component step(Symbol symbol, int to, @Nullable OrganizationSummary only) {
        var button = new Button(symbol.create(), click -> go(to, only));
        button.addThemeNames("tertiary", "icon");
        var label = getTranslation("calendar.year.go", Integer.toString(to));
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setEnabled(to >= EARLIEST && to <= LATEST);
        return button;
    }

    private static void go(int to, @Nullable OrganizationSummary only) {
        var parameters = only == null
                ? Map.of(YEAR, Integer.toString(to))
                : Map.of(YEAR, Integer.toString(to), ORGANIZATION, only.id().toString());
        UI.getCurrent().navigate(CalendarLinks.YEAR, QueryParameters.simple(parameters));
    }

    private Component months(
            List<OrganizationSummary> organizations, @Nullable OrganizationSummary only, LocalDate today) {
        var shown = only == null ? organizations : List.of(only);
        var byMonth = meetingsOf(shown).stream()
                .collect(Collectors.groupingBy(it -> it.day().getMonth()));
        var off = Optional.ofNullable(only)
                .map(OrganizationSummary::body)
                .or(() -> councils.bodies().stream().findFirst().map(BodySummary::id))
                .map(it -> daysOff.of(it, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .orElse(List.<DayOff>of());
        var grid = new Div();
        grid.addClassName("rs-calendar-year");
        for (var month : Month.values()) {
            grid.add(new MonthCard(YearMonth.of(year, month), byMonth.getOrDefault(month, List.of()), off, today));
        }
        return grid;
    }

    private List<MeetingSummary> meetingsOf(List<OrganizationSummary> shown) {
        var zones = shown.stream()
                .map(it -> councils.body(it.body()).zone())
                .distinct()
                .toList();
        return zones.stream()
                .flatMap(zone -> meetings
                        .calendar(
                                shown.stream()
                                        .filter(it ->
                                                councils.body(it.body()).zone().equals(zone))
                                        .map(OrganizationSummary::id)
                                        .toList(),
                                LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant(),
                                LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant())
                        .stream())
                .toList();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.year.title", Integer.toString(year));
    }
}
