package de.ratssaal.organization;

import de.ratssaal.identity.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Somebody who is or was a member, an officer or a guest. */
@Entity
@Table(name = "organization_person")
class Person extends AbstractAggregateRoot<Person> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PersonId id;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String givenName;

    @Column(nullable = false)
    private String familyName;

    @Enumerated(EnumType.STRING)
    private @Nullable AddressForm addressForm;

    private @Nullable String mail;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    @SuppressWarnings("NullAway.Init") // the details are taken over below
    Person(PersonId id, PersonDetails details) {
        this.id = id;
        takeOver(details);
        registerEvent(new PersonRegistered(id, details.name().shown()));
    }

    void change(PersonDetails details) {
        var before = details();
        takeOver(details);
        if (!before.equals(details)) {
            registerEvent(
                    new PersonChanged(id, before.name().shown(), details.name().shown()));
        }
    }

    private void takeOver(PersonDetails details) {
        title = details.name().title();
        givenName = details.name().given();
        familyName = details.name().family();
        addressForm = details.addressForm();
        mail = details.mail();
        gender = details.gender();
    }

    PersonDetails details() {
        return new PersonDetails(new PersonName(title, givenName, familyName), addressForm, mail, gender);
    }
}
