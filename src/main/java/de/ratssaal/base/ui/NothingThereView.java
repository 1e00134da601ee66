package de.ratssaal.base.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;

/** The address names a meeting, a paper or a person that there is not, or not for this reader. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NothingThereView extends TroubleView implements HasErrorParameter<NoSuchElementException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NoSuchElementException> error) {
        say(Symbol.SEARCH, getTranslation("base.not-found.title"), getTranslation("base.not-found.text"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
