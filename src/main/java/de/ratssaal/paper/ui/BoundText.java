package de.ratssaal.paper.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.paper.Manuscript;
import de.ratssaal.paper.Rival;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A text of a manuscript. What is typed is stored while it is typed; what others write comes in between the words. */
class BoundText extends Bound {

    /** In which what was typed is on its way to the server, in milliseconds. */
    private static final int SOON = 1_000;

    /** Shows a text unless something was typed that the server does not know yet. The caret stays at its word. */
    private static final String TAKE = """
            if (this.value !== $0) { return false; }
            const input = this.inputElement;
            const from = this.value;
            const focused = input && this.hasAttribute('focused');
            let at = focused ? input.selectionStart : 0;
            this.value = $1;
            if (focused) {
              let head = 0;
              while (head < from.length && head < $1.length && from[head] === $1[head]) { head++; }
              let tail = 0;
              while (tail < from.length - head && tail < $1.length - head
                && from[from.length - 1 - tail] === $1[$1.length - 1 - tail]) { tail++; }
              if (at >= from.length - tail) { at += $1.length - from.length; } else if (at > head) { at = head; }
              input.setSelectionRange(at, at);
            }
            this.rsKnown = $1;
            try { sessionStorage.removeItem(this.rsKept); } catch (e) { }
            this.dispatchEvent(new CustomEvent('input', { bubbles: true }));
            return true;
            """;

    /** Keeps what was typed over a reload, until the server has it. */
    private static final String KEEP = """
            this.rsKept = 'rs-draft/' + $0;
            this.rsKnown = $1;
            let kept = '';
            try { kept = sessionStorage.getItem(this.rsKept) ?? ''; } catch (e) { }
            if (!this.rsKeeps) {
              this.rsKeeps = true;
              this.addEventListener('input', () => {
                try {
                  if (this.value === this.rsKnown) { sessionStorage.removeItem(this.rsKept); }
                  else { sessionStorage.setItem(this.rsKept, JSON.stringify({ known: this.rsKnown, text: this.value })); }
                } catch (e) { }
              });
            }
            return kept;
            """;

    private static final String STORED = """
            this.rsKnown = $0;
            try { if (this.value === $0) { sessionStorage.removeItem(this.rsKept); } } catch (e) { }
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a browser kept of a field. */
    record Kept(String known, String text) {}

    private final TextFieldBase<?, String> field;
    private @Nullable Rival diverted;

    /** What others wrote and the browser was asked to show, until it does. */
    private @Nullable String offered;

    private String known;
    private boolean recovering;

    static BoundText line(Bench bench, String place) {
        return new BoundText(bench, place, new TextField());
    }

    static BoundText lines(Bench bench, String place) {
        var area = new TextArea();
        area.setMinRows(2);
        return new BoundText(bench, place, area);
    }

    private BoundText(Bench bench, String place, TextFieldBase<?, String> field) {
        super(bench, place, field);
        this.field = field;
        this.known = bench.mine().text(place);
        field.setValue(known);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.TIMEOUT);
        field.setValueChangeTimeout(SOON);
        field.addValueChangeListener(this::written);
        field.addAttachListener(attached -> field.getElement()
                .executeJs(KEEP, bench.sheet().id() + "/" + place, known)
                .then(String.class, this::recover));
    }

    private @Nullable BiConsumer<String, String> follower;

    /** @param step takes what was written before and what is written now, in place of storing it */
    BoundText followedBy(BiConsumer<String, String> step) {
        follower = step;
        return this;
    }

    private void written(AbstractField.ComponentValueChangeEvent<?, String> change) {
        var text = change.getValue();
        var before = bench.mine().text(place());
        if (recovering || text.equals(before)) {
            return; // it took over what others wrote
        }
        if (text.equals(offered)) {
            took(text); // so did this: nobody wrote it here, and what others wrote since is no rival of it
            return;
        }
        known = text;
        if (follower != null && diverted == null) {
            follower.accept(before, text);
        } else {
            bench.write(place(), text);
        }
    }

    private void recover(String kept) {
        if (!kept.isEmpty()) {
            var typed = JSON.readValue(kept, Kept.class);
            if (!typed.text().equals(known)) {
                recovering = true;
                field.setValue(typed.text());
                recovering = false;
                known = typed.text();
                bench.recover(place(), typed.known(), typed.text());
            }
        }
    }

    @Override
    public String place() {
        return diverted == null ? ownPlace() : diverted.textPlace();
    }

    /** From now on what stands in the field waits for a decision, and is written on there. */
    void divert(Rival rival) {
        diverted = rival;
    }

    boolean isDivertedFrom(Manuscript stored) {
        return diverted != null && !stored.rivals().contains(diverted);
    }

    void comeBack() {
        diverted = null;
    }

    @Override
    public void offer(String text) {
        var place = place();
        offered = text;
        field.getElement().executeJs(TAKE, known, text).then(Boolean.class, taken -> {
            if (text.equals(offered)) {
                offered = null;
                if (taken && place.equals(place())) {
                    took(text);
                }
            }
        });
    }

    private void took(String text) {
        offered = null;
        known = text;
        bench.taken(place(), text);
    }

    @Override
    void set(String text) {
        if (!text.equals(known) || !text.equals(field.getValue())) {
            known = text;
            field.setValue(text);
            field.getElement().executeJs("this.value = $0", text);
        }
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public void stored(String text) {
        field.getElement().executeJs(STORED, text);
    }

    @Override
    void focusField() {
        ((Focusable<?>) field).focus();
    }

    TextFieldBase<?, String> field() {
        return field;
    }

    BoundText labelled(String label) {
        field.setLabel(label);
        return this;
    }
}
