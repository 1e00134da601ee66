package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** A short message about what just happened. At most one is shown; a new one takes its place. */
public final class Notice {

    private static final int SUCCESS_MILLIS = 6_000;
    private static final int UNTIL_CLOSED = 0;

    private Notice() {}

    /** Something was done. Goes away by itself. */
    public static void success(String text) {
        show(Symbol.SUCCESS, "success", text, SUCCESS_MILLIS, false);
    }

    /** Something could not be done, and why. Stays until it is closed and is read out at once. */
    public static void refusal(String text) {
        show(Symbol.ALERT, "refusal", text, UNTIL_CLOSED, true);
    }

    /** Something failed that the reader cannot help. Stays until it is closed and is read out at once. */
    public static void failure(String text) {
        show(Symbol.ALERT, "failure", text, UNTIL_CLOSED, true);
    }

    private static void show(Symbol symbol, String kind, String text, int millis, boolean assertive) {
        var ui = UI.getCurrent();
        var before = ComponentUtil.getData(ui, Shown.class);
        if (before != null) {
            before.notification().close();
        }
        var notification = new Notification();
        notification.addClassName("rs-notice-" + kind);
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setDuration(millis);
        notification.setAssertive(assertive);
        var sentence = new Span(text);
        sentence.addClassName("rs-notice-text");
        var line = new Div(symbol.create(), sentence, closeButton(notification));
        line.addClassName("rs-notice");
        notification.add(line);
        notification.open();
        ComponentUtil.setData(ui, Shown.class, new Shown(notification));
    }

    private static Component closeButton(Notification notification) {
        var close = new Button(Symbol.CLOSE.create(), click -> notification.close());
        close.setAriaLabel(close.getTranslation("base.notice.close"));
        close.addClassName("rs-notice-close");
        close.addThemeNames("tertiary", "icon");
        return close;
    }

    private record Shown(Notification notification) {}
}
