package de.ratssaal.base.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** The person has no role that may open this view. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoAccessView extends TroubleView implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        say(Symbol.LOCK, getTranslation("base.no-access.title"), getTranslation("base.no-access.text"));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
