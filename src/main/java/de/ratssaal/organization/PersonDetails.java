package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person.
 *
 * @param addressForm how letters address them; by the full name if there is none
 * @param mail where invitations go; not public
 * @param gender as they said it; not public
 */
public record PersonDetails(
        PersonName name,
        @Nullable AddressForm addressForm,
        @Nullable String mail,
        @Nullable Gender gender) {

    /** Of somebody who did not say their gender. */
    public PersonDetails(PersonName name, @Nullable AddressForm addressForm, @Nullable String mail) {
        this(name, addressForm, mail, null);
    }

    public PersonDetails {
        mail = mail == null || mail.isBlank() ? null : mail.strip();
        if (mail != null && !mail.matches("[^@\\s]+@[^@\\s]+")) {
            throw new Refusal("organization.person.mail-wrong", mail);
        }
    }
}
