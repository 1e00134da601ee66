package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.ButtonLink;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.document.Files;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.AnswerDraft;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.AnswerWriting;
import de.ratssaal.paper.InquiryAnswering;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to an inquiry as it is written: stored by itself while one types. What others write meanwhile is merged in; where
 * two wrote the same words anew, both are kept until somebody decides.
 */
@Route(value = PaperLinks.LIST + "/:" + Address.PAPER + "/answer", layout = MainLayout.class)
@RolesAllowed({"SECRETARIAT", "OFFICE_HEAD", "OFFICE_WORKER"})
class WriteAnswerView extends Composite<Div> implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int PAUSE_MILLIS = 700;

    /** Keeps what was typed, and from what, over a reload or another page, until the server has it. */
    private static final String KEEP = """
            this.rsKept = 'rs-draft/' + $0;
            this.rsKnown = $1;
            let kept = '';
            try { kept = sessionStorage.getItem(this.rsKept) ?? ''; } catch (e) { }
            if (!this.rsKeep) {
              this.rsKeep = () => {
                try {
                  if (this.value === this.rsKnown) { sessionStorage.removeItem(this.rsKept); }
                  else { sessionStorage.setItem(this.rsKept, JSON.stringify({ known: this.rsKnown, text: this.value })); }
                } catch (e) { }
              };
              this.addEventListener('input', this.rsKeep);
            }
            return kept;
            """;

    /**
     * What was kept goes on being kept, with what it began from, whatever came in from others before it was shown again.
     */
    private static final String RECOVERED = """
            this.rsKnown = $0;
            try {
              sessionStorage.setItem(this.rsKept, JSON.stringify({ known: $0, text: $1 }));
            } catch (e) { }
            """;

    private static final String KNOWN = "this.rsKnown = $0; this.rsKeep();";

    /** Whether the window asks before it is closed. */
    private static final String ASK = """
            this.rsAsk ??= (event) => { if (this.isConnected) { event.preventDefault(); } };
            if ($0) { window.addEventListener('beforeunload', this.rsAsk); }
            else { window.removeEventListener('beforeunload', this.rsAsk); }
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InquiryAnswering answering;
    private final PaperShelf shelf;
    private final Councils councils;
    private final Files files;
    private final ChangeNotices notices;

    private final TextArea text = new TextArea();
    private final Span state = new Span();
    private final Div rival = new Div();

    private @Nullable PaperPage page;
    private @Nullable AnswerDraft stored;

    /** What the browser's words began from: they find their place beside those of others. */
    private String base = "";

    private boolean isWriting;

    WriteAnswerView(
            InquiryAnswering answering, PaperShelf shelf, Councils councils, Files files, ChangeNotices notices) {
        this.answering = answering;
        this.shelf = shelf;
        this.councils = councils;
        this.files = files;
        this.notices = notices;
        state.addClassName("rs-save-state");
        state.getElement().setAttribute("role", "status");
        rival.addClassName("rs-answer-rival");
        rival.getElement().setAttribute("role", "alert");
        getContent().addClassNames("rs-page", "rs-writing");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Address.paper(event);
        var shown = shelf.paper(id);
        page = shown;
        var draft = answering.draft(id).orElseThrow(() -> new NoSuchElementException("answer to " + id));
        var inquiry = new Card(getTranslation("paper.answer.inquiry"));
        shown.reasons().lines().map(Paragraph::new).forEach(inquiry::add);
        inquiry.setVisible(!shown.reasons().isBlank());
        getContent().removeAll();
        getContent()
                .add(
                        header(shown),
                        inquiry,
                        writing(draft),
                        new FilesCard(
                                AnswerFiles.owner(id),
                                getTranslation("paper.answer.files"),
                                getTranslation("paper.answer.files-public"),
                                shown.paper().isPublic(),
                                files,
                                notices));
        rival.setVisible(false);
        isStored(draft);
        WhileShown.watch(this, ui -> notices.watch(PaperShelf.topic(id), () -> WhileShown.update(ui, this::refresh)));
    }

    private Component header(PaperPage shown) {
        var header = new PageHeader(
                        getPageTitle(),
                        getTranslation(
                                "paper.answer.subtitle",
                                shown.paper().number().toString(),
                                shown.paper().title()))
                .above(getTranslation("paper.menu"), PaperLinks.LIST)
                .above(
                        shown.paper().number().toString(),
                        PaperLinks.paper(shown.paper().id()))
                .meta(state);
        var read = ButtonLink.secondary(
                PaperLinks.paper(shown.paper().id()), Symbol.VIEW, getTranslation("paper.write.read"));
        if (!answering.mayRelease(shown.paper().id())) {
            return header.actions(read);
        }
        var release = new Button(
                getTranslation("paper.answer.release"),
                Symbol.SEND.create(),
                click -> ConfirmAction.ask(
                        getTranslation("paper.answer.release-question"),
                        getTranslation("paper.answer.release-text"),
                        getTranslation("paper.answer.release"),
                        this::release));
        release.addThemeNames("primary");
        return header.actions(release, read);
    }

    private Component writing(AnswerDraft draft) {
        base = draft.text();
        text.setLabel(getTranslation("paper.answer.text"));
        text.setValue(draft.text());
        text.setWidthFull();
        text.setMinRows(12);
        text.setMaxLength(PaperContent.LONGEST_TEXT);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addFocusListener(focus -> isWriting = true);
        text.addBlurListener(blur -> {
            isWriting = false;
            offer();
        });
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                store(change.getValue());
            }
        });
        text.getElement()
                .executeJs(KEEP, "answer/" + shown().paper().id(), draft.text())
                .then(String.class, this::recover);
        return new Card(getTranslation("paper.answer"), rival, text);
    }

    /** @param kept what the browser has that was not stored when it left */
    private void recover(String kept) {
        if (kept.isEmpty()) {
            return;
        }
        var typed = JSON.readValue(kept, BoundText.Kept.class);
        if (!typed.text().equals(text.getValue())) {
            base = typed.known();
            text.setValue(typed.text());
            text.getElement().executeJs(RECOVERED, typed.known(), typed.text());
            store(typed.text());
            offer();
        }
    }

    /** From now on the browser's words begin from these. */
    private void begin(String known) {
        base = known;
        text.getElement().executeJs(KNOWN, known);
    }

    private void showRival(boolean isThere) {
        if (rival.isVisible() != isThere) {
            rival.setVisible(isThere);
            text.getElement().executeJs(ASK, isThere);
        }
    }

    /** The words that are not stored stay in the browser, but nobody else sees them. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (rival.isVisible()) {
            var leaving = event.postpone();
            ConfirmAction.ask(
                            getTranslation("paper.answer.leave-question"),
                            getTranslation("paper.answer.leave-text"),
                            getTranslation("paper.answer.leave"),
                            leaving::proceed)
                    .addCancelListener(cancelled -> leaving.cancel());
        }
    }

    private PaperPage shown() {
        if (page == null) {
            throw new IllegalStateException("no inquiry is shown");
        }
        return page;
    }

    private void store(String written) {
        try {
            switch (answering.writeOn(shown().paper().id(), base, written)) {
                case AnswerWriting.Stored(var answer) -> {
                    begin(written);
                    showRival(false);
                    isStored(answer);
                }
                case AnswerWriting.Differs(var theirs) -> differs(theirs, written);
            }
        } catch (Refusal refusal) {
            say(
                    Symbol.ALERT,
                    getTranslation("paper.write.not-stored", getTranslation(refusal.key(), refusal.arguments())),
                    true);
        }
    }

    private void isStored(AnswerDraft answer) {
        stored = answer;
        if (answer.revision() > 0) {
            var at = ZonedDateTime.ofInstant(
                    answer.changedAt(), councils.body(shown().paper().body()).zone());
            say(Symbol.SUCCESS, getTranslation("paper.answer.stored", TIME.format(at), answer.changedBy()), false);
        }
    }

    private void say(Symbol symbol, String words, boolean isTrouble) {
        state.removeAll();
        state.add(symbol.create(), new Span(words));
        state.setClassName("rs-save-trouble", isTrouble);
    }

    private void differs(AnswerDraft theirs, String mine) {
        say(Symbol.ALERT, getTranslation("paper.answer.differs-short"), true);
        rival.removeAll();
        rival.add(new Paragraph(getTranslation("paper.answer.differs", theirs.changedBy())));
        var words = new Div();
        words.addClassName("rs-prose");
        theirs.text().lines().map(Paragraph::new).forEach(words::add);
        var both = new Button(
                getTranslation("paper.answer.keep-both"),
                click -> decide(theirs, theirs.text() + "\n\n" + text.getValue()));
        both.addThemeNames("primary");
        var own = new Button(getTranslation("paper.answer.keep-mine"), click -> decide(theirs, text.getValue()));
        var other = new Button(getTranslation("paper.answer.keep-theirs"), click -> decide(theirs, theirs.text()));
        var actions = new Div(both, own, other);
        actions.addClassName("rs-actions");
        rival.add(words, actions);
        showRival(true);
    }

    private void decide(AnswerDraft theirs, String decided) {
        text.setValue(decided);
        begin(theirs.text());
        store(decided);
    }

    /** Somebody else wrote, or the inquiry is none of theirs any more. */
    private void refresh() {
        answering.draft(shown().paper().id()).ifPresentOrElse(this::isStored, () -> {
            showRival(false);
            UI.getCurrent().navigate(PaperLinks.LIST);
        });
        offer();
    }

    /** Shows what others wrote; never while somebody types. */
    private void offer() {
        var answer = stored;
        if (answer != null && !isWriting && !rival.isVisible() && base.equals(text.getValue())) {
            text.setValue(answer.text());
            begin(answer.text());
        }
    }

    private void release() {
        var answer = stored;
        if (answer == null || !answer.text().equals(text.getValue())) {
            isWriting = false;
            offer();
            throw new Refusal("paper.answer.overtaken", answer == null ? "" : answer.changedBy());
        }
        answering.release(shown().paper().id(), answer.revision());
        Notice.success(getTranslation("paper.answer.released"));
        UI.getCurrent().navigate(PaperLinks.paper(shown().paper().id()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("paper.answer");
    }
}
