package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A date picker's words in the reader's language. Weeks begin on Monday. */
public final class DateTexts {

    private DateTexts() {}

    public static DatePicker.DatePickerI18n of(Component view) {
        var language = view.getUI()
                .or(() -> Optional.ofNullable(UI.getCurrent())) // a dialog that is not open yet
                .map(UI::getLocale)
                .orElse(Locale.GERMAN);
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(it -> it.getDisplayName(TextStyle.FULL_STANDALONE, language))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, language))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, language))
                .setFirstDayOfWeek(1)
                .setDateFormats(
                        language.getLanguage().equals("de") ? "dd.MM.yyyy" : "dd/MM/yyyy",
                        "d.M.yyyy",
                        "d.M.yy",
                        "yyyy-MM-dd")
                .setToday(view.getTranslation("base.date.today"))
                .setCancel(view.getTranslation("base.date.cancel"));
    }

    private static List<String> days(TextStyle style, Locale language) {
        return Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY),
                        Arrays.stream(DayOfWeek.values()).limit(6))
                .map(it -> it.getDisplayName(style, language))
                .toList();
    }
}
