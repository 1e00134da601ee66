package de.ratssaal.base.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import de.ratssaal.base.Messages;
import jakarta.servlet.http.HttpServletResponse;

/** Opening a view was refused by a rule, was not permitted for this object, or failed. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FaultView extends TroubleView implements HasErrorParameter<Exception> {

    private final transient Messages messages;

    FaultView(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        return switch (Trouble.of(error.getException())) {
            case Trouble.NotPermitted() -> {
                say(Symbol.LOCK, getTranslation("base.no-access.title"), getTranslation("base.no-access.text"));
                yield HttpServletResponse.SC_FORBIDDEN;
            }
            case Trouble trouble -> {
                say(Symbol.ALERT, getTranslation("base.fault.title"), trouble.text(messages, getLocale()));
                yield trouble.isRefusal()
                        ? HttpServletResponse.SC_CONFLICT
                        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            }
        };
    }
}
