package de.ratssaal.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ReaderLanguage;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Gives every browser that opens the application its language, its appearance and its words for trouble. */
@Component
class FrameSetup implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;
    private static final int RECONNECT_EVERY_MILLIS = 2_000;
    private static final int RECONNECT_ATTEMPTS = 10_000;

    private final transient Messages messages;
    private final boolean demo;

    FrameSetup(Messages messages, Environment environment) {
        this.messages = messages;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        service.addSessionInitListener(opened -> {
            opened.getSession().setErrorHandler(new ErrorNotices(messages));
            opened.getSession().setLocale(language(opened.getRequest()));
        });
        service.addUIInitListener(opened -> prepare(opened.getUI()));
        event.addIndexHtmlRequestListener(FrameSetup::preparePage);
        if (demo) {
            RouteConfiguration.forRegistry(service.getRouter().getRegistry()).setAnnotatedRoute(ComponentsView.class);
        }
    }

    private static Locale language(VaadinRequest request) {
        return ReaderLanguage.of((VaadinServletRequest) request);
    }

    private void prepare(UI ui) {
        var request = VaadinRequest.getCurrent();
        // The choice may have been made in the public portal since the session began.
        ui.getSession().setLocale(language(request));
        ui.setLocale(ui.getSession().getLocale());
        ui.getPage().setColorScheme(Appearance.of(request.getCookies()).scheme());
        ui.getPage().addJsModule("context://assets/ratssaal.js");
        var reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(messages.text(ui.getLocale(), "base.connection.lost"));
        reconnect.setDialogTextGaveUp(messages.text(ui.getLocale(), "base.connection.gone"));
        reconnect.setReconnectInterval(RECONNECT_EVERY_MILLIS);
        reconnect.setReconnectAttempts(RECONNECT_ATTEMPTS);
    }

    private static void preparePage(IndexHtmlResponse page) {
        var request = page.getVaadinRequest();
        var html = page.getDocument().head().parent();
        var appearance = Appearance.of(request.getCookies());
        if (html != null) {
            html.attr("lang", language(request).getLanguage());
            html.attr("theme", appearance.scheme().getThemeValue());
            html.attr("style", "color-scheme: " + appearance.scheme().getValue());
            var head = page.getDocument().head();
            head.appendElement("link")
                    .attr("rel", "manifest")
                    .attr("href", "/assets/app/manifest." + language(request).getLanguage() + ".json");
            head.appendElement("link").attr("rel", "apple-touch-icon").attr("href", "/assets/app/touch.png");
        }
    }

    private SystemMessages systemMessages(Locale language) {
        var texts = new CustomizedSystemMessages();
        // After a restart of the server the page comes back by itself: the login outlives it, and so does a vote on its
        // way.
        texts.setSessionExpiredNotificationEnabled(false);
        texts.setInternalErrorCaption(messages.text(language, "base.session.fault.title"));
        texts.setInternalErrorMessage(messages.text(language, "base.session.fault.text"));
        texts.setSyncErrorCaption(messages.text(language, "base.session.fault.title"));
        texts.setSyncErrorMessage(messages.text(language, "base.session.fault.text"));
        texts.setCookiesDisabledNotificationEnabled(true);
        texts.setCookiesDisabledCaption(messages.text(language, "base.session.cookies.title"));
        texts.setCookiesDisabledMessage(messages.text(language, "base.session.cookies.text"));
        return texts;
    }
}
