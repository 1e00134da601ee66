package de.ratssaal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.ui.FrameField;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.search.Asked;

/** Searching from wherever one is: a field in the frame, to which Ctrl and K lead; a sign on small screens. */
@org.springframework.stereotype.Component
class FrameSearch implements FrameField {

    @Override
    public Component make() {
        var whole = new Div();
        whole.addClassName("rs-frame-search");
        var field = new TextField();
        field.setPlaceholder(whole.getTranslation("search.frame.placeholder"));
        field.setAriaLabel(whole.getTranslation("search.title"));
        field.setPrefixComponent(Symbol.SEARCH.create());
        field.setMaxLength(Asked.LONGEST);
        field.setValueChangeMode(ValueChangeMode.EAGER); // Enter comes before a change does
        field.getElement().setAttribute("aria-keyshortcuts", "Control+K");
        field.addKeyPressListener(
                Key.ENTER,
                press -> press.getSource()
                        .getUI()
                        .filter(ui -> !field.isEmpty())
                        .ifPresent(ui -> {
                            ui.navigate(
                                    SearchView.PATH,
                                    Question.ask(field.getValue()).parameters());
                            field.clear();
                        }));
        field.addFocusShortcut(Key.KEY_K, KeyModifier.CONTROL);
        var sign = new Anchor(SearchView.PATH, Symbol.SEARCH.create());
        sign.addClassName("rs-frame-search-sign");
        sign.getElement().setAttribute("aria-label", whole.getTranslation("search.title"));
        whole.add(field, sign);
        return whole;
    }
}
