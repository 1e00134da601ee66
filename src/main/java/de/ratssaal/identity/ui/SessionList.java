package de.ratssaal.identity.ui;

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
import de.ratssaal.identity.SessionId;
import de.ratssaal.identity.SessionSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The devices on which an account is signed in. */
class SessionList extends Composite<UnorderedList> {

    /** @param end ends one of the sessions; none if they are only shown */
    SessionList(List<SessionSummary> sessions, ZoneId zone, @Nullable Consumer<SessionId> end) {
        getContent().addClassName("rs-entries");
        sessions.forEach(it -> getContent().add(new ListItem(entry(it, zone, end))));
    }

    private Component entry(SessionSummary session, ZoneId zone, @Nullable Consumer<SessionId> end) {
        var moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone);
        var device = DeviceName.of(session.device(), getTranslation("identity.account.unknown-device"));
        var name = new Span(device);
        name.addClassName("rs-entry-name");
        var detail = new Span(getTranslation(
                "identity.account.session",
                getTranslation("identity.method." + session.method()),
                moments.format(session.lastSeenAt()),
                session.address()));
        detail.addClassName("rs-entry-detail");
        var words = new Div(name, detail);
        words.addClassName("rs-entry-words");
        var line = new Div(words);
        line.addClassName("rs-entry");
        if (session.current()) {
            line.add(new StatusBadge(Tone.SUCCESS, Symbol.DEVICE, getTranslation("identity.account.this-device")));
        } else if (end != null) {
            var button = new Button(getTranslation("identity.account.end-session"), click -> end.accept(session.id()));
            button.setAriaLabel(getTranslation("identity.account.end-session-of", device));
            line.add(button);
        }
        return line;
    }
}
