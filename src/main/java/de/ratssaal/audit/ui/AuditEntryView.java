package de.ratssaal.audit.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.audit.AuditTrail;
import de.ratssaal.audit.EntryProof;
import de.ratssaal.base.Messages;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.identity.KnownNames;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the log with the proof that it is in it. */
@Route(value = AuditEntryView.PATH, layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR"})
class AuditEntryView extends Composite<Div> implements HasUrlParameter<Long>, HasDynamicTitle {

    static final String PATH = "audit/entry";

    private final AuditTrail trail;
    private final Messages messages;
    private final KnownNames names;
    private @Nullable EntryProof shown;

    AuditEntryView(AuditTrail trail, Messages messages, KnownNames names) {
        this.trail = trail;
        this.messages = messages;
        this.names = names;
        getContent().addClassName("rs-page");
    }

    static String path(long entry) {
        return PATH + "/" + entry;
    }

    @Override
    public void setParameter(BeforeEvent event, Long entry) {
        shown = trail.prove(entry).orElseThrow();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (shown != null) {
            getContent().removeAll();
            getContent().add(head(shown), facts(shown), record(shown), proof(shown));
        }
    }

    private Component head(EntryProof proof) {
        var badge = switch (proof.state()) {
            case PROVEN -> new StatusBadge(Tone.SUCCESS, getTranslation("audit.proof.PROVEN"));
            case WAITING -> new StatusBadge(Tone.NEUTRAL, getTranslation("audit.proof.WAITING"));
            case WRONG -> new StatusBadge(Tone.DANGER, getTranslation("audit.proof.WRONG"));
        };
        return new PageHeader(getPageTitle())
                .above(getTranslation("audit.title"), AuditView.PATH)
                .meta(badge);
    }

    private Component facts(EntryProof proof) {
        var entry = proof.entry();
        var words = EntryWords.of(List.of(entry), messages, names, getLocale());
        var facts = new DefinitionList()
                .add(getTranslation("audit.entry.at"), Moments.of(this).exact(entry.at()))
                .add(getTranslation("audit.entry.actor"), words.actor(entry));
        var others = words.others(entry);
        if (!others.isEmpty()) {
            facts.add(getTranslation("audit.entry.names"), String.join(", ", others));
        }
        return new Card(words.title(entry), facts);
    }

    private Component record(EntryProof proof) {
        var entry = proof.entry();
        var subject = new Anchor(
                AuditView.PATH + "?" + RecordedEntries.SUBJECT + "="
                        + URLEncoder.encode(entry.subject(), StandardCharsets.UTF_8),
                entry.subject());
        return new Card(
                getTranslation("audit.entry.as-recorded"),
                EntryWords.line(entry),
                new DefinitionList()
                        .add(getTranslation("audit.entry.type"), AuditView.code(entry.type()))
                        .add(getTranslation("audit.entry.subject"), subject)
                        .add(getTranslation("audit.entry.actor"), AuditView.code(entry.actor())));
    }

    private Component proof(EntryProof proof) {
        var card = new Card(
                getTranslation("audit.proof"), new Paragraph(getTranslation("audit.proof.text-" + proof.state())));
        var head = proof.head();
        var place = proof.place();
        if (head == null || place == null) {
            return card;
        }
        var path = new OrderedList();
        proof.path().forEach(it -> path.add(new ListItem(AuditView.code(it.base64()))));
        var note = new Pre(head.toString());
        note.addClassName("rs-code");
        card.add(
                new DefinitionList()
                        .add(getTranslation("audit.proof.place"), Long.toString(place))
                        .add(
                                getTranslation("audit.proof.leaf"),
                                AuditView.code(proof.leaf().base64())),
                new Details(getTranslation("audit.proof.path", proof.path().size()), path),
                new Details(getTranslation("audit.proof.head"), note));
        proof.file()
                .ifPresent(file -> card.add(new TextDownload(
                        getTranslation("audit.proof.download"),
                        "audit-entry-%d.tlog-proof".formatted(proof.entry().id()),
                        file)));
        return card;
    }

    @Override
    public String getPageTitle() {
        return shown == null
                ? getTranslation("audit.title")
                : getTranslation(
                        "audit.entry.title", Long.toString(shown.entry().id()));
    }
}
