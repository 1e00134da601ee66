package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Asks for a comment, or for reasons, before an act. What is typed stays while the page behind it changes. */
class ActDialog extends Dialog {

    private static final int LONGEST = 4_000;

    private final TextArea comment = new TextArea();
    private final Div form = new Div();

    /**
     * @param explanation what follows from it
     * @param needsReasons whether it cannot be done without
     */
    ActDialog(String title, String explanation, String verb, boolean needsReasons, Consumer<String> act) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(36rem, 100%)");
        comment.setLabel(getTranslation(needsReasons ? "workflow.act.reasons" : "workflow.act.comment"));
        comment.setHelperText(getTranslation("workflow.act.comment-help"));
        comment.setMaxLength(LONGEST);
        comment.setMinRows(4);
        comment.setWidthFull();
        comment.setRequiredIndicatorVisible(needsReasons);
        comment.setValueChangeMode(ValueChangeMode.ON_BLUR);
        form.addClassName("rs-form");
        form.add(new Paragraph(explanation), comment);
        add(form);
        var done = new Button(verb, click -> {
            if (needsReasons && comment.getValue().isBlank()) {
                comment.setErrorMessage(getTranslation("workflow.act.reasons-missing"));
                comment.setInvalid(true);
                comment.focus();
                return;
            }
            act.accept(comment.getValue().strip());
            close();
        });
        done.addThemeNames(needsReasons ? "primary error" : "primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), done);
    }

    /** Asks for more, above the comment. */
    ActDialog ask(Component... fields) {
        for (var field : fields) {
            form.addComponentAtIndex((int) form.getChildren().count() - 1, field);
        }
        return this;
    }
}
