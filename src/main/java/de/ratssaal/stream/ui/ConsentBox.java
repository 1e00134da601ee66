package de.ratssaal.stream.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import de.ratssaal.stream.Consents;
import java.util.function.Consumer;

/** Agrees to be shown to the public; whoever sees it decides for themself. */
final class ConsentBox extends Checkbox {

    private static final long serialVersionUID = 1;

    private final transient Consents consents;
    private final boolean isRecorded;

    ConsentBox(Consents consents, boolean isRecorded, Consumer<Runnable> act) {
        this.consents = consents;
        this.isRecorded = isRecorded;
        setLabel(getTranslation(isRecorded ? "stream.consent.recorded" : "stream.consent"));
        look();
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                act.accept(() -> {
                    if (change.getValue()) {
                        consents.give(isRecorded);
                    } else {
                        consents.withdraw();
                    }
                });
                look();
            }
        });
    }

    /** As it is now, be it given on another device. */
    void look() {
        setValue(consents.isGiven(isRecorded));
    }
}
