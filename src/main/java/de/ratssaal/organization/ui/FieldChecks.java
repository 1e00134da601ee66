package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.binder.ValueContext;
import de.ratssaal.base.Refusal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with what was typed at the field where it was typed, and leads there. */
class FieldChecks {

    private final Component form;
    private final Map<String, HasValidationProperties> fieldOfRefusal = new HashMap<>();
    private final Set<HasValidationProperties> checked = new LinkedHashSet<>();
    private @Nullable HasValidationProperties firstWrong;

    FieldChecks(Component form) {
        this.form = form;
    }

    /** Refusals with these keys are said at this field. */
    void answerAt(HasValidationProperties field, String... refusals) {
        for (var refusal : refusals) {
            fieldOfRefusal.put(refusal, field);
        }
        checked.add(field);
    }

    /** Forgets what was wrong before; what nobody can read stays wrong. */
    void begin() {
        firstWrong = null;
        for (var field : checked) {
            field.setInvalid(false);
            switch (field) {
                case DatePicker day -> requireReadable(day, day.getDefaultValidator(), day.getValue());
                case IntegerField number -> requireReadable(number, number.getDefaultValidator(), number.getValue());
                default -> {}
            }
        }
    }

    private <T> void requireReadable(HasValidationProperties field, Validator<T> own, @Nullable T value) {
        if (own.apply(value, new ValueContext(new Binder<>(), form)).isError()) {
            wrong(field, "organization.not-readable");
        }
    }

    /** Nothing was entered, or nothing that can be understood. */
    <T extends HasValue<?, ?> & HasValidationProperties> void require(T field, String key) {
        if (field.isEmpty() && !field.isInvalid()) {
            wrong(field, key);
        }
    }

    /** A whole number that is not less than the least that the field takes. */
    void requireNumber(IntegerField field) {
        checked.add(field);
        var value = field.getValue();
        if (value == null || value < field.getMin() || value > field.getMax()) {
            wrong(field, "organization.number-missing", field.getMin(), field.getMax());
        }
    }

    void wrong(HasValidationProperties field, String key, Object... arguments) {
        checked.add(field);
        field.setErrorMessage(form.getTranslation(key, arguments));
        field.setInvalid(true);
        if (firstWrong == null) {
            firstWrong = field;
        }
    }

    /** Leads to the first wrong field, if there is one. */
    boolean allRight() {
        if (firstWrong instanceof Focusable<?> field) {
            field.focus();
        }
        return firstWrong == null;
    }

    /**
     * Does what the fields ask for.
     *
     * @return whether it was done; otherwise the field says why not
     * @throws Refusal if it is refused for a reason that belongs to no field
     */
    boolean isDone(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            var field = fieldOfRefusal.get(refusal.key());
            if (field == null) {
                throw refusal;
            }
            wrong(field, refusal.key(), refusal.arguments());
            return allRight();
        }
    }
}
