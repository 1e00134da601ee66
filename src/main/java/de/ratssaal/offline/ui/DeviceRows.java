package de.ratssaal.offline.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.offline.DeviceState;
import de.ratssaal.offline.DeviceSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Devices, each with what lies on it and what became of an order to remove it. */
class DeviceRows extends Composite<UnorderedList> {

    private static final double MEGABYTE = 1_000_000;
    private static final double LEAST = 0.1;

    private final transient DateTimeFormatter moments;

    /**
     * @param name how a device is called here
     * @param meetings what is said of the meetings on it
     * @param actions what can be done with it
     */
    DeviceRows(
            List<DeviceSummary> devices,
            ZoneId zone,
            Function<DeviceSummary, Component> name,
            Function<DeviceSummary, String> meetings,
            Function<DeviceSummary, List<Button>> actions) {
        moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone);
        getContent().addClassName("rs-entries");
        devices.forEach(
                it -> getContent().add(new ListItem(row(it, name.apply(it), meetings.apply(it), actions.apply(it)))));
    }

    private Component row(DeviceSummary device, Component name, String meetings, List<Button> actions) {
        name.addClassName("rs-entry-name");
        var words = new Div(name, detail(meetings), detail(contact(device)));
        words.addClassName("rs-entry-words");
        var order = order(device);
        if (order != null) {
            words.add(detail(order));
        }
        var badges = new Div(badge(device.state()));
        badges.addClassName("rs-entry-badges");
        var line = new Div(words, badges);
        actions.forEach(line::add);
        line.addClassNames("rs-entry", "rs-device");
        return line;
    }

    private String contact(DeviceSummary device) {
        return getTranslation("offline.device.contact", moments.format(device.lastContactAt()));
    }

    private @Nullable String order(DeviceSummary device) {
        var parts = new StringBuilder();
        var cause = device.cause();
        if (cause != null && device.orderedAt() != null) {
            parts.append(getTranslation("offline.cause." + cause, moment(device.orderedAt())));
        }
        if (device.removedAt() != null) {
            parts.append(parts.isEmpty() ? "" : " ")
                    .append(getTranslation("offline.device.removed-at", moment(device.removedAt())));
        }
        return parts.isEmpty() ? null : parts.toString();
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : moments.format(at);
    }

    private Component badge(DeviceState state) {
        var text = getTranslation("offline.state." + state);
        return switch (state) {
            case KEPT -> new StatusBadge(Tone.INFO, Symbol.DEVICE, text);
            case EXPIRED -> new StatusBadge(Tone.NEUTRAL, Symbol.CLOCK, text);
            case ORDERED -> new StatusBadge(Tone.WARNING, Symbol.WAITING, text);
            case REMOVED -> new StatusBadge(Tone.SUCCESS, Symbol.CHECK, text);
        };
    }

    /** As in "12,4 MB". */
    static String size(long bytes, Locale language) {
        return String.format(language, "%.1f MB", bytes == 0 ? 0 : Math.max(bytes / MEGABYTE, LEAST));
    }

    private static Component detail(String text) {
        var detail = new Span(text);
        detail.addClassName("rs-entry-detail");
        return detail;
    }
}
