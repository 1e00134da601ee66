package de.ratssaal.minutes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.minutes.MinutesDrafting;
import de.ratssaal.minutes.SavedText;
import de.ratssaal.minutes.TextBlock;
import de.ratssaal.minutes.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * One text of the minutes. It is stored by itself a moment after its writer pauses. If somebody else stored another text
 * meanwhile, both are shown and the writer decides; what was typed stays in the field.
 */
class BlockEditor extends Composite<Div> {

    private static final int PAUSE_MILLIS = 900;

    /** Stores a text. */
    @FunctionalInterface
    interface Saving {

        SavedText save(TextBlock block, String text, long seen);
    }

    private final TextBlock block;
    private final Saving saving;
    private final Runnable whenSaved;
    private final TextArea field = new TextArea();
    private final Span state = new Span();
    private final Div conflict = new Div();
    private long version;
    private String stored;
    private boolean isBeingWritten;
    private @Nullable String pending;

    BlockEditor(TextBlock block, String label, WrittenText text, Saving saving, Runnable whenSaved) {
        this.block = block;
        this.saving = saving;
        this.whenSaved = whenSaved;
        this.version = text.version();
        this.stored = text.text();
        field.setLabel(label);
        field.setValue(stored);
        field.setWidthFull();
        field.setMaxLength(MinutesDrafting.LONGEST_TEXT);
        field.setMinRows(block.equals(TextBlock.RECORDER) ? 1 : 3);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addFocusListener(focused -> isBeingWritten = true);
        field.addBlurListener(left -> isBeingWritten = false);
        field.addValueChangeListener(this::typed);
        state.addClassName("rs-minutes-state");
        state.getElement().setAttribute("aria-live", "polite");
        conflict.addClassName("rs-minutes-conflict");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        getContent().addClassName("rs-minutes-block");
        getContent().add(field, state, conflict);
    }

    /** Whether two texts wait for a decision, or what was typed is not stored yet. */
    boolean isUndecided() {
        return pending != null || !field.getValue().equals(stored);
    }

    private void typed(HasValue.ValueChangeEvent<String> change) {
        if (change.isFromClient()) {
            if (pending == null) {
                save();
            } else {
                pending = change.getValue();
            }
        }
    }

    private void save() {
        state.setText(getTranslation("minutes.view.not-saved"));
        var text = field.getValue();
        switch (saving.save(block, text, version)) {
            case SavedText.Saved(long now) -> {
                version = now;
                stored = text;
                state.setText(getTranslation("minutes.view.saved"));
                whenSaved.run();
            }
            case SavedText.Overtaken overtaken -> ask(overtaken.theirs(), overtaken.version(), overtaken.by());
        }
    }

    /** Takes over what somebody else wrote, unless something is being written here. */
    void refresh(WrittenText now) {
        if (now.version() == 0 && version == 0 && !isBeingWritten && !isUndecided()) {
            take(now.text(), 0); // only proposed, and the meeting went on
            return;
        }
        if (now.version() <= version) {
            return;
        }
        if (now.text().equals(field.getValue())) {
            version = now.version();
            stored = now.text();
        } else if (isBeingWritten || isUndecided()) {
            ask(now.text(), now.version(), now.by());
        } else {
            take(now.text(), now.version());
        }
    }

    private void take(String text, long itsVersion) {
        version = itsVersion;
        stored = text;
        pending = null;
        field.setValue(text);
        conflict.setVisible(false);
    }

    private void ask(String theirs, long theirVersion, String by) {
        pending = field.getValue();
        state.setText(getTranslation("minutes.view.not-saved"));
        var text = new Paragraph(theirs.isEmpty() ? getTranslation("minutes.view.empty") : theirs);
        text.addClassName("rs-minutes-theirs");
        var keep = new Button(getTranslation("minutes.view.keep-mine"), click -> {
            version = theirVersion;
            pending = null;
            conflict.setVisible(false);
            save();
        });
        var take = new Button(getTranslation("minutes.view.take-theirs"), click -> {
            take(theirs, theirVersion);
            state.setText(getTranslation("minutes.view.saved"));
        });
        var buttons = new Div(keep, take);
        buttons.addClassName("rs-actions");
        conflict.removeAll();
        conflict.add(
                Symbol.WARNING.create(), new Paragraph(getTranslation("minutes.view.overtaken", by)), text, buttons);
        conflict.setVisible(true);
    }
}
