package de.ratssaal.organization.ui;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.Refusal;
import de.ratssaal.organization.Color;
import org.jspecify.annotations.Nullable;

/** A colour, to be chosen from the browser's palette or typed as {@code #rrggbb}. */
class ColorField extends TextField {

    private final Input palette = new Input(ValueChangeMode.ON_CHANGE);

    ColorField(String label, String help) {
        super(label);
        setHelperText(help);
        setMaxLength(7);
        palette.setType("color");
        palette.addClassName("rs-palette");
        palette.getElement().setAttribute("aria-label", getTranslation("organization.color.choose"));
        palette.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                setValue(change.getValue());
            }
        });
        addValueChangeListener(change -> {
            if (change.getValue().matches("#[0-9a-fA-F]{6}")) {
                palette.setValue(change.getValue());
            }
        });
        setPrefixComponent(palette);
    }

    void show(@Nullable String hex) {
        setValue(hex == null ? "" : hex);
    }

    /** @throws Refusal if it is no colour */
    @Nullable
    Color color() {
        return isEmpty() ? null : new Color(getValue());
    }
}
