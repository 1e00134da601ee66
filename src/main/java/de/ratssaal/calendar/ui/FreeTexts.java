package de.ratssaal.calendar.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.calendar.DayOff;

/** Days off in words. */
final class FreeTexts {

    private FreeTexts() {}

    static String name(Component view, DayOff off) {
        return switch (off) {
            case DayOff.Holiday(var day, var holiday) -> view.getTranslation("calendar.holiday." + holiday);
            case DayOff.Period(var period) -> period.name();
        };
    }
}
