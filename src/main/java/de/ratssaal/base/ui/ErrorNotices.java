package de.ratssaal.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import de.ratssaal.base.Messages;

/** Tells whoever is at the browser that a step was refused or failed. */
class ErrorNotices implements ErrorHandler {

    private static final long serialVersionUID = 1;

    private final transient Messages messages;

    ErrorNotices(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void error(ErrorEvent event) {
        var trouble = Trouble.of(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui == null) {
            trouble.log();
            return;
        }
        var text = trouble.text(messages, ui.getLocale());
        if (trouble.isRefusal()) {
            Notice.refusal(text);
        } else {
            Notice.failure(text);
        }
    }

    /** What the person at the browser is told of something that was thrown. */
    static String text(Throwable thrown) {
        var ui = UI.getCurrent();
        var handler = (ErrorNotices) ui.getSession().getErrorHandler();
        return Trouble.of(thrown).text(handler.messages, ui.getLocale());
    }
}
