package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import de.ratssaal.base.ChangeNotices;
import java.util.function.Function;

/** Keeps a watch as long as a view is shown: opened when it is attached, closed when it goes away. */
public final class WhileShown {

    private WhileShown() {}

    /**
     * @param view whose showing decides
     * @param open opens the watch for the browser window in which the view is shown
     */
    public static void watch(Component view, Function<UI, ChangeNotices.Watch> open) {
        view.addAttachListener(attached -> {
            var watch = open.apply(attached.getUI());
            view.addDetachListener(detached -> {
                detached.unregisterListener();
                watch.close();
            });
        });
    }

    /** Changes what a window shows; one that was closed a moment ago needs nothing any more. */
    public static void update(UI ui, Command change) {
        ui.accessLater(change::execute, () -> {}).run();
    }
}
