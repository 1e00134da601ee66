package de.ratssaal.urn.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.CheckedScript;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.urn.RecordTexts;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.UrnState;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.Urns;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/**
 * Check it yourself, for votes that are not public and those who may see them: once there is a result their browser verifies the record;
 * before, it shows what an opened ballot holds.
 */
@Route(value = "secret-polls/:poll", layout = MainLayout.class)
@PermitAll
class SecretPollView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FILES = "/assets/ballot/";

    private final Urns urns;
    private final RecordTexts texts;
    private String title = "";

    SecretPollView(Urns urns, RecordTexts texts) {
        this.urns = urns;
        this.texts = texts;
        getContent().addClassName("rs-page");
        CheckedScript.load(getContent(), "verify");
    }

    /** Below the application's own path. */
    static String address(SecretPollId poll) {
        return "secret-polls/" + poll;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var urn = urns.find(addressed(event)).orElseThrow(NotFoundException::new);
        if (urn.openingHead() == null) {
            throw new NotFoundException();
        }
        title = getTranslation(
                urn.isElection() ? "urn.page.election" : "urn.page.title",
                urn.matter().title());
        getContent().removeAll();
        getContent().add(new PageHeader(title));
        if (urn.state() == UrnState.SETTLED) {
            showRecord(urn);
        } else {
            getContent().add(new Paragraph(getTranslation("urn.page.opened-intro")));
            var opened = element("rs-opened-ballot", texts.opened(getLocale()));
            opened.setAttribute("election", api(urn) + "/election");
            opened.setAttribute("credentials", api(urn) + "/credentials");
            getContent().getElement().appendChild(opened);
        }
    }

    private void showRecord(UrnSummary urn) {
        getContent().add(new Paragraph(getTranslation("urn.page.intro")));
        var verify = element("rs-verify", texts.verifying(getLocale()));
        verify.setAttribute("archive", api(urn) + "/archive");
        verify.setAttribute("strong", api(urn) + "/strong-proofs");
        verify.setAttribute("heads", RecordTexts.heads(urn));
        getContent().getElement().appendChild(verify);
        var archive = new Anchor(api(urn) + "/archive", getTranslation("urn.page.archive", urn.uuid()));
        archive.setRouterIgnore(true);
        var strong = new Anchor(api(urn) + "/strong-proofs", getTranslation("urn.page.strong"));
        strong.setRouterIgnore(true);
        getContent()
                .add(
                        new H2(getTranslation("urn.page.yourself")),
                        new Paragraph(getTranslation("urn.page.yourself-text")),
                        new Paragraph(archive, new Text(" · "), strong));
    }

    private Element element(String tag, String words) {
        var element = new Element(tag);
        element.setAttribute("worker", FILES + "verify-worker.js");
        element.setAttribute("words", FILES + "words." + getLocale().getLanguage() + ".txt");
        element.setAttribute("texts", words);
        return element;
    }

    private static String api(UrnSummary urn) {
        return "/api/secret-polls/" + urn.poll();
    }

    private static SecretPollId addressed(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters()
                    .get("poll")
                    .map(UUID::fromString)
                    .map(SecretPollId::new)
                    .orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
