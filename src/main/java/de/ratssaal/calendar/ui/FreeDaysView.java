package de.ratssaal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.FileDrop;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.calendar.CalendarLinks;
import de.ratssaal.calendar.DaysOff;
import de.ratssaal.calendar.FreeKind;
import de.ratssaal.calendar.FreePeriod;
import de.ratssaal.calendar.FreePeriodId;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** On which days the body would rather not meet: school holidays and what it keeps free itself. */
@Route(value = CalendarLinks.FREE_DAYS, layout = MainLayout.class)
@RolesAllowed({"SECRETARIAT", "ADMINISTRATOR"})
class FreeDaysView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final DataSize LARGEST_FILE = DataSize.ofMegabytes(2);
    private static final int YEARS_AHEAD = 5;

    private final DaysOff daysOff;
    private final Councils councils;
    private final Clock clock;
    private final Div lists = new Div();

    FreeDaysView(DaysOff daysOff, Councils councils, Clock clock) {
        this.daysOff = daysOff;
        this.councils = councils;
        this.clock = clock;
        getContent().addClassName("rs-page");
        lists.addClassName("rs-calendar-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getPageTitle(), getTranslation("calendar.free.subtitle"))
                        .above(getTranslation("calendar.menu"), CalendarLinks.YEAR));
        getContent().add(lists);
        show();
    }

    private void show() {
        lists.removeAll();
        councils.bodies().stream()
                .filter(it -> daysOff.mayKeep(it.id()))
                .forEach(it -> lists.add(list(it), adding(it)));
    }

    private Component list(BodySummary body) {
        var today = LocalDate.ofInstant(clock.instant(), body.zone());
        var periods = daysOff.periods(body.id(), today, today.plusYears(YEARS_AHEAD));
        var card = new Card(getTranslation("calendar.free.of", body.name()));
        var known = daysOff.knownSchoolHolidays(body.id()).stream()
                .filter(it -> !it.last().isBefore(today))
                .filter(it -> periods.stream().noneMatch(has -> isSame(has, it)))
                .toList();
        if (!known.isEmpty()) {
            card.aside(new Button(
                    getTranslation("calendar.free.take-known", known.size()),
                    Symbol.ADD.create(),
                    click -> take(body, known)));
        }
        if (periods.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.CALENDAR, getTranslation("calendar.free.none"), getTranslation("calendar.free.none-text")));
            return card;
        }
        var rows = new UnorderedList();
        rows.addClassName("rs-rows");
        periods.forEach(it -> rows.add(new ListItem(row(body, it))));
        card.add(rows);
        return card;
    }

    private static boolean isSame(FreePeriod one, FreePeriod other) {
        return one.kind() == other.kind()
                && one.first().equals(other.first())
                && one.last().equals(other.last());
    }

    private void take(BodySummary body, List<FreePeriod> known) {
        var added = daysOff.take(body.id(), known);
        Notice.success(getTranslation("calendar.free.taken", added));
        show();
    }

    private Component row(BodySummary body, FreePeriod period) {
        var name = new Span(period.name());
        name.addClassName("rs-row-title");
        var days = new Span(span(period) + " · " + getTranslation("calendar.free.kind." + period.kind()));
        days.addClassName("rs-row-detail");
        var words = new Span(name, days);
        words.addClassName("rs-row-words");
        var remove = new Button(Symbol.DELETE.create(), click -> {
            daysOff.remove(body.id(), period.id());
            show();
        });
        remove.addThemeNames("tertiary", "icon");
        var label = getTranslation("calendar.free.remove", period.name());
        remove.setAriaLabel(label);
        remove.setTooltipText(label);
        var tools = new Span(remove);
        tools.addClassName("rs-row-tools");
        var row = new Div(words, tools);
        row.addClassName("rs-row");
        return row;
    }

    private String span(FreePeriod period) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
        return period.first().equals(period.last())
                ? format.format(period.first())
                : getTranslation("calendar.free.span", format.format(period.first()), format.format(period.last()));
    }

    private Component adding(BodySummary body) {
        var kind = new Select<FreeKind>();
        kind.setLabel(getTranslation("calendar.free.kind"));
        kind.setItems(FreeKind.values());
        kind.setItemLabelGenerator(it -> getTranslation("calendar.free.kind." + it));
        kind.setValue(FreeKind.SCHOOL_HOLIDAYS);
        var name = new TextField(getTranslation("calendar.free.name"));
        name.setMaxLength(FreePeriod.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        var first = picker("calendar.free.first");
        var last = picker("calendar.free.last");
        last.setPlaceholder(getTranslation("calendar.free.last-help"));
        var add = new Button(getTranslation("calendar.free.add"), Symbol.ADD.create(), click -> {
            name.setInvalid(name.getValue().isBlank());
            name.setErrorMessage(getTranslation("calendar.free.name-missing"));
            first.setInvalid(first.getValue() == null);
            first.setErrorMessage(getTranslation("calendar.free.first-missing"));
            if (!name.isInvalid() && !first.isInvalid()) {
                var until = last.getValue() == null ? first.getValue() : last.getValue();
                daysOff.add(
                        body.id(),
                        new FreePeriod(FreePeriodId.next(), kind.getValue(), name.getValue(), first.getValue(), until));
                show();
            }
        });
        var fields = new Div(kind, name, first, last);
        fields.addClassName("rs-fields-row");
        var actions = new Div(add);
        actions.addClassName("rs-actions");
        var file =
                new FileDrop(getTranslation("calendar.free.file"), List.of(".ics"), LARGEST_FILE, (given, content) -> {
                    try (var stream = Files.newInputStream(content)) {
                        var added = daysOff.take(body.id(), FreeKind.SCHOOL_HOLIDAYS, stream);
                        Notice.success(getTranslation("calendar.free.taken", added));
                        show();
                    }
                });
        var help = new Paragraph(getTranslation("calendar.free.file-help"));
        help.addClassName("rs-hint");
        return new Card(getTranslation("calendar.free.more"), fields, actions, help, file);
    }

    private DatePicker picker(String key) {
        var picker = new DatePicker(getTranslation(key));
        picker.setI18n(DateTexts.of(this));
        picker.setLocale(getLocale());
        return picker;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.free.title");
    }
}
