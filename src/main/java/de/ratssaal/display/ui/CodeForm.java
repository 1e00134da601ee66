package de.ratssaal.display.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.ui.Symbol;
import java.util.function.Consumer;

/** Where the code of the room is typed. */
class CodeForm extends Composite<Div> {

    private static final int LONGEST = 12;

    /** @param typed is told the code */
    CodeForm(Consumer<String> typed) {
        var field = new TextField(getTranslation("display.check-in.code"));
        field.getElement().setAttribute("inputmode", "numeric");
        field.getElement().setAttribute("autocomplete", "off");
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        var button = new Button(
                getTranslation("display.check-in.press"),
                Symbol.PRESENT.create(),
                click -> typed.accept(field.getValue()));
        button.addThemeNames("primary", "large");
        button.addClickShortcut(Key.ENTER).listenOn(field);
        getContent().addClassName("rs-check-in-form");
        getContent().add(field, button);
    }
}
