package de.ratssaal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.calendar.CalendarLinks;
import de.ratssaal.calendar.MeetingSeries;
import de.ratssaal.calendar.ProposedMeeting;
import de.ratssaal.calendar.Recurrence;
import de.ratssaal.calendar.SeriesId;
import de.ratssaal.calendar.YearPlanning;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plans the meetings of a year: a rule, the days that follow from it with what stands in their way, and one step. */
@Route(value = CalendarLinks.SERIES, layout = MainLayout.class)
@RolesAllowed("SECRETARIAT")
class PlanSeriesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final YearPlanning planning;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    private final Select<OrganizationSummary> organization = new Select<>();
    private final TextField title = new TextField();
    private final IntegerField number = new IntegerField();
    private final RadioButtonGroup<Rhythm> rhythm = new RadioButtonGroup<>();
    private final IntegerField every = new IntegerField();
    private final Select<Recurrence.Week> week = new Select<>();
    private final Select<DayOfWeek> weekday = new Select<>();
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();
    private final TimePicker start = new TimePicker();
    private final TimePicker end = new TimePicker();
    private final RadioButtonGroup<MeetingMode> mode = new RadioButtonGroup<>();
    private final TextField place = new TextField();
    private final TextField publicAccess = new TextField();
    private final Div proposal = new Div();
    private final Map<LocalDate, Checkbox> choices = new LinkedHashMap<>();
    private SeriesId id = SeriesId.next();

    PlanSeriesView(YearPlanning planning, Councils councils, Access access, Clock clock) {
        this.planning = planning;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        labels();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("calendar.series.subtitle"))
                                .above(getTranslation("calendar.menu"), CalendarLinks.YEAR),
                        rule(),
                        proposal);
        fill();
    }

    private void labels() {
        organization.setLabel(getTranslation("calendar.series.organization"));
        organization.setItemLabelGenerator(OrganizationSummary::name);
        organization.setItems(councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream())
                .filter(it -> it.classification().meets())
                .filter(it -> access.has(it.id(), Role.SECRETARIAT))
                .toList());
        title.setLabel(getTranslation("calendar.series.title-of-each"));
        title.setHelperText(getTranslation("calendar.series.title-help"));
        number.setLabel(getTranslation("calendar.series.first-number"));
        number.setMin(1);
        number.setStepButtonsVisible(true);
        rhythm.setLabel(getTranslation("calendar.series.rhythm"));
        rhythm.setItems(Rhythm.values());
        rhythm.setItemLabelGenerator(it -> getTranslation("calendar.series.rhythm." + it));
        rhythm.addValueChangeListener(change -> adapt());
        every.setMin(1);
        every.setMax(52);
        every.setStepButtonsVisible(true);
        week.setLabel(getTranslation("calendar.series.week"));
        week.setItems(Recurrence.Week.values());
        week.setItemLabelGenerator(it -> getTranslation("calendar.series.week." + it));
        weekday.setLabel(getTranslation("calendar.series.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(it -> it.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
        first.setLabel(getTranslation("calendar.series.first"));
        last.setLabel(getTranslation("calendar.series.last"));
        for (var picker : List.of(first, last)) {
            picker.setI18n(DateTexts.of(this));
            picker.setLocale(getLocale());
        }
        start.setLabel(getTranslation("calendar.series.start"));
        end.setLabel(getTranslation("calendar.series.end"));
        end.setClearButtonVisible(true);
        for (var picker : List.of(start, end)) {
            picker.setStep(Duration.ofMinutes(15));
            picker.setLocale(getLocale());
        }
        mode.setLabel(getTranslation("calendar.series.mode"));
        mode.setItems(MeetingMode.values());
        mode.setItemLabelGenerator(it -> getTranslation("meeting.mode." + it));
        mode.addValueChangeListener(change -> adapt());
        place.setLabel(getTranslation("calendar.series.place"));
        publicAccess.setLabel(getTranslation("calendar.series.public-access"));
    }

    private Component rule() {
        var names = row(title, number);
        title.addClassName("rs-grow");
        var propose =
                new Button(getTranslation("calendar.series.propose"), Symbol.CALENDAR.create(), click -> propose());
        propose.addThemeNames("primary");
        var actions = new Div(propose);
        actions.addClassName("rs-actions");
        var form = new Div(
                organization,
                names,
                rhythm,
                row(every, week, weekday),
                row(first, last),
                row(start, end),
                mode,
                place,
                publicAccess,
                actions);
        form.addClassName("rs-form");
        return new Card(getTranslation("calendar.series.rule"), form);
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassName("rs-fields-row");
        return row;
    }

    private void fill() {
        organization.getListDataView().getItems().findFirst().ifPresent(organization::setValue);
        number.setValue(1);
        rhythm.setValue(Rhythm.MONTHLY);
        every.setValue(1);
        week.setValue(Recurrence.Week.FIRST);
        weekday.setValue(DayOfWeek.WEDNESDAY);
        var next = LocalDate.ofInstant(clock.instant(), clock.getZone())
                .plusYears(1)
                .withDayOfYear(1);
        first.setValue(next);
        last.setValue(next.withMonth(12).withDayOfMonth(31));
        start.setValue(LocalTime.of(17, 0));
        mode.setValue(MeetingMode.IN_PERSON);
        adapt();
    }

    private void adapt() {
        var monthly = rhythm.getValue() == Rhythm.MONTHLY;
        every.setLabel(getTranslation(monthly ? "calendar.series.months" : "calendar.series.weeks"));
        week.setVisible(monthly);
        place.setVisible(mode.getValue() != MeetingMode.DIGITAL);
        publicAccess.setVisible(mode.getValue() != null && mode.getValue() != MeetingMode.IN_PERSON);
    }

    private MeetingSeries series() {
        var chosen = organization.getValue();
        if (chosen == null) {
            throw new Refusal("calendar.series.organization-missing");
        }
        if (first.getValue() == null || last.getValue() == null) {
            throw new Refusal("calendar.series.span-missing");
        }
        if (start.getValue() == null) {
            throw new Refusal("calendar.series.start-missing");
        }
        var digital = mode.getValue() == MeetingMode.DIGITAL;
        return new MeetingSeries(
                chosen.id(),
                title.getValue(),
                Objects.requireNonNullElse(number.getValue(), 0),
                recurrence(),
                first.getValue(),
                last.getValue(),
                start.getValue(),
                end.getValue(),
                mode.getValue(),
                digital ? "" : place.getValue(),
                mode.getValue() == MeetingMode.IN_PERSON ? "" : publicAccess.getValue());
    }

    private void mark(TextField field, boolean isWrong, String key) {
        field.setInvalid(isWrong);
        field.setErrorMessage(getTranslation(key));
    }

    private Recurrence recurrence() {
        var monthly = rhythm.getValue() == Rhythm.MONTHLY;
        var count = Objects.requireNonNullElse(every.getValue(), 0);
        if (count < 1 || count > (monthly ? 12 : 52)) {
            throw new Refusal(monthly ? "calendar.series.months-wrong" : "calendar.series.weeks-wrong");
        }
        return monthly
                ? new Recurrence.Monthly(count, week.getValue(), weekday.getValue())
                : new Recurrence.Weekly(count, weekday.getValue());
    }

    private void propose() {
        mark(title, title.getValue().isBlank(), "calendar.series.title-missing");
        mark(
                place,
                mode.getValue() != MeetingMode.DIGITAL && place.getValue().isBlank(),
                "calendar.series.place-missing");
        if (title.isInvalid() || place.isInvalid()) {
            return;
        }
        var series = series();
        id = SeriesId.next();
        choices.clear();
        proposal.removeAll();
        var days = planning.propose(series);
        var card = new Card(getTranslation("calendar.series.proposal"));
        if (days.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.CALENDAR,
                    getTranslation("calendar.series.none"),
                    getTranslation("calendar.series.none-text")));
            proposal.add(card);
            return;
        }
        var conflicts = days.stream().filter(ProposedMeeting::hasConflict).count();
        if (conflicts > 0) {
            var note = new Paragraph(getTranslation("calendar.series.conflicts", conflicts));
            note.addClassName("rs-note");
            card.add(note);
        }
        var list = new UnorderedList();
        list.addClassNames("rs-rows", "rs-series-days");
        var plan = new Button();
        plan.addThemeNames("primary");
        plan.setDisableOnClick(true);
        days.forEach(it -> list.add(new ListItem(day(it, plan))));
        plan.addClickListener(click -> plan(series, plan));
        count(plan);
        var actions = new Div(plan);
        actions.addClassName("rs-actions");
        card.add(list, actions);
        proposal.add(card);
        card.scrollIntoView();
    }

    private Component day(ProposedMeeting proposed, Button plan) {
        var choice = new Checkbox(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(getLocale())
                .format(proposed.day()));
        choice.setValue(!proposed.hasConflict());
        choice.addValueChangeListener(change -> count(plan));
        choices.put(proposed.day(), choice);
        var invitation = new Paragraph(getTranslation("calendar.series.invitation-by", proposed.invitationBy()));
        invitation.addClassName("rs-row-detail");
        var row = new Div(choice, invitation);
        proposed.advice()
                .forEach(it -> row.add(new StatusBadge(
                        it.isConflict() ? Tone.WARNING : Tone.INFO,
                        it.isConflict() ? Symbol.WARNING : Symbol.INFO,
                        getTranslation(it.key(), it.arguments().toArray()))));
        row.addClassName("rs-series-day");
        return row;
    }

    private List<LocalDate> chosen() {
        return choices.entrySet().stream()
                .filter(it -> it.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count(Button plan) {
        var days = chosen().size();
        plan.setText(getTranslation("calendar.series.plan", days));
        plan.setEnabled(days > 0);
    }

    private void plan(MeetingSeries series, Button plan) {
        var days = chosen();
        try {
            planning.plan(id, series, days);
        } catch (RuntimeException e) {
            plan.setEnabled(true);
            throw e;
        }
        Notice.success(getTranslation("calendar.series.planned", days.size()));
        UI.getCurrent()
                .navigate(
                        CalendarLinks.YEAR,
                        QueryParameters.simple(Map.of(
                                "year",
                                Integer.toString(days.getFirst().getYear()),
                                "organization",
                                series.organization().toString())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.series.title");
    }

    private enum Rhythm {
        WEEKLY,
        MONTHLY
    }
}
