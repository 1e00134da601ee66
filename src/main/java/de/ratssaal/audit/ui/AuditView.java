package de.ratssaal.audit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.audit.AuditTrail;
import de.ratssaal.audit.SignedHead;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.KnownNames;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;

/** The audit log: where it stands, the check of the whole, and what was recorded. */
@Route(value = AuditView.PATH, layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
@Menu(title = "audit.menu", order = 90, icon = "audit")
class AuditView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "audit";

    private static final int MANY_WAITING = 1_000;

    private final AuditTrail trail;
    private final RecordedEntries entries;
    private final Div state = new Div();

    AuditView(AuditTrail trail, Messages messages, KnownNames names) {
        this.trail = trail;
        this.entries = new RecordedEntries(trail, messages, names);
        var pair = new Div(state, new WholeCheck(trail, messages));
        pair.addClassName("rs-pair");
        getContent().addClassName("rs-page");
        getContent()
                .add(new PageHeader(getTranslation("audit.title"), getTranslation("audit.subtitle")), pair, entries);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(RecordedEntries.SUBJECT)
                .ifPresent(entries::showSubject);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        state.removeAll();
        state.add(state());
    }

    private Component state() {
        var now = trail.state();
        var head = now.head();
        var card = new Card(getTranslation("audit.state"));
        if (head == null) {
            return card.aside(new StatusBadge(Tone.NEUTRAL, getTranslation("audit.state.empty")));
        }
        card.aside(
                now.waiting() < MANY_WAITING
                        ? new StatusBadge(Tone.SUCCESS, getTranslation("audit.state.signed"))
                        : new StatusBadge(Tone.WARNING, getTranslation("audit.state.behind")));
        card.add(facts(head, now.waiting()));
        card.add(new Paragraph(getTranslation("audit.state.keep")));
        var download = new TextDownload(
                getTranslation("audit.state.download"), "audit-%d.head".formatted(head.size()), head.toString());
        card.add(download);
        return card;
    }

    private Component facts(SignedHead head, int waiting) {
        var numbers = NumberFormat.getIntegerInstance(getLocale());
        var facts = new DefinitionList()
                .add(getTranslation("audit.state.entries"), numbers.format(head.size()))
                .add(getTranslation("audit.state.waiting"), numbers.format(waiting));
        var at = head.at();
        if (at != null) {
            facts.add(getTranslation("audit.state.signed-at"), Moments.of(this).exact(at));
        }
        facts.add(getTranslation("audit.state.mark"), code(head.mark()));
        trail.publicKeys().stream().limit(1).forEach(key -> facts.add(getTranslation("audit.state.key"), code(key)));
        return facts;
    }

    static Component code(String text) {
        var code = new Span(text);
        code.addClassName("rs-code");
        return code;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title");
    }
}
