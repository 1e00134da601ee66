package de.ratssaal.organization.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.AddressForm;
import de.ratssaal.organization.Gender;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonName;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Registers a person, or changes what is known of one. */
class PersonDialog extends FormDialog {

    private final transient PersonAdministration persons;
    private final transient Consumer<PersonId> saved;
    private final PersonId id;
    private final boolean isNew;
    private final TextField title = new TextField();
    private final TextField given = new TextField();
    private final TextField family = new TextField();
    private final Select<AddressForm> addressForm = new Select<>();
    private final Select<Gender> gender = new Select<>();
    private final EmailField mail = new EmailField();
    private @Nullable PersonName namesake;

    /** Registers somebody. */
    PersonDialog(PersonAdministration persons, Consumer<PersonId> saved) {
        this(new PersonId(UUID.randomUUID()), null, persons, saved);
    }

    /** @param known what is known of the person; none to register one */
    PersonDialog(PersonId id, @Nullable PersonDetails known, PersonAdministration persons, Consumer<PersonId> saved) {
        super(
                title("organization.person.register", "organization.person.change", known),
                title("organization.person.register-verb", "organization.save", known),
                () -> saved.accept(id));
        this.id = id;
        this.isNew = known == null;
        this.persons = persons;
        this.saved = saved;
        title.setLabel(getTranslation("organization.person.title"));
        title.setHelperText(getTranslation("organization.person.title-help"));
        given.setLabel(getTranslation("organization.person.given"));
        given.setRequiredIndicatorVisible(true);
        family.setLabel(getTranslation("organization.person.family"));
        family.setHelperText(getTranslation("organization.person.family-help"));
        family.setRequiredIndicatorVisible(true);
        addressForm.setLabel(getTranslation("organization.person.address-form"));
        addressForm.setItems(AddressForm.values());
        addressForm.setEmptySelectionAllowed(true);
        addressForm.setEmptySelectionCaption(getTranslation("organization.person.address-form-none"));
        addressForm.setItemLabelGenerator(it -> it == null
                ? getTranslation("organization.person.address-form-none")
                : getTranslation("organization.address-form." + it));
        gender.setLabel(getTranslation("organization.person.gender"));
        gender.setHelperText(getTranslation("organization.person.gender-help"));
        gender.setItems(Gender.values());
        gender.setEmptySelectionAllowed(true);
        gender.setEmptySelectionCaption(getTranslation("organization.person.unknown"));
        gender.setItemLabelGenerator(it -> it == null
                ? getTranslation("organization.person.unknown")
                : getTranslation("organization.gender." + it));
        mail.setLabel(getTranslation("organization.person.mail"));
        mail.setHelperText(getTranslation("organization.person.mail-help"));
        answerAt(given, "organization.person.name-missing");
        answerAt(mail, "organization.person.mail-wrong");
        if (known != null) {
            title.setValue(known.name().title());
            given.setValue(known.name().given());
            family.setValue(known.name().family());
            addressForm.setValue(known.addressForm());
            gender.setValue(known.gender());
            mail.setValue(known.mail() == null ? "" : known.mail());
        }
        askInRow(addressForm, title);
        askInRow(given, family);
        ask(mail);
        ask(gender);
    }

    private static String title(String forNew, String forKnown, @Nullable PersonDetails known) {
        return UI.getCurrent().getTranslation(known == null ? forNew : forKnown);
    }

    @Override
    void check(FieldChecks fields) {
        if (given.getValue().isBlank()) {
            fields.wrong(given, "organization.person.given-missing");
        }
        if (family.getValue().isBlank()) {
            fields.wrong(family, "organization.person.family-missing");
        } else if (isNew && fields.allRight() && !name().equals(namesake) && isKnown()) {
            // two people may have one name, but more often somebody is about to be registered twice
            namesake = name();
            fields.wrong(family, "organization.person.namesake", name().shown());
        }
    }

    private boolean isKnown() {
        return persons.search(name().family()).stream()
                .anyMatch(it -> it.sortName().equalsIgnoreCase(name().sorted()));
    }

    private PersonName name() {
        return new PersonName(title.getValue(), given.getValue(), family.getValue());
    }

    @Override
    void save() {
        var details = new PersonDetails(name(), addressForm.getValue(), mail.getValue(), gender.getValue());
        if (isNew) {
            persons.register(id, details);
        } else {
            persons.change(id, details);
        }
    }
}
